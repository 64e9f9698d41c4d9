import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { NO_LOGGING_BUILDER } from "../../src/core/logging-event-builder.js";
import { Marker } from "../../src/core/marker.js";
import { complaintsOf, recording } from "../support/recording.js";

const [AUDIT, OTHER] = [new Marker("AUDIT"), new Marker("OTHER")];

test("a fluent call collects markers, pairs, arguments and cause in the order in which they were added", () => {
  const { context, appender } = recording();
  const boom = new Error("boom");
  context.getLogger("a").atWarn().addMarker(AUDIT).addMarker(OTHER).addKeyValue("a", 1).addKeyValue("b", "two").addKeyValue("a", 3)
    .addArgument("x").addArgument(2).setCause(boom).setMessage("{} {} {}").log();
  const event = appender.events[0] ?? expect.fail();

  expect([event.level, event.formattedMessage, event.throwable]).toEqual([Level.WARN, "x 2 {}", boom]);
  expect(event.markers).toEqual([AUDIT, OTHER]);
  expect(event.keyValuePairs).toEqual([{ key: "a", value: 1 }, { key: "b", value: "two" }, { key: "a", value: 3 }]);
});

test("what log is given replaces the message and completes the arguments", () => {
  const { context, appender } = recording();
  context.getLogger("a").atInfo().setMessage("replaced").addArgument(1).log("{} {}", 2);

  expect(appender.messages).toEqual(["1 2"]);
});

const boom = new Error("boom");
const late = new Error("late");
const throwables = [
  { title: "an error as the last argument", call: { args: ["x", boom], cause: undefined }, throwable: boom, text: "x {}" },
  { title: "an error that is not the last argument", call: { args: [boom, "x"], cause: undefined }, throwable: undefined, text: "Error: boom x" },
  { title: "a cause beside an error as the last argument", call: { args: ["x", boom], cause: late }, throwable: late, text: "x Error: boom" },
  { title: "a cause that is no error", call: { args: ["x"], cause: "thrown text" }, throwable: "thrown text", text: "x {}" },
] as const;

for (const { title, call, throwable, text } of throwables) {
  test(`of ${title}, the throwable is ${String(throwable)}`, () => {
    const { context, appender } = recording();
    context.getLogger("a").atError().setCause(call.cause).log("{} {}", ...call.args);

    expect(appender.events[0]?.throwable).toBe(throwable);
    expect(appender.messages).toEqual([text]);
  });
}

test("functions are called when the event is logged, once, and their results are what is logged", () => {
  const { context, appender } = recording();
  const called: string[] = [];
  const supply = (name: string) => (): string => {
    called.push(name);
    return name;
  };
  const builder = context.getLogger("a").atInfo().addArgument(supply("argument")).addKeyValue("k", supply("value")).setMessage(supply("message {} {}"));

  expect(called).toEqual([]);

  builder.log(undefined, supply("late"));

  expect(called.sort()).toEqual(["argument", "late", "message {} {}", "value"]);
  expect(appender.messages).toEqual(["message argument late"]);
  expect(appender.events[0]?.keyValuePairs).toEqual([{ key: "k", value: "value" }]);
});

test("functions are not called when the level is off", () => {
  const { context, appender } = recording();
  const log = context.getLogger("a");
  log.setLevel(Level.WARN);
  let calls = 0;
  const count = (): string => String(++calls);
  log.atInfo().addArgument(count).addKeyValue("k", count).setMessage(count).log(count, count);

  expect(calls).toBe(0);
  expect(appender.events).toEqual([]);
});

test("a function that throws is logged as such", () => {
  const { context, appender } = recording();
  context.getLogger("a").atInfo().addKeyValue("k", () => { throw new RangeError("no"); }).log("{}", () => { throw new TypeError("no"); });

  expect(appender.messages).toEqual(["[unprintable: TypeError]"]);
  expect(appender.events[0]?.keyValuePairs).toEqual([{ key: "k", value: "[unprintable: RangeError]" }]);
  expect(complaintsOf(context)).toEqual([]);
});

test("an argument that logs while it is made does not disturb its event", () => {
  const { context, appender } = recording();
  const log = context.getLogger("a");
  log.atInfo().log("outer {}", () => {
    log.info("inner");
    return 1;
  });

  expect(appender.messages).toEqual(["inner", "outer 1"]);
});

test("an event does not change when its builder is used on", () => {
  const { context, appender } = recording();
  const builder = context.getLogger("a").atInfo().addMarker(AUDIT).addKeyValue("k", 1).addArgument("a");
  builder.log("{} {}");
  builder.addMarker(OTHER).addKeyValue("l", 2).addArgument("b").log("{} {}");

  expect(appender.messages).toEqual(["a {}", "a b"]);
  expect(appender.events.map(({ markers, keyValuePairs }) => [markers.length, keyValuePairs.length])).toEqual([[1, 1], [2, 2]]);
});

test("a fluent call without any message logs an empty one", () => {
  const { context, appender } = recording();
  context.getLogger("a").atInfo().addKeyValue("k", 1).log();

  expect(appender.messages).toEqual([""]);
});

const methods = [["atTrace", Level.TRACE], ["atDebug", Level.DEBUG], ["atInfo", Level.INFO], ["atWarn", Level.WARN], ["atError", Level.ERROR]] as const;

for (const [method, level] of methods) {
  test(`${method} logs at ${level.name}, and keeps nothing when that is off`, () => {
    const { context, appender } = recording();
    const log = context.getLogger("a");
    log[method]().log("on");
    log.setLevel(Level.OFF);

    expect(log[method]()).toBe(NO_LOGGING_BUILDER);
    expect(log[method]().addMarker(AUDIT).addArgument(1).addKeyValue("k", 1).setCause(boom).setMessage("m")).toBe(NO_LOGGING_BUILDER);

    log[method]().log("off");

    expect(appender.events.map((event) => [event.level, event.message])).toEqual([[level, "on"]]);
  });
}

for (const key of ["__proto__", "constructor", "toString"]) {
  test(`T8: ${key} is a key like any other`, () => {
    const { context, appender } = recording();
    context.getLogger("a").atInfo().addKeyValue(key, { polluted: true }).log("x");

    expect(appender.events[0]?.keyValuePairs).toEqual([{ key, value: { polluted: true } }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
}

const keys = [
  { what: "a number", key: 7, text: "7" },
  { what: "undefined", key: undefined, text: "undefined" },
  { what: "a symbol", key: Symbol("s"), text: "Symbol(s)" },
  { what: "an object whose toString throws", key: { toString: () => { throw new TypeError("no"); } }, text: "[unprintable: TypeError]" },
  { what: "two million characters", key: "k".repeat(2 * 1024 * 1024), text: `${"k".repeat(1024 * 1024)}…[cut: 1048576 more characters]` },
];

for (const { what, key, text } of keys) {
  test(`T7: ${what} as a key is printed as text`, () => {
    const { context, appender } = recording();
    context.getLogger("a").atInfo().addKeyValue(key as never, 1).log("x");

    expect(appender.events[0]?.keyValuePairs).toEqual([{ key: text, value: 1 }]);
    expect(complaintsOf(context)).toEqual([]);
  });
}

const notMarkers = [
  { what: "undefined", given: undefined },
  { what: "null", given: null },
  { what: "a name", given: "AUDIT" },
  { what: "an object with a name", given: { name: "AUDIT" } },
  { what: "a hostile Proxy", given: new Proxy({}, { get: () => { throw new TypeError("no"); } }) },
];

for (const { what, given } of notMarkers) {
  test(`T7: ${what} in place of a marker is left out and said, and the event is logged`, () => {
    const { context, appender } = recording();
    context.getLogger("a").atInfo().addMarker(AUDIT).addMarker(given as never).log("x");

    expect(appender.events.map(({ message, markers }) => [message, markers])).toEqual([["x", [AUDIT]]]);
    expect(complaintsOf(context)).toEqual(["ERROR A log call failed; its event may be missing. Said once for this logger."]);
  });
}
