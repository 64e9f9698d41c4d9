import { EventEmitter } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setImmediate as nextImmediate } from "node:timers/promises";
import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, test, vi } from "vitest";
import { MdcMap, MdcStore } from "../../src/core/mdc.js";
import { recording } from "../support/recording.js";

const HOSTILE_NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

describe("MdcMap", () => {
  const sources = [
    { title: "an object", entries: { a: "1", b: "2" } },
    { title: "a Map", entries: new Map([["a", "1"], ["b", "2"]]) },
    { title: "pairs", entries: [["a", "1"], ["b", "2"]] as const },
    { title: "another map", entries: MdcMap.of({ a: "1", b: "2" }) },
  ];

  for (const { title, entries } of sources) {
    test(`is made from ${title}, in that order`, () => {
      const map = MdcMap.of(entries);

      expect([...map]).toEqual([["a", "1"], ["b", "2"]]);
      expect([...map.keys()]).toEqual(["a", "b"]);
      expect(map.size).toBe(2);
    });
  }

  test("takes only an object's own properties", () => {
    expect([...MdcMap.of(Object.create({ inherited: "x" }, { own: { value: "y", enumerable: true } }) as Record<string, unknown>)]).toEqual([["own", "y"]]);
  });

  test("T7: cuts a value that is longer than a string may be, and marks the cut", () => {
    const long = "v".repeat(1024 * 1024 + 5);

    expect(MdcMap.of({ long }).get("long")).toBe(`${"v".repeat(1024 * 1024)}…[cut: 5 more characters]`);
  });

  test("turns values into text", () => {
    const map = MdcMap.of({ number: 7, no: false, empty: "", list: [1, 2] }).with("throwing", { toString: () => { throw new TypeError("no"); } });

    expect([...map]).toEqual([["number", "7"], ["no", "false"], ["empty", ""], ["list", "[1, 2]"], ["throwing", "[unprintable: TypeError]"]]);
  });

  for (const nothing of [null, undefined]) {
    test(`has no pair for ${String(nothing)}, which takes away one that there is`, () => {
      const map = MdcMap.of({ a: "1", b: nothing });

      expect([...map]).toEqual([["a", "1"]]);
      expect(MdcMap.of({ a: nothing })).toBe(MdcMap.EMPTY);
      expect(map.with("a", nothing)).toBe(MdcMap.EMPTY);
      expect([...map.withAll({ a: nothing, c: "3" })]).toEqual([["c", "3"]]);
    });
  }

  test("stays as it is when with, withAll and without make others of it", () => {
    const map = MdcMap.of({ a: "1" });
    const others = [map.with("a", "2"), map.with("b", "2"), map.withAll({ a: "3", c: "4" }), map.without("a")];

    expect([...map]).toEqual([["a", "1"]]);
    expect(others.map((other) => Object.fromEntries(other))).toEqual([{ a: "2" }, { a: "1", b: "2" }, { a: "3", c: "4" }, {}]);
  });

  test("is not copied where nothing changes", () => {
    const map = MdcMap.of({ a: "1" });

    expect(map.without("b")).toBe(map);
    expect(map.withAll({})).toBe(map);
    expect(map.without("a")).toBe(MdcMap.EMPTY);
    expect(MdcMap.of({})).toBe(MdcMap.EMPTY);
  });

  test("does not follow the Map it was made from", () => {
    const source = new Map([["a", "1"]]);
    const map = MdcMap.of(source);
    source.set("a", "2");

    expect(map.get("a")).toBe("1");
  });

  test("is rendered once for each owner", () => {
    const map = MdcMap.of({ a: "1" });
    const [first, second] = [{}, {}];
    let calls = 0;
    const render = (of: MdcMap): string => `${String(++calls)}:${of.get("a") ?? ""}`;

    expect(map.renderedFor(first, render)).toBe("1:1");
    expect(map.renderedFor(first, render)).toBe("1:1");
    expect(map.renderedFor(second, render)).toBe("2:1");
    expect(map.with("a", "2").renderedFor(first, render)).toBe("3:2");
  });

  test("keeps an empty rendering too", () => {
    const owner = {};
    let calls = 0;
    const render = (): string => {
      calls++;
      return "";
    };
    MdcMap.EMPTY.renderedFor(owner, render);
    MdcMap.EMPTY.renderedFor(owner, render);

    expect(calls).toBe(1);
  });

  test("does not keep alive the encoders that a reload replaced", async () => {
    const collect = garbageCollector();
    const owner = new WeakRef(ownerThatRendered(MdcMap.EMPTY));
    // A WeakRef keeps its target until the turn is over.
    await nextImmediate();
    collect();

    expect(owner.deref()).toBe(undefined);
  });

  for (const key of HOSTILE_NAMES) {
    test(`T8: takes the key ${key} like any other`, () => {
      const map = MdcMap.of(JSON.parse(`{"${key}": "value"}`) as Record<string, unknown>);

      expect(MdcMap.EMPTY.get(key)).toBe(undefined);
      expect(MdcMap.EMPTY.has(key)).toBe(false);
      expect(map.get(key)).toBe("value");
      expect([...map.without(key)]).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }

  test("refuses a key that is no string", () => {
    expect(() => MdcMap.EMPTY.with(5 as never, "x")).toThrow("MDC key: expected a string, got number.");
    expect(() => MdcMap.EMPTY.with(5 as never, null)).toThrow("MDC key: expected a string, got number.");
    expect(() => MdcMap.of([[5 as never, undefined]])).toThrow("MDC key: expected a string, got number.");
    expect(() => MdcMap.of([[null as never, "x"]])).toThrow("MDC key: expected a string, got null.");
  });
});

describe("MDC", () => {
  test("has no pairs at first, and looking changes nothing", () => {
    const mdc = new MdcStore();

    expect(mdc.current).toBe(MdcMap.EMPTY);
    expect(mdc.get("a")).toBe(undefined);
    expect(mdc.inScope).toBe(false);
    expect(mdc.getCopyOfContextMap()).toEqual(new Map());
  });

  test("run gives its pairs to the function and takes them back afterwards", () => {
    const mdc = new MdcStore();
    const inside = mdc.run({ user: "ann" }, () => [mdc.get("user"), mdc.inScope]);

    expect(inside).toEqual(["ann", true]);
    expect(mdc.get("user")).toBe(undefined);
    expect(mdc.inScope).toBe(false);
  });

  test("run takes its pairs back when the function throws, and lets the error pass", () => {
    const mdc = new MdcStore();

    expect(() => mdc.run({ user: "ann" }, () => { throw new Error("inside"); })).toThrow("inside");
    expect(mdc.get("user")).toBe(undefined);
  });

  test("run without a function to call is refused", () => {
    const mdc = new MdcStore();

    expect(() => mdc.run({ user: "ann" }, undefined as never)).toThrow("MDC.run: expected a function to call as the last argument.");
  });

  test("a scope within a scope begins with the pairs around it, and its changes end with it", () => {
    const mdc = new MdcStore();
    const seen = mdc.run({ user: "ann", step: "1" }, () => {
      const inner = mdc.run({ step: "2" }, () => {
        mdc.put("item", "9");
        mdc.remove("user");
        return mdc.getCopyOfContextMap();
      });
      return [inner, mdc.getCopyOfContextMap()];
    });

    expect(seen).toEqual([new Map([["step", "2"], ["item", "9"]]), new Map([["user", "ann"], ["step", "1"]])]);
  });

  test("run without pairs opens a scope for puts", () => {
    const mdc = new MdcStore();
    mdc.put("process", "p");
    const inside = mdc.run(() => {
      mdc.put("request", "r");
      return mdc.getCopyOfContextMap();
    });

    expect(inside).toEqual(new Map([["process", "p"], ["request", "r"]]));
    expect(mdc.getCopyOfContextMap()).toEqual(new Map([["process", "p"]]));
  });

  test("put outside every scope holds for the whole process, and for scopes opened later", () => {
    const mdc = new MdcStore();
    mdc.put("node", "n1");

    expect(mdc.get("node")).toBe("n1");
    expect(mdc.run({}, () => mdc.get("node"))).toBe("n1");

    mdc.remove("node");

    expect(mdc.get("node")).toBe(undefined);
  });

  test("put in a scope reaches what the same request does later, behind an await as well", async () => {
    const mdc = new MdcStore();
    const seen = await mdc.run({}, async () => {
      mdc.put("early", "1");
      await nextImmediate();
      mdc.put("late", "2");
      await nextImmediate();
      return mdc.getCopyOfContextMap();
    });

    expect(seen).toEqual(new Map([["early", "1"], ["late", "2"]]));
    expect(mdc.current.size).toBe(0);
  });

  test("clear and setContextMap replace the pairs of this scope only", () => {
    const mdc = new MdcStore();
    const seen = mdc.run({ a: "1" }, () => {
      const inner = mdc.run(() => {
        mdc.clear();
        const cleared = mdc.getCopyOfContextMap();
        mdc.setContextMap({ b: 2 });
        return [cleared, mdc.getCopyOfContextMap()];
      });
      return [...inner, mdc.getCopyOfContextMap()];
    });

    expect(seen).toEqual([new Map(), new Map([["b", "2"]]), new Map([["a", "1"]])]);
  });

  test("a copy of the pairs is the caller's own", () => {
    const mdc = new MdcStore();
    mdc.run({ a: "1" }, () => {
      mdc.getCopyOfContextMap().set("a", "changed");

      expect(mdc.get("a")).toBe("1");
    });
  });

  test("what putCloseable returns takes the key out again, by close and at the end of a using block", () => {
    const mdc = new MdcStore();
    mdc.run({ other: "stays" }, () => {
      const closeable = mdc.putCloseable("a", 1);

      expect(mdc.get("a")).toBe("1");

      closeable.close();

      expect(mdc.get("a")).toBe(undefined);

      {
        using user = mdc.putCloseable("user", "ann");

        expect(mdc.get("user")).toBe("ann");
        expect(typeof user.close).toBe("function");
      }

      expect(mdc.getCopyOfContextMap()).toEqual(new Map([["other", "stays"]]));
    });
  });

  test("null and undefined are no value: the key is not there, whatever the scope around it has", () => {
    const mdc = new MdcStore();
    mdc.put("user", null);

    expect(mdc.current).toBe(MdcMap.EMPTY);

    mdc.run({ user: "ann", step: "1" }, () => {
      expect(mdc.run({ user: undefined }, () => mdc.getCopyOfContextMap())).toEqual(new Map([["step", "1"]]));

      mdc.put("step", undefined);
      mdc.putCloseable("user", null);

      expect(mdc.current.size).toBe(0);

      mdc.setContextMap({ a: null, b: 0 });

      expect(mdc.getCopyOfContextMap()).toEqual(new Map([["b", "0"]]));
    });
  });

  test("a stack under a key is read newest first, and popped to the end", () => {
    const mdc = new MdcStore();
    mdc.pushByKey("step", "one");
    mdc.pushByKey("step", 2);

    expect(mdc.getCopyOfDequeByKey("step")).toEqual(["2", "one"]);
    expect([mdc.popByKey("step"), mdc.popByKey("step"), mdc.popByKey("step"), mdc.popByKey("never pushed")]).toEqual(["2", "one", undefined, undefined]);
    expect(mdc.getCopyOfDequeByKey("step")).toEqual([]);
    expect(mdc.current.size).toBe(0);
  });

  test("stacks belong to their scope as pairs do, and can be cleared", () => {
    const mdc = new MdcStore();
    mdc.pushByKey("step", "outer");
    const inside = mdc.run(() => {
      mdc.pushByKey("step", "inner");
      const both = mdc.getCopyOfDequeByKey("step");
      mdc.clearDequeByKey("step");
      return [both, mdc.getCopyOfDequeByKey("step")];
    });

    expect(inside).toEqual([["inner", "outer"], []]);
    expect(mdc.getCopyOfDequeByKey("step")).toEqual(["outer"]);
  });

  for (const key of HOSTILE_NAMES) {
    test(`T8: ${key} is a key like any other for pairs and stacks`, () => {
      const mdc = new MdcStore();

      expect([mdc.get(key), mdc.popByKey(key), mdc.getCopyOfDequeByKey(key)]).toEqual([undefined, undefined, []]);

      mdc.put(key, "value");
      mdc.pushByKey(key, "pushed");

      expect([mdc.get(key), mdc.popByKey(key)]).toEqual(["value", "pushed"]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }

  for (const call of ["put", "putCloseable", "pushByKey"] as const) {
    test(`${call} refuses a key that is no string`, () => {
      expect(() => { new MdcStore()[call](undefined as never, "x"); }).toThrow("MDC key: expected a string, got undefined.");
    });
  }

  test("bind gives a listener the pairs of the place where it was bound, whoever calls it", () => {
    const mdc = new MdcStore();
    const emitter = new EventEmitter();
    const seen: (string | undefined)[] = [];
    mdc.run({ user: "ann" }, () => emitter.on("data", mdc.bind(() => seen.push(mdc.get("user")))));
    mdc.run({ user: "bob" }, () => emitter.on("data", () => seen.push(mdc.get("user"))));
    mdc.run({ user: "eve" }, () => emitter.emit("data"));
    emitter.emit("data");

    expect(seen).toEqual(["ann", "eve", "ann", undefined]);
  });

  test("a bound function passes this, arguments, result and error, and its puts end with each call", () => {
    const mdc = new MdcStore();
    const bound = mdc.run({ user: "ann" }, () =>
      mdc.bind(function (this: { readonly base: number }, added: number): readonly unknown[] {
        const before = mdc.get("calls");
        mdc.put("calls", "1");
        return [this.base + added, before];
      }),
    );

    expect([bound.call({ base: 40 }, 2), bound.call({ base: 1 }, 1)]).toEqual([[42, undefined], [2, undefined]]);
    expect(() => mdc.bind(() => { throw new Error("inside"); })()).toThrow("inside");
  });

  test("a bound function does not see pairs that were put after it was bound", () => {
    const mdc = new MdcStore();
    const seen = mdc.run({ a: "1" }, () => {
      const bound = mdc.bind(() => mdc.getCopyOfContextMap());
      mdc.put("b", "2");
      return bound();
    });

    expect(seen).toEqual(new Map([["a", "1"]]));
  });

  test("an event keeps the pairs of its call, whatever is put afterwards", () => {
    const mdc = new MdcStore();
    const { context, appender } = recording({ mdc });
    const log = context.getLogger("com.acme.App");
    mdc.run({ user: "ann" }, () => {
      log.info("first");
      mdc.put("user", "bob");
      log.info("second");
      mdc.clear();
    });
    log.info("third");

    expect(appender.events.map((event) => event.mdc.get("user"))).toEqual(["ann", "bob", undefined]);
  });
});

describe("T18: MDC of 10,000 interleaved requests", () => {
  const seed = Number(process.env["MDC_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

  test(`never shows a pair of another request (MDC_SEED=${String(seed)})`, async () => {
    const mdc = new MdcStore();
    const { context, appender } = recording({ mdc });
    const log = context.getLogger("com.acme.App");
    const random = randomFrom(seed);
    const shared = new EventEmitter().setMaxListeners(0);
    let checks = 0;
    const foreign: string[] = [];
    const check = (id: string, where: string): void => {
      checks++;
      if (mdc.get("request") !== id) {
        foreign.push(`${where} of ${id} saw ${String(mdc.get("request"))}`);
      }
    };

    const requests = Array.from({ length: 10_000 }, async (_, index) => {
      const id = String(index);
      await pause(random());
      await mdc.run({ request: id }, async () => {
        const onTick = mdc.bind(() => { check(id, "listener"); });
        shared.on("tick", onTick);
        for (let step = 0; step < 3; step++) {
          mdc.put("step", step);
          await pause(random());
          check(id, "await");
          const afterwards = pause(random()).then(() => { check(id, "then"); });
          if (random() < 0.01) {
            shared.emit("tick");
          }
          await mdc.run({ inner: "yes" }, async () => {
            await pause(random());
            check(id, "inner scope");
          });
          await afterwards;
          if (mdc.get("step") !== String(step) || mdc.get("inner") !== undefined) {
            foreign.push(`${id} at step ${String(step)} has ${JSON.stringify([...mdc.current])}`);
          }
        }
        shared.off("tick", onTick);
        log.info(id);
      });
      if (mdc.current.size > 0) {
        foreign.push(`behind ${id} was ${JSON.stringify([...mdc.current])}`);
      }
    });
    await Promise.all(requests);

    expect(foreign.slice(0, 5)).toEqual([]);
    expect(checks).toBeGreaterThan(90_000);
    expect(appender.events).toHaveLength(10_000);
    expect(appender.events.filter((event) => event.mdc.get("request") !== event.message)).toEqual([]);
  });
});

/** Continues after a turn of the chosen kind. */
async function pause(choice: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => { resolve(); };
    if (choice < 0.2) {
      setTimeout(done, choice * 20);
    } else if (choice < 0.4) {
      setImmediate(done);
    } else if (choice < 0.6) {
      process.nextTick(done);
    } else if (choice < 0.8) {
      queueMicrotask(done);
    } else {
      done();
    }
  });
}

/** Mulberry32: numbers from 0 to 1 that follow from the seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function ownerThatRendered(map: MdcMap): object {
  const owner = {};
  map.renderedFor(owner, () => "text");
  return owner;
}

function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

test("outside of every scope, also later, the pairs of the process are in force", async () => {
  const mdc = new MdcStore();
  mdc.put("host", "a");

  const seen = await mdc.run({ request: "7" }, () =>
    mdc.outside(async () => {
      await Promise.resolve();
      return [mdc.get("request"), mdc.get("host"), mdc.inScope];
    }),
  );

  expect(seen).toEqual([undefined, "a", false]);
});

describe("what holds the scope of a request", () => {
  const user = new AsyncLocalStorage<string>();

  /** A scope of its own for that request, and what calls actions in it. */
  const held = (mdc: MdcStore, request: object, id: string): (<T>(action: () => T) => T) => mdc.run({ id }, () => mdc.holder(request));

  test("calls actions in that scope from anywhere, with what was put into it later", () => {
    const mdc = new MdcStore();
    const hold = mdc.run({ id: "1" }, () => {
      const made = mdc.holder({});
      mdc.put("late", "yes");
      return made;
    });
    const look = (): unknown => hold(() => Object.fromEntries(mdc.current));

    expect([look(), mdc.outside(look), mdc.run({ id: "2" }, look)]).toEqual([{ id: "1", late: "yes" }, { id: "1", late: "yes" }, { id: "1", late: "yes" }]);
    expect(mdc.current.size).toBe(0);
  });

  test("leaves every other AsyncLocalStorage as it is", () => {
    const mdc = new MdcStore();
    const hold = user.run("eve", () => held(mdc, {}, "1"));

    expect(user.run("ada", () => hold(() => [user.getStore(), mdc.get("id")]))).toEqual(["ada", "1"]);
  });

  test("leaves scopes of the same request in force: those within, those that were bound in it, and the one around", () => {
    const mdc = new MdcStore();
    const request = {};
    mdc.run({ id: "1" }, () => {
      const hold = mdc.holder(request);
      const look = (): unknown => hold(() => mdc.get("user"));
      const bound = mdc.run({ user: "ann" }, () => mdc.bind(look));
      const inner = mdc.run({ user: "bob" }, () => mdc.holder(request));

      expect(mdc.run({ user: "ada" }, look)).toBe("ada");
      expect(mdc.outside(bound)).toBe("ann");
      expect(mdc.outside(() => inner(look))).toBe("bob");
      expect(inner(() => mdc.get("user"))).toBe(undefined);
    });
  });

  test("takes an action out of the scope of another request, also one that began in it", () => {
    const mdc = new MdcStore();
    mdc.run({ id: "1" }, () => {
      mdc.holder({});
      const second = held(mdc, {}, "2");

      expect(second(() => mdc.get("id"))).toBe("2");
      expect(mdc.run({ user: "ann" }, () => second(() => [mdc.get("id"), mdc.get("user")]))).toEqual(["2", undefined]);
    });
  });

  test("does not keep the request alive, whatever of its scope goes on", async () => {
    const mdc = new MdcStore();
    const collect = garbageCollector();
    const [request, goesOn] = mdc.run({ id: "1" }, () => {
      const made = {};
      return [new WeakRef(made), [mdc.holder(made), mdc.bind(() => undefined)]] as const;
    });
    await nextImmediate();
    collect();

    expect(request.deref()).toBe(undefined);
    expect(goesOn).toHaveLength(2);
  });
});

test("a program that opens no scope does not pay for the tracking of asynchronous calls", () => {
  const run = vi.spyOn(AsyncLocalStorage.prototype, "run");
  const mdc = new MdcStore();
  mdc.put("app", "shop");

  expect(mdc.outside(() => mdc.get("app"))).toBe("shop");
  expect(run).not.toHaveBeenCalled();
  expect(mdc.run({ user: "ada" }, () => mdc.outside(() => mdc.get("user")))).toBe(undefined);
  expect(run).toHaveBeenCalledTimes(2);
  run.mockRestore();
});
