import { describe, expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { LoggingEvent, type LoggingEventInit } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";
import { MdcMap } from "../../src/core/mdc.js";
import { DEFAULT_PRINT_LIMITS } from "../../src/core/printable.js";
import type { Clock } from "../../src/util/clock.js";
import { anEvent } from "../support/events.js";
import { recording } from "../support/recording.js";

function clockAt(epochMs: number, nanos: number): Clock {
  return { now: () => epochMs, nanosWithin: () => nanos };
}

function countingArgument(): { readonly calls: () => number; readonly argument: object } {
  let calls = 0;
  return { calls: () => calls, argument: { toString: () => `call ${String(++calls)}` } };
}

describe("an event of a log call", () => {
  test("is of the thread that the MDC names", () => {
    const { context, appender } = recording({ threadName: "worker-3" });
    const log = context.getLogger("a");
    context.mdc.run({ "com.openexchange.grizzly.threadName": "OXWorker-7" }, () => {
      log.info("in the scope");
      context.mdc.put("user", "ann");
      log.info("with another key");
    });
    log.info("outside");

    expect(appender.events.map(({ threadName }) => threadName)).toEqual(["OXWorker-7", "OXWorker-7", "worker-3"]);
  });

  test("knows its logger, level, time, thread and context", () => {
    const { context, appender } = recording({ name: "shop", clock: clockAt(1_710_498_600_123, 456_789), threadName: "worker-3" });
    context.getLogger("com.acme.App").warn("x {}", 1);
    const event = appender.events[0] ?? expect.fail();

    expect([event.loggerName, event.level, event.timestamp, event.threadName]).toEqual(["com.acme.App", Level.WARN, 1_710_498_600_123, "worker-3"]);
    expect([event.message, event.args, event.formattedMessage]).toEqual(["x {}", [1], "x 1"]);
    expect([event.throwable, event.throwableInfo, event.markers, event.keyValuePairs, event.sequenceNumber]).toEqual([undefined, undefined, [], [], 0]);
    expect(event.context.name).toBe("shop");
    expect(String(event)).toBe("[WARN] x 1");
  });

  test("has nanoseconds only where something configured prints them", () => {
    const { context, appender } = recording({ clock: clockAt(1_000, 456_789) });
    const log = context.getLogger("a");
    log.info("coarse");
    context.fineClock = true;
    log.info("fine");

    expect(appender.events.map(({ timestamp, nanos }) => [timestamp, nanos])).toEqual([[1_000, 0], [1_000, 456_789]]);
  });

  test("takes its number from the context's generator", () => {
    const { context, appender } = recording();
    let last = 40;
    context.sequenceNumbers = { next: () => ++last };
    context.getLogger("a").info("one");
    context.getLogger("b").atInfo().log("two");
    context.sequenceNumbers = undefined;
    context.getLogger("a").info("three");

    expect(appender.events.map(({ sequenceNumber }) => sequenceNumber)).toEqual([41, 42, 0]);
  });

  test("prints its arguments when the message is first read, and only once", () => {
    const { context, appender } = recording();
    const { argument, calls } = countingArgument();
    context.getLogger("a").info("{}", argument);
    const event = appender.events[0] ?? expect.fail();

    expect(calls()).toBe(0);
    expect([event.formattedMessage, event.formattedMessage, String(event)]).toEqual(["call 1", "call 1", "[INFO] call 1"]);
    expect(calls()).toBe(1);
  });

  test("takes its throwable apart when it is first asked for, and only once", () => {
    let calls = 0;
    const error = Object.defineProperty(new Error("boom"), "cause", { get: () => { calls++; return undefined; } });
    const event = anEvent({ throwable: error });

    expect(calls).toBe(0);
    expect(event.throwableInfo?.message).toBe("boom");
    expect(event.throwableInfo).toBe(event.throwableInfo);
    expect(calls).toBe(1);
  });

  const bounds = [
    { title: "a message without arguments", message: "1234567", args: [], text: "12345…[cut: 2 more characters]" },
    { title: "a message with its arguments in place", message: "{}{}", args: ["123", "456"], text: "12345…[cut: 1 more characters]" },
    { title: "nothing that fits", message: "12345", args: [], text: "12345" },
  ];

  for (const { title, message, args, text } of bounds) {
    test(`T7: cuts ${title} where it is longer than a string may be`, () => {
      const { context, appender } = recording({ printLimits: { ...DEFAULT_PRINT_LIMITS, maxStringLength: 5 } });
      context.getLogger("a").info(message, ...args);

      expect(appender.messages).toEqual([text]);
    });
  }
});

describe("the call site", () => {
  const calls: readonly { readonly title: string; readonly call: (context: LoggerContext) => void }[] = [
    { title: "a method", call: function callSite(context) { context.getLogger("a").info("x"); } },
    { title: "log(level)", call: function callSite(context) { context.getLogger("a").log(Level.INFO, "x"); } },
    { title: "a fluent call", call: function callSite(context) { context.getLogger("a").atInfo().addArgument(1).log("x"); } },
    { title: "a method before turbo filters", call: function callSite(context) { context.addTurboFilter({ decide: () => "NEUTRAL" }); context.getLogger("a").info("x"); } },
  ];

  for (const { title, call } of calls) {
    test(`of ${title} is the function that called it`, () => {
      const { context, appender } = recording();
      appender.onAppend = (event) => event.callerFrames;
      call(context);
      const [frame] = appender.events[0]?.callerFrames ?? [];

      expect([frame?.methodName, frame?.fileName]).toEqual(["callSite", "logging-event.test.ts"]);
      expect(frame?.lineNumber).toBeGreaterThan(1);
    });
  }

  test("is looked up only when it is read, and once", () => {
    const { context, appender } = recording();
    const seen: unknown[] = [];
    appender.onAppend = (event) => { seen.push(event.hasCallerFrames, event.callerFrames, event.hasCallerFrames, event.callerFrames); };
    context.getLogger("a").info("x");

    expect([seen[0], seen[2]]).toEqual([false, true]);
    expect(seen[3]).toBe(seen[1]);
  });

  test("is unknown when it is first read after the call", () => {
    const { context, appender } = recording();
    context.getLogger("a").info("x");

    expect(appender.events[0]?.callerFrames).toEqual([]);
  });

  test("of a kept event is never that of a later call that reads it", () => {
    const { context, appender } = recording();
    const kept: LoggingEvent[] = [];
    appender.onAppend = (event) => {
      const [before] = kept;
      kept.push(event);
      return before?.callerFrames;
    };
    const log = context.getLogger("a");
    const ways = [() => { log.info("first"); }, () => { log.log(Level.INFO, "first"); }, () => { log.atInfo().log("first"); }, () => { log.info(new Error("first")); }];
    for (const way of ways) {
      kept.length = 0;
      way();
      way();

      expect(kept[0]?.callerFrames).toEqual([]);
    }
  });
});

describe("an event built by hand", () => {
  test("has a default for everything", () => {
    const before = Date.now();
    const event = LoggingEvent.of();

    expect([event.loggerName, event.level, event.message, event.formattedMessage, event.threadName]).toEqual(["ROOT", Level.INFO, "", "", "main"]);
    expect([event.args, event.markers, event.keyValuePairs, event.callerFrames, event.nanos, event.sequenceNumber]).toEqual([[], [], [], [], 0, 0]);
    expect([event.throwable, event.throwableInfo, event.mdc]).toEqual([undefined, undefined, MdcMap.EMPTY]);
    expect(event.timestamp).toBeGreaterThanOrEqual(before);
    expect([event.context.name, event.context.birthTime, event.context.properties.size, event.context.printLimits]).toEqual(["default", event.timestamp, 0, DEFAULT_PRINT_LIMITS]);
  });

  test("has the thread that the MDC names, unless it is given another one", () => {
    const mdc = { "com.openexchange.grizzly.threadName": "OXWorker-7" };

    expect([LoggingEvent.of({ mdc }).threadName, LoggingEvent.of({ mdc, threadName: "http-1" }).threadName]).toEqual(["OXWorker-7", "http-1"]);
  });

  test("has every part that it is given", () => {
    const error = new Error("boom");
    const init = {
      loggerName: "com.acme.App",
      level: Level.ERROR,
      message: "{} of {}",
      args: [1, 2],
      timestamp: 1_710_498_600_123,
      nanos: 456_789,
      threadName: "http-1",
      mdc: { user: "ann" },
      markers: [new Marker("AUDIT")],
      keyValuePairs: [{ key: "k", value: 1 }],
      throwable: error,
      sequenceNumber: 7,
      callerFrames: ["com.acme.App.main(App.java:12)", "java.base/java.lang.Thread.run(Unknown Source)"],
      context: { name: "shop", birthTime: 5, properties: new Map([["a", "b"]]) },
    } satisfies LoggingEventInit;
    const event = LoggingEvent.of(init);
    const { callerFrames, mdc, context, ...plain } = init;

    expect(event).toMatchObject(plain);
    expect(event.formattedMessage).toBe("1 of 2");
    expect(event.mdc.get("user")).toBe("ann");
    expect(event.context).toMatchObject(context);
    expect(event.throwableInfo?.message).toBe("boom");
    expect(event.hasCallerFrames).toBe(true);
    expect(event.callerFrames.map(({ className, methodName, fileName, lineNumber }) => [className, methodName, fileName, lineNumber])).toEqual([
      ["com.acme.App", "main", "App.java", 12],
      ["java.lang.Thread", "run", "?", 0],
    ]);
    expect(event.callerFrames.map(({ text }) => text)).toEqual(callerFrames);
    expect(mdc).toEqual({ user: "ann" });
  });

  test("may carry a throwable of the Java world with its frames", () => {
    const info = anEvent({
      throwableInit: { class: "java.lang.IllegalStateException", message: "closed", frames: ["com.acme.App.main(App.java:12)"], cause: { class: "java.io.IOException", message: null } },
    }).throwableInfo;

    expect([info?.className, info?.message, info?.frames.map(({ text }) => text)]).toEqual(["java.lang.IllegalStateException", "closed", ["com.acme.App.main(App.java:12)"]]);
    expect([info?.cause?.className, info?.cause?.message]).toEqual(["java.io.IOException", undefined]);
  });

  test("with null for a message prints null, and its arguments nowhere", () => {
    expect(anEvent({ message: null, args: [1] }).formattedMessage).toBe("null");
  });

  test("does not change with the arrays and pairs it was made from", () => {
    const init = { message: "{}", args: ["a"], markers: [new Marker("A")], keyValuePairs: [{ key: "k", value: 1 }], mdc: { user: "ann" } };
    const event = anEvent(init);
    init.args[0] = "changed";
    init.markers.length = 0;
    init.keyValuePairs.length = 0;
    init.mdc.user = "changed";

    expect([event.formattedMessage, event.markers.length, event.keyValuePairs.length, event.mdc.get("user")]).toEqual(["a", 1, 1, "ann"]);
  });

  test("keeps an MDC map as it is", () => {
    const mdc = MdcMap.of({ a: "1" });

    expect(anEvent({ mdc }).mdc).toBe(mdc);
  });

  for (const key of ["__proto__", "constructor", "toString"]) {
    test(`T8: has the key ${key} in its MDC and its pairs like any other`, () => {
      const event = anEvent({ mdc: JSON.parse(`{"${key}": "x"}`) as Record<string, unknown>, keyValuePairs: [{ key, value: 1 }] });

      expect([event.mdc.get(key), event.keyValuePairs[0]?.key, anEvent().mdc.get(key)]).toEqual(["x", key, undefined]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }
});
