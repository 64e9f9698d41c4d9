import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LoggerContext } from "../../src/core/logger-context.js";
import { printValue } from "../../src/core/printable.js";
import { jsonEncoder, JsonEncoder, type JsonEncoderOptions } from "../../src/encoder/json-encoder.js";
import { eventOf, type EventInput } from "../conformance/answer-pattern.js";
import { anyEvent } from "../json/any-event.js";
import { strictJson } from "../json/strict-json.js";
import { buildFrom } from "../support/build.js";
import { aContext, anEvent } from "../support/events.js";

const SWITCHES = [
  "withSequenceNumber",
  "withTimestamp",
  "withNanoseconds",
  "withLevel",
  "withThreadName",
  "withLoggerName",
  "withContext",
  "withMarkers",
  "withMDC",
  "withKVPList",
  "withMessage",
  "withFormattedMessage",
  "withArguments",
  "withThrowable",
] as const satisfies readonly (keyof JsonEncoderOptions)[];

describe("the corpus of real Logback", () => {
  interface Case {
    readonly id: string;
    readonly input: { readonly xml: string; readonly clock?: number; readonly events: readonly EventInput[] };
    readonly expected: { readonly files: Readonly<Record<string, string>> };
  }

  const file = new URL("../conformance/cases/run.jsonl", import.meta.url);
  const cases = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Case)
    .filter(({ input }) => input.xml.includes("JsonEncoder"));

  test("has seven runs with a JsonEncoder", () => {
    expect(cases.length).toBe(7);
  });

  for (const { id, input, expected } of cases) {
    const { xml, events, clock = events[0]?.timestampMillis ?? 0 } = input;
    const settings = Object.fromEntries([...xml.matchAll(/<(with\w+)>(\w+)</g)].map(([, name = "", value = ""]) => [name, value]));
    const properties = new Map([...xml.matchAll(/scope='context' name='(\w+)' value='([^']*)'/g)].map(([, name = "", value = ""]) => [name, value]));
    const context = { name: /<contextName>(\w+)</.exec(xml)?.[1] ?? "default", birthTime: clock, properties };
    const lines = Object.values(expected.files).flatMap((text) => text.split(/(?<=\n)/));

    test(`${id} is the same, line by line`, () => {
      const { built, statuses } = buildFrom(jsonEncoder, settings);

      const answers = events.map((event) => built?.encode(eventOf(event, context)) ?? "");

      expect(statuses).toEqual([]);
      // Logback writes an empty member where nothing stands before the first comma.
      expect(answers).toEqual(lines.map((line) => line.replace("{,", "{")));
      answers.forEach((line) => strictJson(line));
    });
  }
});

test("every switch takes away, or brings, the member of its name", () => {
  const event = anEvent({
    message: "m {}",
    args: [1],
    keyValuePairs: [{ key: "a", value: 1 }],
    context: aContext(),
  });
  const members = Object.keys(strictJson(new JsonEncoder({ withFormattedMessage: true }).encode(event)));

  expect(members).toEqual(["sequenceNumber", "timestamp", "nanoseconds", "level", "threadName", "loggerName", "context", "mdc", "kvpList", "message", "formattedMessage", "arguments", "throwable"]);
  for (const name of SWITCHES) {
    const without = Object.keys(strictJson(new JsonEncoder({ withFormattedMessage: true, [name]: false }).encode(event)));
    const member = name === "withMDC" ? "mdc" : name === "withKVPList" ? "kvpList" : name.charAt(4).toLowerCase() + name.slice(5);

    expect(without).toEqual(members.filter((each) => each !== member));
  }
});

test("no combination of switches makes the JSON invalid", () => {
  const event = anEvent({ message: "m {}", args: [1], keyValuePairs: [{ key: "a", value: 1 }] });
  for (let bits = 0; bits < 2 ** SWITCHES.length; bits++) {
    const options = Object.fromEntries(SWITCHES.map((name, index) => [name, (bits & (1 << index)) !== 0]));

    strictJson(new JsonEncoder(options).encode(event));
  }
});

test("jsonEncoder asks for the fine clock only when nanoseconds are written", () => {
  const [coarse, fine] = [new LoggerContext(), new LoggerContext()];

  buildFrom(jsonEncoder, { withNanoseconds: "false" }, { context: coarse });
  buildFrom(jsonEncoder, {}, { context: fine });

  expect([coarse.fineClock, fine.fineClock]).toEqual([false, true]);
});

test("jsonEncoder warns of a switch that is neither true nor false, and uses its default", () => {
  const { built, statuses } = buildFrom(jsonEncoder, { withThrowable: "perhaps" });

  expect(built?.encode(anEvent())).toContain('"throwable":null');
  expect(statuses).toEqual(['WARN "perhaps" is neither true nor false; true is used.']);
});

test("dangerous characters that JSON allows are escaped when asked for, in the element or for the whole configuration", () => {
  const event = anEvent({ message: "\x7f\x9b\u202e" });
  const everywhere = { draft: { neutralise: true } };
  const slim = { withContext: "false" };

  expect(buildFrom(jsonEncoder, slim).built?.encode(event)).toContain('"message":"\x7f\x9b\u202e"');
  expect(buildFrom(jsonEncoder, { ...slim, neutralise: "true" }).built?.encode(event)).toContain('"message":"\\u007F\\u009B\\u202E"');
  expect(buildFrom(jsonEncoder, slim, everywhere).built?.encode(event)).toContain('"message":"\\u007F\\u009B\\u202E"');
  expect(buildFrom(jsonEncoder, { ...slim, neutralise: "false" }, everywhere).built?.encode(event)).toContain('"message":"\x7f\x9b\u202e"');
});

for (const neutralise of [true, false]) {
  test(`a neutralise that is neither true nor false is as the configuration says, ${String(neutralise)}, and the warning tells so`, () => {
    const { built, statuses } = buildFrom(jsonEncoder, { withContext: "false", neutralise: "yes" }, { draft: { neutralise } });

    expect(built?.encode(anEvent({ message: "\x9b" }))).toContain(neutralise ? '"message":"\\u009B"' : '"message":"\x9b"');
    expect(statuses).toEqual(['WARN "yes" is neither true nor false; what <configuration> says is used.']);
  });
}

test("any event becomes one line of JSON, from which message, MDC, pairs and arguments can be read back", () => {
  const encoder = new JsonEncoder({ withFormattedMessage: true });
  const text = (value: unknown): string => printValue(value).toWellFormed();
  fc.assert(
    fc.property(anyEvent, (event) => {
      const line = strictJson(encoder.encode(event));

      expect(line.message).toBe(text(event.message));
      expect(line.formattedMessage).toBe(text(event.formattedMessage));
      expect(line.loggerName).toBe(text(event.loggerName));
      expect(line.arguments ?? []).toEqual(event.args.map(text));
      expect(Object.entries(line.mdc as object)).toEqual(Object.entries(Object.fromEntries(event.mdc)));
      expect((line.kvpList ?? []).flatMap(Object.entries)).toEqual(event.keyValuePairs.map(({ key, value }) => [key, text(value)]));
    }),
    { numRuns: 2000 },
  );
});

test("T7, what an event cannot be printed with becomes text", () => {
  const line = strictJson(
    new JsonEncoder().encode(
      anEvent({
        timestamp: Number.NaN,
        sequenceNumber: Number.POSITIVE_INFINITY,
        message: "{}",
        args: [{ toString: () => { throw new TypeError("boom"); } }, 10n, Symbol("s")],
        keyValuePairs: [{ key: "proxy", value: new Proxy({}, { ownKeys: () => { throw new RangeError("trap"); } }) }],
      }),
    ),
  );

  expect(line).toMatchObject({
    timestamp: null,
    sequenceNumber: null,
    arguments: ["[unprintable: TypeError]", "10", "Symbol(s)"],
    kvpList: [{ proxy: "[unprintable: RangeError]" }],
  });
});
