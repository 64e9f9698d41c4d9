import { describe, expect, test } from "vitest";
import type { Appender } from "../../src/core/appender.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext, type ContextSettings } from "../../src/core/logger-context.js";
import type { StatusListener } from "../../src/core/status.js";
import type { SystemClock } from "../../src/util/clock.js";
import { complaintsOf, RecordingAppender, someSettings } from "../support/recording.js";

function names(items: readonly { readonly name: string }[]): string[] {
  return items.map(({ name }) => name);
}

describe("loggers", () => {
  test("are one for each name", () => {
    const context = new LoggerContext();

    expect(context.getLogger("com.acme.App")).toBe(context.getLogger("com.acme.App"));
    expect(context.getLogger("com.acme.App")).not.toBe(context.getLogger("com.acme.app"));
  });

  for (const name of ["ROOT", "root", "Root", "rOOt"]) {
    test(`"${name}" is the top of the hierarchy`, () => {
      const context = new LoggerContext();

      expect(context.getLogger(name)).toBe(context.root);
      expect(context.findLogger(name)).toBe(context.root);
      expect(context.root.name).toBe("ROOT");
      expect(context.root.parent).toBe(undefined);
    });
  }

  const hierarchies = [
    { name: "com.acme.App", above: ["com.acme", "com", "ROOT"] },
    { name: "com.acme.App$Inner", above: ["com.acme.App", "com.acme", "com", "ROOT"] },
    { name: "a$b$c.d", above: ["a$b$c", "a$b", "a", "ROOT"] },
    { name: "plain", above: ["ROOT"] },
    { name: "a/b:c d", above: ["ROOT"] },
    { name: "", above: ["ROOT"] },
    { name: ".a", above: ["", "ROOT"] },
    { name: "a..b", above: ["a.", "a", "ROOT"] },
    { name: "a.", above: ["a", "ROOT"] },
    { name: "root.child", above: ["root", "ROOT"] },
  ];

  for (const { name, above } of hierarchies) {
    test(`"${name}" stands below ${above.map((each) => `"${each}"`).join(", ")}`, () => {
      const context = new LoggerContext();
      const parents: string[] = [];
      for (let logger = context.getLogger(name).parent; logger !== undefined; logger = logger.parent) {
        parents.push(logger.name);
      }

      expect(parents).toEqual(above);
      expect(names(context.loggers).sort()).toEqual([name, ...above].sort());
    });
  }

  test("are listed with ROOT first and the rest by name", () => {
    const context = new LoggerContext();
    for (const name of ["b", "a.c", "Z"]) {
      context.getLogger(name);
    }

    expect(names(context.loggers)).toEqual(["ROOT", "Z", "a", "a.c", "b"]);
  });

  test("are not made by looking for them", () => {
    const context = new LoggerContext();

    expect(context.findLogger("com.acme")).toBe(undefined);
    expect(names(context.loggers)).toEqual(["ROOT"]);
  });
});

describe("a context", () => {
  test("has a name, a birth time and properties", () => {
    const clock: Pick<SystemClock, "now" | "nanosWithin"> = { now: () => 1_710_498_600_123, nanosWithin: () => 0 };
    const context = new LoggerContext({ name: "shop", clock });

    expect([context.name, context.birthTime]).toEqual(["shop", 1_710_498_600_123]);
    expect(new LoggerContext().name).toBe("default");

    const before = context.properties;
    context.putProperty("a", "1");
    context.putProperty("__proto__", "2");
    context.setName("renamed");

    expect([context.name, context.getProperty("a"), context.getProperty("__proto__"), context.getProperty("constructor")]).toEqual(["renamed", "1", "2", undefined]);
    expect(before.size).toBe(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("asks its turbo filters in the order in which they were added", () => {
    const context = new LoggerContext();
    const asked: string[] = [];
    const filters = ["one", "two", "three"].map((name) => ({ decide: () => { asked.push(name); return "NEUTRAL" as const; } }));
    for (const filter of filters) {
      context.addTurboFilter(filter);
    }
    context.removeTurboFilter(filters[1] ?? expect.fail());
    context.getLogger("a").isInfoEnabled();

    expect(asked).toEqual(["one", "three"]);
  });
});

describe("apply", () => {
  function applying(): { readonly context: LoggerContext; readonly appender: (name: string) => RecordingAppender } {
    const context = new LoggerContext();
    return { context, appender: (name) => new RecordingAppender(name, context) };
  }

  test("puts everything of a configuration in force", () => {
    const { context, appender } = applying();
    const [file, mail] = [appender("FILE"), appender("MAIL")];
    context.apply(someSettings({
      name: "shop",
      properties: new Map([["a", "1"]]),
      loggers: { ROOT: { level: Level.WARN, appenders: [file] }, "com.acme": { level: Level.DEBUG, additive: false, appenders: [mail] } },
      sequenceNumbers: { next: () => 9 },
    }));
    context.getLogger("com.acme.App").debug("for MAIL");
    context.getLogger("org.other").warn("for FILE");
    context.getLogger("org.other").info("for nobody");

    expect([context.name, context.getProperty("a")]).toEqual(["shop", "1"]);
    expect([file.messages, mail.messages]).toEqual([["for FILE"], ["for MAIL"]]);
    expect(mail.events[0]?.sequenceNumber).toBe(9);
    expect(names(context.appenders)).toEqual(["FILE", "MAIL"]);
    expect([context.findAppender("MAIL"), context.findAppender("toString")]).toEqual([mail, undefined]);
  });

  test("takes ROOT in any letter case", () => {
    const { context, appender } = applying();
    const file = appender("FILE");
    context.apply(someSettings({ loggers: { root: { level: Level.ERROR, appenders: [file] } } }));
    context.getLogger("a").error("x");

    expect(context.root.level).toBe(Level.ERROR);
    expect(file.messages).toEqual(["x"]);
  });

  test("gives ROOT the level DEBUG where the configuration gives none, and other loggers that of the one above", () => {
    const { context } = applying();
    context.getLogger("a").setLevel(Level.WARN);
    context.apply(someSettings());

    expect([context.root.level, context.getLogger("b").effectiveLevel]).toEqual([Level.DEBUG, Level.DEBUG]);
  });

  test("exchanges the whole configuration between two events", () => {
    const { context, appender } = applying();
    const [before, after] = [appender("BEFORE"), appender("AFTER")];
    const log = context.getLogger("com.acme.App");
    context.apply(someSettings({ loggers: { ROOT: { level: Level.INFO, appenders: [before] }, "com.acme": { level: Level.TRACE } } }));
    log.trace("1");
    context.apply(someSettings({ loggers: { ROOT: { level: Level.WARN, appenders: [after] } } }));
    log.trace("2");
    log.warn("3");

    expect([before.messages, after.messages]).toEqual([["1"], ["3"]]);
  });

  test("lets an event that is on its way reach the appenders it set out for", () => {
    const { context, appender } = applying();
    const [first, second, later] = [appender("FIRST"), appender("SECOND"), appender("LATER")];
    context.apply(someSettings({ loggers: { ROOT: { level: Level.INFO, appenders: [first, second] } } }));
    first.onAppend = () => { context.apply(someSettings({ loggers: { ROOT: { level: Level.INFO, appenders: [later] } } })); };
    context.getLogger("a").info("x");

    expect([first.messages, second.messages, later.messages]).toEqual([["x"], ["x"], []]);
  });

  test("returns the appenders that are replaced, those that others write to last, and keeps the adopted ones", () => {
    const { context, appender } = applying();
    const [inner, outer, kept] = [appender("INNER"), appender("OUTER"), appender("KEPT")];
    const replacedAtFirst = context.apply(someSettings({ loggers: { ROOT: { appenders: [outer, kept] } }, appenders: [inner, outer, kept] }));
    const replaced = context.apply(someSettings({ loggers: { ROOT: { appenders: [kept] } } }));

    expect([names(replacedAtFirst), names(replaced)]).toEqual([[], ["OUTER", "INNER"]]);
    expect([inner, outer, kept].map(({ isStarted }) => isStarted)).toEqual([true, true, true]);
  });

  test("returns appenders that were attached in code, since nothing reaches them any more", () => {
    const { context, appender } = applying();
    const [byHand, both, file] = [appender("BY_HAND"), appender("BOTH"), appender("FILE")];
    context.getLogger("com.acme").addAppender(byHand);
    context.root.addAppender(both);
    context.root.addAppender(byHand);
    const replaced = context.apply(someSettings({ loggers: { ROOT: { appenders: [file, both] } } }));

    expect(replaced).toEqual([byHand]);
  });

  const survivals: readonly { readonly title: string; readonly first: Level | undefined; readonly atRunTime: Level | null; readonly second: Level | undefined; readonly then: Level | undefined }[] = [
    { title: "survives where the file says the same again", first: Level.INFO, atRunTime: Level.TRACE, second: Level.INFO, then: Level.TRACE },
    { title: "survives where the file says nothing of that logger", first: undefined, atRunTime: Level.TRACE, second: undefined, then: Level.TRACE },
    { title: "gives way where the file changed that logger", first: Level.INFO, atRunTime: Level.TRACE, second: Level.WARN, then: Level.WARN },
    { title: "gives way where the file names that logger for the first time", first: undefined, atRunTime: Level.TRACE, second: Level.WARN, then: Level.WARN },
    { title: "gives way where the file no longer names that logger", first: Level.INFO, atRunTime: Level.TRACE, second: undefined, then: undefined },
    { title: "survives as an inherited one too", first: Level.INFO, atRunTime: null, second: Level.INFO, then: undefined },
  ];

  for (const { title, first, atRunTime, second, then } of survivals) {
    test(`a level set at run time ${title}`, () => {
      const { context } = applying();
      const log = context.getLogger("com.acme");
      const settings = (level: Level | undefined): ContextSettings => someSettings({ loggers: { "com.acme": { level } } });
      context.apply(settings(first));
      log.setLevel(atRunTime);
      context.apply(settings(second));

      expect(log.level).toBe(then);

      context.apply(settings(second));

      expect(log.level).toBe(then);
    });
  }

  test("a level that was set at run time to what the file says is the file's again", () => {
    const { context } = applying();
    const log = context.getLogger("a");
    context.apply(someSettings({ loggers: { a: { level: Level.INFO } } }));
    log.setLevel(Level.TRACE);
    log.setLevel(Level.INFO);
    context.apply(someSettings());

    expect(log.level).toBe(undefined);
  });

  test("replaces the turbo filters of the configuration before and keeps those of the application behind its own", () => {
    const { context } = applying();
    const [own, first, second] = [1, 2, 3].map(() => ({ decide: () => "NEUTRAL" as const }));
    context.addTurboFilter(own ?? expect.fail());
    context.apply(someSettings({ turboFilters: [first ?? expect.fail()] }));

    expect(context.turboFilters).toEqual([first, own]);

    context.apply(someSettings({ turboFilters: [second ?? expect.fail()] }));

    expect(context.turboFilters).toEqual([second, own]);
  });

  test("takes properties of the configuration before away, and keeps those of the application", () => {
    const { context } = applying();
    context.putProperty("app", "code");
    context.apply(someSettings({ properties: new Map([["gone", "1"], ["changed", "1"], ["touched", "file"]]) }));
    context.putProperty("touched", "code");
    context.apply(someSettings({ properties: new Map([["changed", "2"]]) }));

    expect(Object.fromEntries(context.properties)).toEqual({ app: "code", changed: "2", touched: "code" });
  });

  test("keeps the name of a context that the configuration does not name", () => {
    const { context } = applying();
    context.apply(someSettings({ name: "shop" }));
    context.apply(someSettings());

    expect(context.name).toBe("shop");
  });

  test("replaces the status listeners of the configuration before and keeps those of the application", () => {
    const { context } = applying();
    const [own, first, second] = [1, 2, 3].map((): StatusListener => ({ onStatus: () => {} }));
    context.statusManager.addListener(own ?? expect.fail());
    context.apply(someSettings({ statusListeners: [first ?? expect.fail()] }));
    context.apply(someSettings({ statusListeners: [second ?? expect.fail()] }));

    expect(context.statusManager.listeners).toEqual([own, second]);
  });

  test("announces a status once, also where the configuration before had a listener that announced it", () => {
    const { context } = applying();
    const heard: string[] = [];
    const listener = (name: string): StatusListener => ({
      onStatus: ({ message }) => heard.push(`${name} ${message}`),
      onAdded: (previous) => { heard.push(...previous.map(({ message }) => `${name} ${message}`)); },
    });
    context.statusManager.info("read", { origin: "configuration" });
    context.apply(someSettings({ statusListeners: [listener("first")] }));
    context.statusManager.info("read again", { origin: "configuration" });
    context.apply(someSettings({ statusListeners: [listener("second")] }));
    context.statusManager.info("running", { origin: "configuration" });

    expect(heard).toEqual(["first read", "first read again", "second running"]);
  });

  test("puts the whole configuration in force when a status listener throws", () => {
    const { context, appender } = applying();
    const file = appender("FILE");
    const broken: StatusListener = { onStatus: () => { throw new Error("listener"); }, onAdded: () => { throw new Error("listener"); } };
    context.apply(someSettings({ statusListeners: [broken], loggers: { ROOT: { level: Level.INFO, appenders: [file] } } }));
    context.getLogger("a").info("x");

    expect(file.messages).toEqual(["x"]);
  });

  test("spares the context the configuration of the first use", () => {
    const context = new LoggerContext({ configureAtFirstUse: () => expect.fail("configured") });
    const file = new RecordingAppender("FILE", context);
    context.apply(someSettings({ loggers: { ROOT: { level: Level.INFO, appenders: [file] } } }));
    context.getLogger("a").info("x");

    expect(file.messages).toEqual(["x"]);
  });

  for (const name of ["__proto__", "constructor", "toString"]) {
    test(`T8: takes ${name} for a logger, an appender and a property like any other`, () => {
      const { context, appender } = applying();
      const file = appender(name);
      context.apply(someSettings({ properties: new Map([[name, "value"]]), loggers: Object.fromEntries([[name, { level: Level.WARN, appenders: [file] }]]) }));
      context.getLogger(name).warn("x");

      expect([file.messages, context.findAppender(name), context.getProperty(name)]).toEqual([["x"], file, "value"]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }
});

describe("stop", () => {
  test("stops every appender, of the configuration and attached in code, and takes them off the loggers", async () => {
    const context = new LoggerContext();
    const [file, byHand] = [new RecordingAppender("FILE", context), new RecordingAppender("BY_HAND", context)];
    context.apply(someSettings({ name: "shop", loggers: { ROOT: { level: Level.INFO, appenders: [file] } } }));
    context.getLogger("a").addAppender(byHand);
    await context.stop();
    context.getLogger("a").error("after the end");

    expect([file, byHand].map(({ isClosed, messages }) => [isClosed, messages])).toEqual([[true, []], [true, []]]);
    expect([context.name, context.appenders, context.root.appenders]).toEqual(["shop", [], []]);
  });

  test("resolves when the last byte is out", async () => {
    const context = new LoggerContext();
    const order: string[] = [];
    let written = (): void => {};
    const slow = stoppable("SLOW", () => new Promise<void>((resolve) => { written = resolve; }));
    context.apply(someSettings({ loggers: { ROOT: { appenders: [slow] } } }));
    const stopped = context.stop().then(() => order.push("stopped"));
    await Promise.resolve();
    order.push("written");
    written();
    await stopped;

    expect(order).toEqual(["written", "stopped"]);
  });

  test("begins with the appenders that write to others, in the turn of the call", () => {
    const context = new LoggerContext();
    const order: string[] = [];
    const recorded = (name: string): Appender => stoppable(name, () => { order.push(name); });
    const [inner, outer] = [recorded("INNER"), recorded("OUTER")];
    context.apply(someSettings({ loggers: { ROOT: { appenders: [inner, outer] } }, appenders: [inner, outer] }));
    void context.stop();

    expect(order).toEqual(["OUTER", "INNER"]);
  });

  for (const { how, stop } of [{ how: "throws", stop: (): never => { throw new Error("EIO"); } }, { how: "rejects", stop: () => Promise.reject(new Error("EIO")) }]) {
    test(`stops the others, and resolves, where one ${how}`, async () => {
      const context = new LoggerContext();
      const file = new RecordingAppender("FILE", context);
      context.apply(someSettings({ loggers: { ROOT: { appenders: [file, stoppable("BROKEN", stop)] } } }));
      await context.stop();

      expect(file.isClosed).toBe(true);
      expect(complaintsOf(context)).toEqual(["ERROR Appender [BROKEN] could not be stopped; its last events may be missing."]);
    });
  }

  test("is harmless when it is called twice, or before anything was configured", async () => {
    const context = new LoggerContext();
    await context.stop();
    await Promise.all([context.stop(), context.stop()]);

    expect(complaintsOf(context)).toEqual([]);
  });

  test("does not end the context: it can be configured again", async () => {
    const context = new LoggerContext();
    await context.stop();
    const file = new RecordingAppender("FILE", context);
    context.apply(someSettings({ loggers: { ROOT: { level: Level.INFO, appenders: [file] } } }));
    context.getLogger("a").info("x");

    expect(file.messages).toEqual(["x"]);
  });
});

/** An appender that does not extend BaseAppender. */
function stoppable(name: string, stop: () => void | Promise<void>): Appender {
  return { name, isStarted: true, counters: { logged: 0, written: 0, queued: 0, dropped: 0 }, start: () => {}, stop, doAppend: () => {} };
}
