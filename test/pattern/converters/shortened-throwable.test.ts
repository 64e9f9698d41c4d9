import { expect, test } from "vitest";
import type { ComponentSettings } from "../../../src/config/from-code.js";
import type { LoggingEventInit } from "../../../src/core/logging-event.js";
import { Marker } from "../../../src/core/marker.js";
import { throwableInfoOf, type ThrowableInit } from "../../../src/core/throwable-info.js";
import { onMarkerEvaluator } from "../../../src/evaluator/on-marker-evaluator.js";
import { shortenedThrowable } from "../../../src/pattern/converters/shortened-throwable.js";
import { shortenedStackTrace, type ShortenedStyle } from "../../../src/pattern/shortened-stack-trace.js";
import { buildFrom } from "../../support/build.js";
import { complaints, configured } from "../../support/configured.js";
import { printed, WORDS, type Printed } from "../../support/patterns.js";

const SHARED = ["com.acme.web.Dispatcher.invoke(Dispatcher.java:11)", "com.acme.web.Dispatcher.dispatch(Dispatcher.java:8)", "com.acme.Main.main(Main.java:3)"];
const THROWABLE: ThrowableInit = {
  class: "java.lang.RuntimeException",
  message: "Unable to invoke",
  frames: ["com.acme.shop.Shop.buy(Shop.java:40)", "com.acme.shop.Shop.pay(Shop.java:34)", ...SHARED],
  cause: { class: "java.io.IOException", message: "Unreachable", frames: ["com.acme.shop.Net.open(Net.java:5)", "com.acme.shop.Shop.pay(Shop.java:33)", ...SHARED] },
};

function shortened(settings: ComponentSettings, { options = "", event = {} }: { readonly options?: string; readonly event?: LoggingEventInit } = {}): Printed & { readonly statuses: readonly string[] } {
  const { built, statuses } = buildFrom(shortenedThrowable, settings, { components: [onMarkerEvaluator] });
  const words = new Map([...WORDS, ...(built === undefined ? [] : [["stack", built] as const])]);
  return { ...printed(`%stack${options}`, { throwableInit: THROWABLE, ...event }, { words }), statuses };
}

/** Line by line, for a comparison that can be read. */
function lines(settings: ComponentSettings, options?: Parameters<typeof shortened>[1]): string[] {
  const { text, problems, statuses } = shortened(settings, options);

  expect([...problems, ...statuses]).toEqual([]);
  expect(text.endsWith("\n")).toBe(true);
  return text.slice(0, -1).split("\n");
}

const WHOLE = [
  "java.lang.RuntimeException: Unable to invoke",
  "\tat com.acme.shop.Shop.buy(Shop.java:40)",
  "\tat com.acme.shop.Shop.pay(Shop.java:34)",
  "\tat com.acme.web.Dispatcher.invoke(Dispatcher.java:11)",
  "\tat com.acme.web.Dispatcher.dispatch(Dispatcher.java:8)",
  "\tat com.acme.Main.main(Main.java:3)",
  "Caused by: java.io.IOException: Unreachable",
  "\tat com.acme.shop.Net.open(Net.java:5)",
  "\tat com.acme.shop.Shop.pay(Shop.java:33)",
  "\t... 3 common frames omitted",
];

test("without settings only common frames are left out", () => {
  expect(lines({})).toEqual(WHOLE);
});

test("omitCommonFrames false keeps them", () => {
  expect(lines({ omitCommonFrames: "false" })).toEqual([...WHOLE.slice(0, 9), ...WHOLE.slice(3, 6)]);
});

test("maxDepthPerThrowable limits the frames of each, and says how many of the rest are common", () => {
  expect(lines({ maxDepthPerThrowable: "1" })).toEqual([
    WHOLE[0],
    WHOLE[1],
    "\t... 4 frames truncated",
    WHOLE[6],
    WHOLE[7],
    "\t... 4 frames truncated (including 3 common frames)",
  ]);
});

test("truncateAfter keeps the frame itself and nothing below", () => {
  expect(lines({ truncateAfter: "^com\\.acme\\.web\\." }).slice(0, 6)).toEqual([...WHOLE.slice(0, 4), "\t... 2 frames truncated", WHOLE[6]]);
});

test("exclude leaves out frames that stand together, but not a single one and never the first", () => {
  expect(lines({ exclude: "^com\\.acme\\.(?:web|shop)\\." })).toEqual([WHOLE[0], WHOLE[1], "\t... 3 frames excluded", WHOLE[5], WHOLE[6], WHOLE[7], "\t... 1 frames excluded", WHOLE[9]]);
  expect(lines({ exclude: "Shop\\.pay$" }).slice(0, 6)).toEqual(WHOLE.slice(0, 6));
});

test("exclusions and truncateAfters take lists", () => {
  expect(lines({ exclusions: "Dispatcher\\.invoke, Dispatcher\\.dispatch" })).toContain("\t... 2 frames excluded");
  expect(lines({ truncateAfters: "Shop\\.pay,\n Net\\.open" })).toEqual([...WHOLE.slice(0, 3), "\t... 3 frames truncated", WHOLE[6], WHOLE[7], "\t... 4 frames truncated (including 3 common frames)"]);
});

test("maxLength cuts the whole", () => {
  expect(shortened({ maxLength: "60" }).text).toBe(`${WHOLE.join("\n").slice(0, 56)}...\n`);
});

test("shortenedClassNameLength shortens the classes of frames and throwables", () => {
  expect(lines({ shortenedClassNameLength: "15" }).slice(0, 3)).toEqual(["j.l.RuntimeException: Unable to invoke", "\tat c.a.shop.Shop.buy(Shop.java:40)", "\tat c.a.shop.Shop.pay(Shop.java:34)"]);
});

test("rootCauseFirst turns the order round", () => {
  expect(lines({ rootCauseFirst: "true" })).toEqual(["java.io.IOException: Unreachable", ...WHOLE.slice(7), "Wrapped by: java.lang.RuntimeException: Unable to invoke", ...WHOLE.slice(1, 6)]);
});

test("inlineHash stands before each throwable of the chain", () => {
  const [first = "", cause = ""] = lines({ inlineHash: "true" }).filter((line) => line.includes("Exception"));

  expect(first).toMatch(/^<#[0-9a-f]{8}> java\.lang\.RuntimeException: Unable/);
  expect(cause).toMatch(/^Caused by: <#[0-9a-f]{8}> java\.io\.IOException: Unreach/);
});

test("the lines have the separator that is asked for", () => {
  expect(shortened({ lineSeparator: "|" }).text).toBe(`${WHOLE.join("|")}|`);
  expect(shortened({ lineSeparator: "windows" }).text).toBe(`${WHOLE.join("\r\n")}\r\n`);
});

test("suppressed throwables stand one tab further in", () => {
  const throwableInit = { class: "A", message: "a", suppressed: [{ class: "B", message: "b", frames: ["c.D.e(D.java:1)"] }] };

  expect(lines({}, { event: { throwableInit } })).toEqual(["A: a", "\tSuppressed: B: b", "\t\tat c.D.e(D.java:1)"]);
});

test("a marker keeps the messages out", () => {
  expect(lines({}, { event: { markers: [new Marker("OMIT_THROWABLE_MESSAGE")] } }).filter((line) => line.includes("Exception"))).toEqual(["java.lang.RuntimeException: ", "Caused by: java.io.IOException: "]);
});

test("an evaluator that says yes keeps the stack trace out", () => {
  const settings = { evaluator: { class: "ch.qos.logback.classic.boolex.OnMarkerEvaluator", marker: "QUIET" } };

  expect(shortened(settings, { event: { markers: [new Marker("QUIET")] } }).text).toBe("");
  expect(shortened(settings).text).not.toBe("");
});

test("the options of a word say the same", () => {
  expect(lines({}, { options: "{1, 5, full, rootFirst, keepCommonFrames}" })).toEqual([
    "j.i.IOException: Unreachable",
    "\tat c.a.s.Net.open(Net.java:5)",
    "\t... 4 frames truncated",
    "Wrapped by: j.l.RuntimeException: Unable to invoke",
    "\tat c.a.s.Shop.buy(Shop.java:40)",
    "\t... 4 frames truncated",
  ]);
  expect(lines({}, { options: "{full, full, full, Dispatcher}" })).toContain("\t... 2 frames excluded");
  expect(shortened({}, { options: "{short, short, short, inline, inlineHash}" }).text).toMatch(/^<#[0-9a-f]{8}> j\.l\.RuntimeException: Unable to invoke\\n\tat /);
});

test("a frame of JavaScript is searched as a whole and printed as it is", () => {
  const throwable = new Error("boom");
  throwable.stack = "Error: boom\n    at Shop.buy (file:///app/shop.js:1:2)\n    at a (node:internal/x:1:2)\n    at b (node:internal/y:1:2)\n    at Object.<anonymous> (file:///app/main.js:3:4)";

  expect(lines({ exclude: "node:internal", shortenedClassNameLength: "0" }, { event: { throwableInit: undefined, throwable } as unknown as LoggingEventInit })).toEqual([
    "Error: boom",
    "\tat Shop.buy (file:///app/shop.js:1:2)",
    "\t... 2 frames excluded",
    "\tat Object.<anonymous> (file:///app/main.js:3:4)",
  ]);
});

test("what cannot be used is reported", () => {
  expect(shortened({ exclude: "(" }).statuses[0] ?? "").toMatch(/^ERROR .* It is left out\.$/);
  expect(shortened({ maxDepthPerThrowable: "0" }).statuses).toEqual(["ERROR Expected a number above 0, or -1 for no limit, got 0; there is no limit."]);
  expect(shortened({}, { options: "{many}" }).problems).toEqual(['ERROR 8 "many" is no number, "full" or "short"; there is no limit.']);
});

test("a conversion rule binds it to a word", () => {
  const { configure } = configured();
  const { statuses } = configure(`<configuration>
    <conversionRule conversionWord="stack" class="net.logstash.logback.stacktrace.ShortenedThrowableConverter"/>
    <appender name="LIST" class="ch.qos.logback.classic.helpers.WithLayoutListAppender"><pattern>%msg%n%stack{5}</pattern></appender>
    <root><appender-ref ref="LIST"/></root>
  </configuration>`);

  expect(complaints(statuses)).toEqual([]);
});

const FAILURE = Object.assign(new Error("not saved"), { code: "23505", stack: "Error: not saved\n    at order (shop.js:3:4)" });

const AS_IT_IS: ShortenedStyle = {
  maxDepthPerThrowable: 10,
  maxLength: 1_000,
  abbreviate: (className) => className,
  excludes: undefined,
  truncatesAfter: () => false,
  rootCauseFirst: false,
  inlineHash: false,
  omitCommonFrames: true,
  lineSeparator: "\n",
  neutralise: (text) => text,
};

const withFields = [
  { title: "what the fields of an error say beyond its message stands below its first line", style: {}, omitsMessages: false, text: "Error: not saved\n\t[code=23505]\n\tat order (shop.js:3:4)\n" },
  { title: "without frames, fields are left out too", style: { maxDepthPerThrowable: 0 }, omitsMessages: false, text: "Error: not saved\n\t... 1 frames truncated\n" },
  { title: "without messages, fields are left out too", style: {}, omitsMessages: true, text: "Error: \n\tat order (shop.js:3:4)\n" },
] as const;

for (const { title, style, omitsMessages, text } of withFields) {
  test(title, () => {
    expect(shortenedStackTrace(throwableInfoOf(FAILURE), { ...AS_IT_IS, ...style }, omitsMessages)).toBe(text);
  });
}
