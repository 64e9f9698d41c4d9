import { expect, test } from "vitest";
import type { Drainable } from "../../src/core/lifecycle.js";
import { ExitDrain, type ProcessToWatch } from "../../src/sink/exit-drain.js";
import { StandIn } from "../support/stand-in-process.js";

interface Holder extends Drainable {
  drained: number;
}

function holder(onDrain: () => void = () => {}): Holder {
  const made: Holder = {
    drained: 0,
    drain: () => {
      made.drained++;
      onDrain();
    },
  };
  return made;
}

function drainOf(process: StandIn, options: { readonly isMainThread?: boolean; readonly lingerMs?: number } = {}): ExitDrain {
  return new ExitDrain({ process: process as unknown as ProcessToWatch, isMainThread: true, ...options });
}

test("nothing is listened to until something is held", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  expect(process.eventNames()).toEqual([]);

  drain.holds(holder());
  drain.holds(holder());

  expect(process.signalListeners).toBe(3);
  expect(process.listenerCount("exit")).toBe(1);
});

test("signal listeners outlive the last holder a while and go without keeping the process; the exit listener stays", async () => {
  const process = new StandIn();
  const drain = drainOf(process, { lingerMs: 1 });
  const one = holder();
  drain.holds(one);

  drain.released(one);
  expect(process.signalListeners).toBe(3);

  await expect.poll(() => process.signalListeners).toBe(0);
  expect(process.listenerCount("exit")).toBe(1);
});

test("filling and emptying all the time does not add and remove listeners", () => {
  const process = new StandIn();
  let changes = 0;
  process.on("newListener", () => changes++);
  process.on("removeListener", () => changes++);
  const drain = drainOf(process);
  const one = holder();
  changes = 0;

  for (let count = 0; count < 1_000; count++) {
    drain.holds(one);
    drain.released(one);
  }

  expect(changes).toBe(4);
});

test("at exit everything is drained, and from then on written through", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const [one, two] = [holder(), holder()];
  drain.holds(one);
  drain.holds(two);
  expect(drain.writeThrough).toBe(false);

  process.emit("exit", 0);

  expect([one.drained, two.drained]).toEqual([1, 1]);
  expect(drain.writeThrough).toBe(true);
});

test("a holder whose drain throws does not keep the others from theirs", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const two = holder();
  drain.holds(
    holder(() => {
      throw new Error("broken");
    }),
  );
  drain.holds(two);

  process.emit("exit", 0);

  expect(two.drained).toBe(1);
});

test("what a holder hands on while it is drained must be written through", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const seen: boolean[] = [];
  drain.holds(holder(() => seen.push(drain.writeThrough)));

  process.emit("SIGTERM", "SIGTERM");

  expect(seen).toEqual([true]);
  expect(drain.writeThrough).toBe(false);
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
  test(`${signal} drains and is raised again when nobody else listens`, () => {
    const process = new StandIn();
    const drain = drainOf(process);
    const one = holder();
    drain.holds(one);

    process.emit(signal, signal);

    expect(one.drained).toBe(1);
    expect(process.listenerCount(signal)).toBe(0);
    expect(process.done).toEqual([`kill 4711 ${signal}`]);
  });
}

test("a signal that the application listens to is left to it; later data is drained again", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const one = holder();
  process.on("SIGTERM", () => {
    drain.holds(one);
  });
  drain.holds(one);

  process.emit("SIGTERM", "SIGTERM");
  process.emit("SIGTERM", "SIGTERM");

  expect(one.drained).toBe(2);
  expect(process.done).toEqual([]);
});

test("a listener that ends the process when it is the only one does not see ours", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  let seen = 0;
  process.on("SIGTERM", () => {
    seen = process.listenerCount("SIGTERM");
  });
  drain.holds(holder());

  process.emit("SIGTERM", "SIGTERM");

  expect(seen).toBe(1);
});

test("as process 1 it exits with 128 and the signal's number, because raising would do nothing", () => {
  const process = new StandIn(1);
  const drain = drainOf(process);
  drain.holds(holder());

  process.emit("SIGTERM", "SIGTERM");

  expect(process.done[0]).toBe("exit 143");
});

test("signals can be left alone, and taken up again", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  drain.useSignals(false);
  drain.holds(holder());
  expect(process.signalListeners).toBe(0);

  drain.useSignals(true);
  expect(process.signalListeners).toBe(3);
  drain.useSignals(false);
  expect(process.signalListeners).toBe(0);
  expect(process.listenerCount("exit")).toBe(1);
});

test("in a worker thread everything is written through, and no signal is listened to", () => {
  const process = new StandIn();
  const drain = drainOf(process, { isMainThread: false });

  drain.holds(holder());

  expect(drain.writeThrough).toBe(true);
  expect(process.signalListeners).toBe(0);
});

test("dispose removes every listener", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  drain.holds(holder());

  drain.dispose();

  expect(process.eventNames()).toEqual([]);
});

interface SlowHolder extends Holder {
  finishes: number;
  abandoned: number;
  done: () => void;
}

/** A holder that cannot write synchronously. */
function slowHolder(drain: () => ExitDrain): SlowHolder {
  const made: SlowHolder = {
    ...holder(),
    finishes: 0,
    abandoned: 0,
    done: () => {},
    finish: () => {
      made.finishes++;
      return new Promise((resolve) => {
        made.done = () => {
          drain().released(made);
          resolve();
        };
      });
    },
    abandon: () => {
      made.abandoned++;
    },
  };
  return made;
}

test("a signal waits for those who cannot write synchronously, and is raised when they are done", async () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  drain.holds(slow);

  process.emit("SIGTERM", "SIGTERM");
  expect({ finishes: slow.finishes, done: process.done }).toEqual({ finishes: 1, done: [] });
  slow.done();

  await expect.poll(() => process.done).toEqual(["kill 4711 SIGTERM"]);
  expect(slow.abandoned).toBe(0);
});

test("a second signal does not wait any more, and what is held is abandoned", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  drain.holds(slow);

  process.emit("SIGTERM", "SIGTERM");
  process.emit("SIGINT", "SIGINT");

  expect(process.done).toEqual(["kill 4711 SIGINT"]);
  expect(slow.abandoned).toBe(1);
});

test("a signal that the application listens to is its business: nothing waits, nothing is abandoned", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  process.on("SIGTERM", () => {});
  drain.holds(slow);

  process.emit("SIGTERM", "SIGTERM");

  expect({ finishes: slow.finishes, abandoned: slow.abandoned, done: process.done }).toEqual({ finishes: 0, abandoned: 0, done: [] });
});

test("the natural end waits once; those who are not done then are abandoned at the exit", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  drain.holds(slow);

  process.emit("beforeExit", 0);
  process.emit("beforeExit", 0);
  expect(slow.finishes).toBe(1);
  process.emit("exit", 0);

  expect(slow.abandoned).toBe(1);
});

test("a signal during the wait of the natural end waits for what is left of it; a second one does not", async () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const [slow, quick] = [slowHolder(() => drain), holder()];
  drain.holds(slow);
  process.emit("beforeExit", 0);
  drain.holds(quick);

  process.emit("SIGTERM", "SIGTERM");
  expect({ finishes: slow.finishes, drained: quick.drained, done: process.done }).toEqual({ finishes: 1, drained: 1, done: [] });
  slow.done();

  await expect.poll(() => process.done).toEqual(["kill 4711 SIGTERM"]);
  expect({ drained: quick.drained, abandoned: slow.abandoned }).toEqual({ drained: 2, abandoned: 0 });
});

test("a second signal during the wait of the natural end ends it at once", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  drain.holds(slow);
  process.emit("beforeExit", 0);

  process.emit("SIGTERM", "SIGTERM");
  process.emit("SIGTERM", "SIGTERM");

  expect({ done: process.done, abandoned: slow.abandoned }).toEqual({ done: ["kill 4711 SIGTERM"], abandoned: 1 });
});

test("a signal after the time of the natural end is over does not begin it anew", async () => {
  const process = new StandIn();
  const drain = drainOf(process);
  let finishes = 0;
  let timeIsOver: () => void = () => {};
  drain.holds({
    drain: () => {},
    finish: () => {
      finishes++;
      return new Promise((resolve) => {
        timeIsOver = resolve;
      });
    },
  });
  process.emit("beforeExit", 0);
  timeIsOver();
  await new Promise(setImmediate);

  process.emit("SIGTERM", "SIGTERM");

  expect({ finishes, done: process.done }).toEqual({ finishes: 1, done: ["kill 4711 SIGTERM"] });
});

test("a holder that was released and holds again is waited for again", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  drain.holds(slow);
  process.emit("beforeExit", 0);
  slow.done();

  drain.holds(slow);
  process.emit("beforeExit", 0);

  expect(slow.finishes).toBe(2);
});

test("an abandon that throws does not keep the others from theirs", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  const slow = slowHolder(() => drain);
  drain.holds({ drain: () => {}, abandon: () => { throw new Error("cannot"); } });
  drain.holds(slow);

  process.emit("exit", 0);

  expect(slow.abandoned).toBe(1);
});

const cannotFinish = {
  throws: () => {
    throw new Error("cannot");
  },
  rejects: () => Promise.reject(new Error("cannot")),
};

for (const [what, finish] of Object.entries(cannotFinish)) {
  test(`a finish that ${what} does not keep the others from theirs, nor the signal from being raised`, async () => {
    const process = new StandIn();
    const drain = drainOf(process);
    const slow = slowHolder(() => drain);
    drain.holds({ drain: () => {}, finish });
    drain.holds(slow);

    process.emit("SIGTERM", "SIGTERM");
    expect(process.done).toEqual([]);
    slow.done();

    await expect.poll(() => process.done).toEqual(["kill 4711 SIGTERM"]);
  });
}

test("without anyone who writes asynchronously the natural end is not listened to, and after a dispose neither", () => {
  const process = new StandIn();
  const drain = drainOf(process);
  drain.holds(holder());
  expect(process.listenerCount("beforeExit")).toBe(0);
  drain.holds(slowHolder(() => drain));
  expect(process.listenerCount("beforeExit")).toBe(1);

  drain.dispose();

  expect(process.listenerCount("beforeExit")).toBe(0);
});
