import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Appender } from "../../src/core/appender.js";
import type { FilterReply, TurboFilter } from "../../src/core/filter.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import type { Logger } from "../../src/core/logger.js";
import { LoggingEvent } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";
import { complaintsOf, recording, RecordingAppender } from "../support/recording.js";
import { revokedProxy } from "../support/revoked-proxy.js";

const LEVELS = [Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR] as const;
const METHODS = ["trace", "debug", "info", "warn", "error"] as const;
const AUDIT = new Marker("AUDIT");

/** Calls all five methods and tells the levels of the events that came of it. */
function levelsLogged(log: Logger, appender: RecordingAppender): string[] {
  const before = appender.events.length;
  for (const method of METHODS) {
    log[method](method);
  }
  return appender.events.slice(before).map(({ level }) => level.name);
}

function filterThat(decide: TurboFilter["decide"]): TurboFilter {
  return { decide };
}

function always(reply: FilterReply): TurboFilter {
  return filterThat(() => reply);
}

/** An appender that does not extend BaseAppender. */
function foreignAppender(doAppend: (event: LoggingEvent) => void): Appender {
  return { name: "FOREIGN", isStarted: true, counters: { logged: 0, written: 0, queued: 0, dropped: 0 }, start: () => {}, stop: () => {}, doAppend };
}

describe("levels", () => {
  const thresholds = [
    { level: Level.ALL, logged: ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"] },
    { level: Level.TRACE, logged: ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"] },
    { level: Level.DEBUG, logged: ["DEBUG", "INFO", "WARN", "ERROR"] },
    { level: Level.INFO, logged: ["INFO", "WARN", "ERROR"] },
    { level: Level.WARN, logged: ["WARN", "ERROR"] },
    { level: Level.ERROR, logged: ["ERROR"] },
    { level: Level.OFF, logged: [] },
  ];

  for (const { level, logged } of thresholds) {
    test(`a logger at ${level.name} logs ${logged.join(", ") || "nothing"}, by method, by log(level), fluently, and says so when asked`, () => {
      const { context, appender } = recording();
      const log = context.getLogger("com.acme.App");
      log.setLevel(level);

      expect(levelsLogged(log, appender)).toEqual(logged);

      appender.events.length = 0;
      for (const each of LEVELS) {
        log.log(each, "by level");
        log.atLevel(each).log("fluently");
      }

      expect(appender.events.map((event) => event.level.name)).toEqual(logged.flatMap((name) => [name, name]));
      expect([log.isTraceEnabled(), log.isDebugEnabled(), log.isInfoEnabled(), log.isWarnEnabled(), log.isErrorEnabled()]).toEqual(LEVELS.map(({ name }) => logged.includes(name)));
      expect(LEVELS.map((each) => log.isEnabledFor(each))).toEqual(LEVELS.map(({ name }) => logged.includes(name)));
    });
  }

  test("a logger without a level has that of the nearest one above, at once when it changes", () => {
    const { context, appender } = recording();
    context.root.setLevel(Level.WARN);
    const leaf = context.getLogger("com.acme.web.Cart");

    expect(leaf.level).toBe(undefined);
    expect(levelsLogged(leaf, appender)).toEqual(["WARN", "ERROR"]);

    context.getLogger("com.acme").setLevel(Level.DEBUG);

    expect(leaf.effectiveLevel).toBe(Level.DEBUG);
    expect(levelsLogged(leaf, appender)).toEqual(["DEBUG", "INFO", "WARN", "ERROR"]);

    leaf.setLevel("off");
    context.getLogger("com").setLevel(Level.TRACE);

    expect(levelsLogged(leaf, appender)).toEqual([]);

    for (const inherit of [null, undefined]) {
      leaf.setLevel("error");
      leaf.setLevel(inherit);

      expect(leaf.level).toBe(undefined);
      expect(leaf.effectiveLevel).toBe(Level.DEBUG);
    }
  });

  test("a logger made after the level was set has it too", () => {
    const { context, appender } = recording();
    context.getLogger("com.acme").setLevel(Level.ERROR);

    expect(levelsLogged(context.getLogger("com.acme.Late"), appender)).toEqual(["ERROR"]);
  });

  test("setLevel takes a name in any letter case", () => {
    const log = new LoggerContext().getLogger("a");
    log.setLevel(" wArN ");

    expect(log.level).toBe(Level.WARN);
  });

  const wrong = [
    { level: "LOUD", came: '"LOUD"' },
    { level: "", came: '""' },
    { level: "__proto__", came: '"__proto__"' },
    { level: 20_000, came: "number" },
    { level: {}, came: "Object" },
  ];

  for (const { level, came } of wrong) {
    test(`setLevel(${JSON.stringify(level)}) throws and changes nothing`, () => {
      const log = new LoggerContext().getLogger("a");
      log.setLevel(Level.WARN);

      expect(() => { log.setLevel(level as string); }).toThrow(new TypeError(`setLevel: expected a level, or OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL, got ${came}.`));
      expect(log.level).toBe(Level.WARN);
    });
  }

  test("ROOT cannot be without a level", () => {
    const { root } = new LoggerContext();

    expect(() => { root.setLevel(null); }).toThrow(new RangeError("setLevel: ROOT needs a level of its own, got none."));
    expect(root.level).toBe(Level.DEBUG);
  });
});

describe("hierarchy", () => {
  test("an event goes to the appenders of its logger, then to those above", () => {
    const context = new LoggerContext();
    const order: string[] = [];
    for (const name of ["ROOT", "com", "com.acme", "com.acme.App"]) {
      const appender = new RecordingAppender(name, context);
      appender.onAppend = () => order.push(name);
      context.getLogger(name).addAppender(appender);
    }
    context.getLogger("com.acme.App").info("a");

    expect(order).toEqual(["com.acme.App", "com.acme", "com", "ROOT"]);
  });

  test("an event goes no further up than the first logger that is not additive", () => {
    const { context, appender } = recording();
    const acme = new RecordingAppender("ACME", context);
    const log = context.getLogger("com.acme.App");
    context.getLogger("com.acme").addAppender(acme);
    context.getLogger("com.acme").setAdditive(false);
    log.info("kept below");

    expect([acme.messages, appender.messages]).toEqual([["kept below"], []]);

    context.getLogger("com.acme").setAdditive(true);
    log.info("for both");

    expect([acme.messages, appender.messages]).toEqual([["kept below", "for both"], ["for both"]]);
    expect(log.additive).toBe(true);
  });

  test("an appender is attached once, and detached by itself or by its name", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    const [one, two] = [new RecordingAppender("ONE", context), new RecordingAppender("TWO", context)];
    log.addAppender(one);
    log.addAppender(two);
    log.addAppender(one);
    log.info("first");

    expect(log.appenders).toEqual([one, two]);
    expect(log.detachAppender(one)).toBe(true);
    expect(log.detachAppender(one)).toBe(false);
    expect(log.detachAppender("TWO")).toBe(true);
    expect(log.detachAppender("TWO")).toBe(false);

    log.info("second");

    expect([one.messages, two.messages, appender.messages]).toEqual([["first"], ["first"], ["first", "second"]]);
    expect([one.isStarted, two.isStarted]).toEqual([true, true]);
  });

  test("an appender that is attached twice on the way up gets the event twice, as in Logback", () => {
    const { context, appender } = recording();
    context.getLogger("a").addAppender(appender);
    context.getLogger("a").info("twice");

    expect(appender.messages).toEqual(["twice", "twice"]);
  });

  test("an event without any appender is told once for the whole context", () => {
    const context = new LoggerContext({ name: "shop" });
    context.getLogger("com.acme.App").info("lost");
    context.getLogger("com.acme.Other").info("lost too");

    expect(complaintsOf(context)).toEqual(["WARN No appenders present in context [shop] for logger [com.acme.App]."]);
  });
});

describe("methods", () => {
  test("a call whose level is off does nothing with its arguments", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    log.setLevel(Level.ERROR);
    const fail = (): never => {
      throw new Error("touched");
    };
    const argument = { toString: fail, get getter() { return fail(); } };
    log.info("{}", argument);
    log.info(argument as never);
    log.atInfo().addArgument(fail).addKeyValue("k", fail).setMessage(fail).log(fail, fail);

    expect(appender.events).toEqual([]);
    expect(complaintsOf(context)).toEqual([]);
  });

  test("methods change when a level changes, when turbo filters come and go, and not otherwise", () => {
    const { context } = recording();
    const log = context.getLogger("a.b");
    const enabled = log.info;
    context.root.setLevel(Level.WARN);
    const disabled = log.info;

    expect(disabled).not.toBe(enabled);
    expect(log.debug).toBe(disabled);

    const filter = always("NEUTRAL");
    context.addTurboFilter(filter);

    expect([enabled, disabled]).not.toContain(log.info);

    context.removeTurboFilter(filter);

    expect(log.info).toBe(disabled);

    context.root.setLevel(Level.INFO);

    expect(log.info).toBe(enabled);
  });

  test("a turbo filter is asked about the loggers and levels that concern it, and about no others", () => {
    const { context, appender } = recording();
    const asked: string[] = [];
    const untouched = context.getLogger("b").info;
    context.addTurboFilter({
      concerns: (logger, level) => logger.name === "a" && level === Level.DEBUG,
      decide: (_marker, logger, level, message) => {
        asked.push(`${logger.name} ${level.name} ${String(message)}`);
        return "DENY";
      },
    });
    context.getLogger("a").debug("one");
    context.getLogger("a").info("two");
    context.getLogger("b").debug("three");

    expect(asked).toEqual(["a DEBUG one"]);
    expect(appender.messages).toEqual(["two", "three"]);
    expect(context.getLogger("b").info).toBe(untouched);
  });

  test("turbo filters that ignore the call are asked without its message, and what they let through is logged whole", () => {
    const { context, appender } = recording();
    const asked: unknown[] = [];
    context.root.setLevel(Level.WARN);
    context.addTurboFilter({ ignoresCall: true, decide: (...given) => (asked.push(given.slice(2)), given[2] === Level.DEBUG ? "ACCEPT" : "NEUTRAL") });
    const log = context.getLogger("a");
    const boom = new Error("boom");
    log.debug("user {} failed", 7, boom);
    log.debug(boom, "again");
    log.info("not logged");
    log.error("logged as ever");

    expect(asked.slice(0, 2)).toEqual([[Level.DEBUG, undefined, undefined, undefined], [Level.DEBUG, undefined, undefined, undefined]]);
    expect(appender.messages).toEqual(["user 7 failed", "again", "logged as ever"]);
    expect(appender.events.map(({ throwable }) => throwable)).toEqual([boom, boom, undefined]);
  });

  test("a filter that looks at the call is asked with it, also beside one that does not", () => {
    const { context } = recording();
    const messages: unknown[] = [];
    context.addTurboFilter({ ignoresCall: true, decide: () => "NEUTRAL" });
    context.addTurboFilter({ decide: (_marker, _logger, _level, message) => (messages.push(message), "NEUTRAL") });
    context.getLogger("a").info("said");

    expect(messages).toEqual(["said"]);
  });

  test("a method that was kept from before a level was raised logs by the level it had then", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    const kept = log.info.bind(log);
    log.setLevel(Level.WARN);
    kept("kept");
    log.info("asked anew");

    expect(appender.messages).toEqual(["kept"]);
  });
});

describe("what a call can look like", () => {
  const boom = new Error("boom");
  const calls: readonly { readonly title: string; readonly call: readonly unknown[]; readonly text: string; readonly throwable?: unknown; readonly markers?: readonly Marker[] }[] = [
    { title: "a message", call: ["plain"], text: "plain" },
    { title: "a message with arguments", call: ["{} of {}", 1, 2], text: "1 of 2" },
    { title: "too few arguments", call: ["{} of {}", 1], text: "1 of {}" },
    { title: "too many arguments", call: ["{}", 1, 2], text: "1" },
    { title: "a message with an error behind it", call: ["failed", boom], text: "failed", throwable: boom },
    { title: "an error behind the arguments", call: ["{} failed", "job", boom], text: "job failed", throwable: boom },
    { title: "an error where a placeholder is left", call: ["x {}", boom], text: "x {}", throwable: boom },
    { title: "an error that is not the last argument", call: ["{} then {}", boom, "rest"], text: "Error: boom then rest" },
    { title: "two errors at the end", call: ["{}", boom, new TypeError("last")], text: "Error: boom", throwable: new TypeError("last") },
    { title: "an error alone", call: [boom], text: "boom", throwable: boom },
    { title: "an error without a message", call: [new Error("")], text: "", throwable: new Error("") },
    { title: "an error before the message", call: [boom, "while {}", 1], text: "while 1", throwable: boom },
    { title: "a marker before the message", call: [AUDIT, "paid {}", 5], text: "paid 5", markers: [AUDIT] },
    { title: "a marker and an error behind", call: [AUDIT, "paid {}", 5, boom], text: "paid 5", throwable: boom, markers: [AUDIT] },
    { title: "a marker and an error", call: [AUDIT, boom], text: "boom", throwable: boom, markers: [AUDIT] },
    { title: "a marker, an error and a message", call: [AUDIT, boom, "while {}", 1], text: "while 1", throwable: boom, markers: [AUDIT] },
    { title: "a marker as an argument", call: ["about {}", AUDIT], text: "about AUDIT" },
    { title: "a number", call: [42], text: "42" },
    { title: "an object", call: [{ a: 1 }], text: "{ a: 1 }" },
    { title: "null", call: [null], text: "null" },
    { title: "nothing at all", call: [], text: "undefined" },
    { title: "an object that prints a placeholder, and an argument", call: [{ toString: () => "{} items" }, 3], text: "{} items" },
  ];

  for (const { title, call, text, throwable, markers = [] } of calls) {
    test(`${title} is logged as "${text}"${throwable === undefined ? "" : " with its throwable"}`, () => {
      const { context, appender } = recording();
      const log = context.getLogger("a");
      const invoke = (): void => {
        log.info(...(call as Parameters<Logger["info"]>));
        log.log(Level.INFO, ...(call as Parameters<Logger["info"]>));
      };
      invoke();
      context.addTurboFilter(always("NEUTRAL"));
      invoke();

      expect(appender.events).toHaveLength(4);
      for (const event of appender.events) {
        expect(event.formattedMessage).toBe(text);
        expect(event.throwable).toEqual(throwable);
        expect(event.markers).toEqual(markers);
      }
      expect(complaintsOf(context)).toEqual([]);
    });
  }
});

test("of null as the message an event keeps that it was no word, and turbo filters are given none", () => {
  const { context, appender } = recording();
  const log = context.getLogger("a");
  const isEach = (): readonly boolean[] => appender.events.splice(0).map(({ isMessageNull }) => isMessageNull === true);
  const logAll = (): void => {
    log.info(null);
    log.info(AUDIT, null);
    log.log(Level.INFO, null);
    log.atInfo().setMessage(null as never).log();
    log.info("null");
    log.info(undefined);
    log.atInfo().log("null");
  };
  logAll();
  expect(isEach()).toEqual([true, true, true, true, false, false, false]);

  const given: (string | undefined)[] = [];
  context.addTurboFilter({ decide: (_marker, _logger, _level, message) => (given.push(message), "NEUTRAL") });
  logAll();
  expect(isEach()).toEqual([true, true, true, true, false, false, false]);
  // The fluent API asks before, too.
  expect(given).toEqual([undefined, undefined, undefined, undefined, undefined, "null", "undefined", undefined, "null"]);
});

describe("turbo filters", () => {
  const replies = [
    { replies: ["NEUTRAL"], level: Level.WARN, logged: ["WARN", "ERROR"] },
    { replies: ["DENY"], level: Level.TRACE, logged: [] },
    { replies: ["ACCEPT"], level: Level.OFF, logged: ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"] },
    { replies: ["NEUTRAL", "DENY", "ACCEPT"], level: Level.TRACE, logged: [] },
    { replies: ["NEUTRAL", "ACCEPT", "DENY"], level: Level.OFF, logged: ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"] },
    { replies: [undefined as never, "NEUTRAL"], level: Level.WARN, logged: ["WARN", "ERROR"] },
  ] as const;

  for (const { replies: given, level, logged } of replies) {
    test(`that reply ${given.map(String).join(", ")} at level ${level.name} let ${logged.join(", ") || "nothing"} pass, in every kind of call`, () => {
      const { context, appender } = recording();
      const log = context.getLogger("a");
      log.setLevel(level);
      for (const reply of given) {
        context.addTurboFilter(always(reply));
      }

      expect(levelsLogged(log, appender)).toEqual(logged);

      appender.events.length = 0;
      for (const each of LEVELS) {
        log.log(each, "by level");
        log.atLevel(each).log("fluently");
      }

      expect(appender.events.map((event) => event.level.name)).toEqual(logged.flatMap((name) => [name, name]));
      expect(LEVELS.filter((each) => log.isEnabledFor(each)).map(({ name }) => name)).toEqual(logged);
    });
  }

  type Asked = readonly [marker: string | undefined, logger: string, level: string, message: string | undefined, args: readonly unknown[] | undefined, throwable: unknown];

  function asking(log: Logger, reply: FilterReply = "NEUTRAL"): Asked[] {
    const asked: Asked[] = [];
    log.context.addTurboFilter(filterThat((marker, logger, level, message, args, throwable) => {
      asked.push([marker?.name, logger.name, level.name, message, args, throwable]);
      return reply;
    }));
    return asked;
  }

  const boom = new Error("boom");
  const questions: readonly { readonly title: string; readonly call: (log: Logger) => void; readonly asked: readonly Asked[] }[] = [
    { title: "a plain call", call: (log) => { log.info("x {}", 1, boom); }, asked: [[undefined, "a", "INFO", "x {}", [1, boom], boom]] },
    { title: "a call below its level", call: (log) => { log.trace("x {}", 1); }, asked: [[undefined, "a", "TRACE", "x {}", [1], undefined]] },
    { title: "a call with a marker", call: (log) => { log.warn(AUDIT, "x {}", 1); }, asked: [["AUDIT", "a", "WARN", "x {}", [1], undefined]] },
    { title: "a call with an error alone", call: (log) => { log.error(boom); }, asked: [[undefined, "a", "ERROR", "boom", [], boom]] },
    { title: "a call with the error first", call: (log) => { log.error(boom, "while {}", 1); }, asked: [[undefined, "a", "ERROR", "while {}", [1], boom]] },
    { title: "isInfoEnabled", call: (log) => log.isInfoEnabled(AUDIT), asked: [["AUDIT", "a", "INFO", undefined, undefined, undefined]] },
    {
      title: "a fluent call",
      call: (log) => { log.atInfo().addMarker(AUDIT).addMarker(new Marker("OTHER")).addArgument(1).addKeyValue("k", 2).setCause(boom).log("x {}"); },
      asked: [[undefined, "a", "INFO", undefined, undefined, undefined], ["AUDIT", "a", "INFO", "x {}", [1], boom]],
    },
    { title: "a fluent call that is never ended", call: (log) => { log.atInfo(); }, asked: [[undefined, "a", "INFO", undefined, undefined, undefined]] },
    { title: "a fluent call below its level", call: (log) => { log.atTrace().log("x"); }, asked: [[undefined, "a", "TRACE", undefined, undefined, undefined]] },
  ];

  for (const { title, call, asked } of questions) {
    test(`are asked about ${title} with what is known then`, () => {
      const { context } = recording();
      const log = context.getLogger("a");
      log.setLevel(Level.DEBUG);
      const heard = asking(log);
      call(log);

      expect(heard).toEqual(asked);
    });
  }

  test("can deny a fluent call by its marker, which they see only when it is logged", () => {
    const { context, appender } = recording();
    context.addTurboFilter(filterThat((marker) => (marker?.name === "AUDIT" ? "DENY" : "NEUTRAL")));
    const log = context.getLogger("a");
    log.atInfo().addMarker(AUDIT).log("denied");
    log.atInfo().log("passed");

    expect(appender.messages).toEqual(["passed"]);
  });

  test("that accept every call print an argument's toString once", () => {
    const { context, appender } = recording();
    let calls = 0;
    const argument = { toString: () => `call ${String(++calls)}` };
    context.addTurboFilter(always("ACCEPT"));
    context.getLogger("a").info(argument);

    expect(appender.messages).toEqual(["call 1"]);
    expect(calls).toBe(1);
  });

  test("that throw are passed over with one status, and the next is asked", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    context.addTurboFilter(filterThat(() => { throw new Error("filter"); }));
    context.addTurboFilter(filterThat((_marker, _logger, _level, message) => (message === "denied" ? "DENY" : "NEUTRAL")));
    log.info("one");
    log.info("denied");
    log.atInfo().log("two");

    expect(log.isInfoEnabled()).toBe(true);
    expect(appender.messages).toEqual(["one", "two"]);
    expect(complaintsOf(context)).toEqual(["ERROR A log call failed; its event may be missing. Said once for this logger."]);
  });
});

describe("T7: a log call never throws", () => {
  const hostile: readonly { readonly title: string; readonly value: unknown }[] = [
    { title: "a revoked Proxy", value: revokedProxy() },
    { title: "a Proxy whose traps throw", value: new Proxy({}, { get: thrower, getPrototypeOf: thrower, ownKeys: thrower, getOwnPropertyDescriptor: thrower, has: thrower }) },
    { title: "a toString that throws", value: { toString: thrower } },
    { title: "a toString that throws a symbol-named error", value: { toString: () => { throw Object.assign(new Error("x"), { name: Symbol("x") }); } } },
    { title: "a getter that throws", value: { get a() { return thrower(); } } },
    { title: "an error whose message and stack throw", value: Object.create(Error.prototype, { message: { get: thrower }, stack: { get: thrower }, name: { get: thrower } }) as unknown },
    { title: "a supplier that throws", value: thrower },
    { title: "a supplier that throws a hostile error", value: () => { throw Object.assign(new Error("x"), { name: Symbol("x") }); } },
    { title: "a symbol", value: Symbol("s") },
    { title: "a bigint", value: 10n ** 100n },
    { title: "an object without a prototype", value: Object.create(null) as unknown },
  ];

  for (const { title, value } of hostile) {
    for (const withFilter of [false, true]) {
      test(`${title} in every place is logged${withFilter ? " through turbo filters" : ""}, and the next event is fine`, () => {
        const { context, appender } = recording();
        const log = context.getLogger("a");
        if (withFilter) {
          context.addTurboFilter(always("NEUTRAL"));
        }
        log.info(value);
        log.info("{}", value);
        log.info(AUDIT, value);
        log.info(value, "text", value);
        log.log(Level.INFO, value);
        log.atInfo().log("fluent {}", value);
        log.atInfo().addArgument(value).addKeyValue("k", value).setCause(value).log(value as string);
        log.info("next");

        expect(appender.events).toHaveLength(8);
        for (const event of appender.events) {
          expect(typeof event.formattedMessage).toBe("string");
        }
        expect(appender.messages.at(-1)).toBe("next");
        expect(complaintsOf(context)).toEqual([]);
      });
    }
  }

  for (const level of [undefined, null, "INFO", 20_000, {}, { name: "LOUD", value: 99_999 }]) {
    test(`log(${inspect(level)}, ...) is no log call: nothing is logged, and a status says so once`, () => {
      const { context, appender } = recording();
      const log = context.getLogger("a");
      log.log(level as never, "lost");
      log.atLevel(level as never).log("lost");
      log.info("next");

      expect(appender.messages).toEqual(["next"]);
      expect(complaintsOf(context)).toEqual(["ERROR A log call failed; its event may be missing. Said once for this logger."]);
      expect(context.statusManager.statuses.at(-1)?.cause).toEqual(new TypeError(`log: expected a Level, got ${level === null ? "null" : typeof level === "object" ? "Object" : typeof level}.`));
    });
  }

  test("an appender of the application that throws does not keep the event from the others, and is told once", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    log.addAppender(foreignAppender(() => { throw new Error("foreign"); }));
    log.info("one");
    log.info("two");

    expect(appender.messages).toEqual(["one", "two"]);
    expect(complaintsOf(context)).toEqual(["ERROR A log call failed; its event may be missing. Said once for this logger."]);
    expect(context.statusManager.statuses[0]?.cause).toEqual(new Error("foreign"));
  });

  test("a first configuration that throws is told, and the call and the next ones return", () => {
    let calls = 0;
    const context = new LoggerContext({ configureAtFirstUse: () => { calls++; throw new Error("configuration"); } });
    const log = context.getLogger("a");
    const uses: readonly (() => unknown)[] = [
      () => log.isInfoEnabled(),
      () => { log.log(Level.INFO, "x"); },
      () => { log.atInfo().log("x"); },
      () => { log.callAppenders(LoggingEvent.of()); },
      () => { log.setLevel(Level.INFO); },
      () => log.effectiveLevel,
    ];
    for (const use of uses) {
      expect(use).not.toThrow();
    }
    expect(calls).toBe(1);
    expect(complaintsOf(context)).toEqual([
      "ERROR The first use of a logger could not configure the context.",
      "WARN No appenders present in context [default] for logger [a].",
    ]);
  });
});

describe("T14: a log call within a log call", () => {
  test("by an argument's toString is dropped where the appender is at work, counted and told once", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    const talkative = { toString: () => { log.info("from toString"); return "printed"; } };
    appender.onAppend = (event) => event.formattedMessage;
    log.info("outer {}", talkative);
    log.info("outer {}", talkative);
    log.info("next");

    expect(appender.messages).toEqual(["outer printed", "outer printed", "next"]);
    expect(appender.counters).toEqual({ logged: 5, written: 3, queued: 0, dropped: 2 });
    expect(complaintsOf(context)).toEqual(["WARN Appender [RECORD]: An event was logged while this appender was at work on another; it is dropped. Said once; see its counters."]);
  });

  test("reaches the appenders that are not at work", () => {
    const { context, appender } = recording();
    const other = new RecordingAppender("OTHER", context);
    const log = context.getLogger("a");
    context.getLogger("b").addAppender(other);
    appender.onAppend = () => { context.getLogger("b").info("inner"); };
    log.info("outer");

    expect([appender.messages, other.messages]).toEqual([["outer"], ["inner"]]);
  });

  test("by a status listener neither recurses nor throws", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    context.statusManager.addListener({ onStatus: ({ message }) => { log.warn(message); } });
    appender.onAppend = () => { throw new Error("disk"); };
    log.info("lost");
    log.info("lost");
    appender.onAppend = undefined;
    log.info("next");

    expect(appender.messages.at(-1)).toBe("next");
    expect(appender.counters.dropped).toBeGreaterThanOrEqual(2);
  });

  test("by two appenders of the application that both log comes to an end", () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    for (const name of ["first", "second"]) {
      log.addAppender(foreignAppender(() => { log.info(`from ${name}`); }));
    }
    log.info("outer");
    log.info("next");

    expect(appender.messages.filter((message) => message === "outer" || message === "next")).toEqual(["outer", "next"]);
    expect(appender.events.length).toBeLessThan(1_000);
    expect(complaintsOf(context)).toEqual(["ERROR A log call failed; its event may be missing. Said once for this logger."]);
  });
});

describe("T8: logger names", () => {
  for (const name of ["__proto__", "constructor", "toString", "a.__proto__.b"]) {
    test(`${name} names a logger like any other`, () => {
      const { context, appender } = recording();

      expect(context.findLogger(name)).toBe(undefined);

      const log = context.getLogger(name);
      log.setLevel(Level.WARN);
      levelsLogged(log, appender);

      expect(log.name).toBe(name);
      expect(context.findLogger(name)).toBe(log);
      expect(appender.events.map((event) => event.loggerName)).toEqual([name, name]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }

  test("with 50,000 parts are a hierarchy like any other", () => {
    const { context, appender } = recording();
    const deep = context.getLogger("a.".repeat(50_000));
    context.root.setLevel(Level.ERROR);
    deep.warn("off");
    deep.error("on");

    expect(appender.messages).toEqual(["on"]);
    expect(deep.effectiveLevel).toBe(Level.ERROR);
  });
});

test("callAppenders hands out an event that was built by hand, whatever the level", () => {
  const { context, appender } = recording();
  const log = context.getLogger("com.acme.App");
  log.setLevel(Level.OFF);
  context.addTurboFilter(always("DENY"));
  const event = LoggingEvent.of({ loggerName: "from.elsewhere", level: Level.DEBUG, message: "bridged {}", args: [1] });
  log.callAppenders(event);

  expect(appender.events).toEqual([event]);
  expect(appender.messages).toEqual(["bridged 1"]);
});

test("the first use of a logger configures the context, its making does not", () => {
  const configured: string[] = [];
  const context = new LoggerContext({ configureAtFirstUse: () => { configured.push("configured"); } });
  const log = context.getLogger("a");

  expect(configured).toEqual([]);

  log.trace("first use");
  log.trace("second use");

  expect(configured).toEqual(["configured"]);
});

test("a first use that configures decides by the level configured then", () => {
  const context: LoggerContext = new LoggerContext({ configureAtFirstUse: () => {
    context.root.setLevel(Level.WARN);
    context.root.addAppender(appender);
  } });
  const appender = new RecordingAppender("RECORD", context);
  const log = context.getLogger("a");
  log.info("off");
  log.warn("on");

  expect(appender.messages).toEqual(["on"]);
  expect(complaintsOf(context)).toEqual([]);
});

function thrower(): never {
  throw new Error("hostile");
}
