import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { LoggingEvent } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";
import type { ComponentSettings } from "../../src/config/from-code.js";
import { logstashEncoder, LogstashEncoder } from "../../src/encoder/logstash-encoder.js";
import { logstashFieldNames, shortenedFieldNames } from "../../src/encoder/logstash-field-names.js";
import { anyEvent } from "../json/any-event.js";
import { strictJson } from "../json/strict-json.js";
import { buildFrom } from "../support/build.js";
import { aContext, anEvent, SOME_TIME } from "../support/events.js";

function built(settings: ComponentSettings = {}): { readonly encode: (event: LoggingEvent) => string; readonly statuses: readonly string[]; readonly context: LoggerContext } {
  const context = new LoggerContext();
  const { built: encoder, statuses } = buildFrom(logstashEncoder, { timeZone: "UTC", ...settings }, { context, components: [logstashFieldNames, shortenedFieldNames] });
  return { encode: (event) => encoder?.encode(event) ?? "", statuses, context };
}

/** An event with something for every field. */
const fullEvent = anEvent({
  level: Level.WARN,
  message: "user {} logged in",
  args: ["joe"],
  throwableInit: { class: "E", message: "boom", frames: ["a.B.c(B.java:1)"] },
  context: aContext({ properties: new Map([["app", "shop"]]) }),
  mdc: { requestId: "r1" },
  keyValuePairs: [{ key: "order", value: { id: 17, items: ["a", "b"] } }],
  markers: [new Marker("AUDIT")],
  callerFrames: ["com.acme.App.main(App.java:12)"],
});

test("the fields stand in the order of logstash-logback-encoder", () => {
  const { encode, statuses } = built({ customFields: '{"service":"shop","tier":2}', includeCallerData: "true", includeNonStructuredArguments: "true" });

  expect(encode(fullEvent)).toBe(
    '{"@timestamp":"2024-03-15T10:30:00.123Z","@version":"1","message":"user joe logged in","logger_name":"com.example.Main","thread_name":"main",' +
      '"level":"WARN","level_value":30000,"caller_class_name":"com.acme.App","caller_method_name":"main","caller_file_name":"App.java","caller_line_number":12,' +
      '"stack_trace":"E: boom\\n\\tat a.B.c(B.java:1)\\n","app":"shop","requestId":"r1","order":{"id":17,"items":["a","b"]},' +
      '"service":"shop","tier":2,"tags":["AUDIT"],"arg0":"joe"}\n',
  );
  expect(statuses).toEqual([]);
});

test("a plain event has the standard fields and no others", () => {
  expect(built().encode(anEvent())).toBe(
    '{"@timestamp":"2024-03-15T10:30:00.123Z","@version":"1","message":"started","logger_name":"com.example.Main","thread_name":"main","level":"INFO","level_value":20000}\n',
  );
});

const members: readonly (readonly [settings: ComponentSettings, without: readonly string[]])[] = [
  [{ includeMdc: "false" }, ["requestId"]],
  [{ includeContext: "false" }, ["app"]],
  [{ includeKeyValuePairs: "false" }, ["order"]],
  [{ includeTags: "false" }, ["tags"]],
  [{ includeMdcKeyName: "other" }, ["requestId"]],
  [{ excludeMdcKeyName: "requestId" }, ["requestId"]],
  [{ fieldNames: { version: "[ignore]", levelValue: "[ignore]", stackTrace: "[ignore]", message: "[ignore]" } }, ["@version", "message", "level_value", "stack_trace"]],
];

for (const [settings, without] of members) {
  test(`${JSON.stringify(settings)} leaves out ${without.join(", ")}`, () => {
    const all = Object.keys(strictJson(built().encode(fullEvent)));
    const { encode, statuses } = built(settings);

    expect(Object.keys(strictJson(encode(fullEvent)))).toEqual(all.filter((name) => !without.includes(name)));
    expect(statuses).toEqual([]);
  });
}

const timestamps: readonly (readonly [settings: ComponentSettings, written: unknown])[] = [
  [{}, "2024-03-15T10:30:00.123Z"],
  [{ timeZone: "Europe/Berlin" }, "2024-03-15T11:30:00.123+01:00"],
  [{ timeZone: "+05:30" }, "2024-03-15T16:00:00.123+05:30"],
  [{ timestampPattern: "[ISO_OFFSET_DATE_TIME]" }, "2024-03-15T10:30:00.123Z"],
  [{ timestampPattern: "[ISO_ZONED_DATE_TIME]", timeZone: "Europe/Berlin" }, "2024-03-15T11:30:00.123+01:00[Europe/Berlin]"],
  [{ timestampPattern: "[ISO_LOCAL_DATE_TIME]", timeZone: "Europe/Berlin" }, "2024-03-15T11:30:00.123"],
  [{ timestampPattern: "[ISO_INSTANT]", timeZone: "Europe/Berlin" }, "2024-03-15T10:30:00.123Z"],
  [{ timestampPattern: "[UNIX_TIMESTAMP_AS_NUMBER]" }, SOME_TIME],
  [{ timestampPattern: "[UNIX_TIMESTAMP_AS_STRING]" }, String(SOME_TIME)],
  [{ timestampPattern: "yyyy-MM-dd HH:mm:ss,SSSSSS" }, "2024-03-15 10:30:00,123456"],
];

for (const [settings, written] of timestamps) {
  test(`the time with ${JSON.stringify(settings)} is ${String(written)}`, () => {
    const { encode, statuses, context } = built(settings);

    expect(strictJson(encode(anEvent({ nanos: 456_789 })))["@timestamp"]).toBe(written);
    expect(statuses).toEqual([]);
    expect(context.fineClock).toBe(settings["timestampPattern"] === "yyyy-MM-dd HH:mm:ss,SSSSSS");
  });
}

test("without a time zone the system's is used", () => {
  const expected = new LogstashEncoder();

  expect(built({ timeZone: "[DEFAULT]" }).encode(anEvent())).toBe(expected.encode(anEvent()));
});

const problems: readonly (readonly [settings: ComponentSettings, status: RegExp])[] = [
  [{ customFields: "{service:1}" }, /^ERROR This is no JSON: .*No custom fields are written\.$/],
  [{ customFields: "[1]" }, /^ERROR Expected a JSON object/],
  [{ timestampPattern: "[ISO_WEEK]" }, /^ERROR There is no timestamp format \[ISO_WEEK\]/],
  [{ timestampPattern: "yyyy-bb" }, /^ERROR "yyyy-bb" is no date pattern/],
  [{ timeZone: "Mars/Base" }, /^ERROR There is no time zone "Mars\/Base"/],
  [{ mdcKeyFieldName: "user" }, /^ERROR Expected mdcKeyName=fieldName, got "user"/],
  [{ includeMdcKeyName: "a", excludeMdcKeyName: "b" }, /^ERROR Keys of the MDC are both included and excluded/],
  [{ writeVersionAsInteger: "true", version: "one" }, /^WARN "one" is not a whole number/],
  [{ customFields: '{"message":"x"}' }, /^WARN The custom field "message" has the name of a standard field; it is written as "custom_message"\.$/],
  [{ fieldNames: { logger: "message" } }, /^WARN The field name "message" is given twice; it is not used for <logger>\.$/],
  [{ includeMdcs: "true" }, /^WARN Ignoring unknown property \[includeMdcs\]/],
];

for (const [settings, status] of problems) {
  test(`${JSON.stringify(settings)} is reported, and the encoder writes all the same`, () => {
    const { encode, statuses } = built(settings);

    expect(statuses.length).toBe(1);
    expect(statuses[0]).toMatch(status);
    expect(strictJson(encode(fullEvent))).toMatchObject({ message: "user joe logged in", level: "WARN" });
  });
}

test("the version is written as a number when asked for", () => {
  expect(built({ version: "2", writeVersionAsInteger: "true" }).encode(anEvent())).toContain('"@version":2,');
});

test("a key of the MDC is written under its other name", () => {
  expect(built({ mdcKeyFieldName: "requestId=trace.id" }).encode(fullEvent)).toContain('"trace.id":"r1"');
});

test("fields have the names that are asked for, and MDC, context, pairs and arguments their own objects", () => {
  const fieldNames = { timestamp: "time", message: "msg", mdc: "mdc", context: "ctx", keyValuePair: "kvp", arguments: "args" };
  const { encode } = built({ fieldNames, includeNonStructuredArguments: "true" });

  expect(strictJson(encode(fullEvent))).toMatchObject({ time: "2024-03-15T10:30:00.123Z", msg: "user joe logged in", mdc: { requestId: "r1" }, ctx: { app: "shop" }, kvp: { order: { id: 17 } }, args: { arg0: "joe" } });
});

test("ShortenedFieldNames put the call site into an object", () => {
  const fieldNames = { class: "net.logstash.logback.fieldnames.ShortenedFieldNames", level: "severity" };
  const { encode, statuses } = built({ fieldNames, includeCallerData: "true" });

  expect(strictJson(encode(fullEvent))).toMatchObject({ logger: "com.example.Main", thread: "main", severity: "WARN", levelVal: 30000, caller: { class: "com.acme.App", method: "main", file: "App.java", line: 12 } });
  expect(statuses).toEqual([]);
});

describe("T7 and T13, data never takes the place of another member", () => {
  const names = ["@timestamp", "@version", "message", "logger_name", "thread_name", "level", "level_value", "stack_trace", "tags", "service"];

  test("reserved names in context, MDC and pairs get a prefix", () => {
    const event = anEvent({
      message: "true message",
      context: aContext({ properties: new Map(names.map((name) => [name, "c"])) }),
      mdc: Object.fromEntries(names.map((name) => [name, "m"])),
      keyValuePairs: names.map((key) => ({ key, value: "k" })),
    });
    const line = strictJson(built({ customFields: '{"service":"shop"}' }).encode(event));

    expect(line).toMatchObject({ "@timestamp": "2024-03-15T10:30:00.123Z", "@version": "1", message: "true message", level: "INFO", service: "shop" });
    for (const name of names) {
      expect(line).toMatchObject({ [`context_${name}`]: "c", [`mdc_${name}`]: "m", [`kvp_${name}`]: "k" });
    }
  });

  test("a name that several have is written for each", () => {
    const event = anEvent({
      context: aContext({ properties: new Map([["user", "context"]]) }),
      mdc: { user: "mdc", mdc_user: "other" },
      message: "{}",
      args: ["x"],
      keyValuePairs: [{ key: "user", value: "kvp" }, { key: "user", value: "again" }, { key: "arg0", value: 0 }],
    });

    expect(strictJson(built({ includeNonStructuredArguments: "true" }).encode(event))).toMatchObject({ user: "context", mdc_user: "mdc", mdc_mdc_user: "other", kvp_user: "kvp", kvp_kvp_user: "again", arg0: 0, _arg0: "x" });
  });

  test("an object handed to the logger stays below its own name", () => {
    const event = anEvent({ keyValuePairs: [{ key: "data", value: { level: "fatal", time: 0, msg: "x" } }] });

    expect(strictJson(built().encode(event))).toMatchObject({ level: "INFO", data: { level: "fatal", time: 0, msg: "x" } });
  });

  test("properties that a context gets later keep the MDC away from their names", () => {
    const context = new LoggerContext();
    const { encode } = built();
    const write = (): any => strictJson(encode(new LoggingEvent(context.root, Level.INFO, "m", [], undefined, undefined, undefined)));
    context.mdc.put("user", "joe");

    expect(write()).toMatchObject({ user: "joe" });
    context.putProperty("user", "root");
    expect(write()).toMatchObject({ user: "root", mdc_user: "joe" });
  });
});

test("T5, no character that steers a terminal or hides is left", () => {
  const evil = "\r\x1b[2K\x7f\x9b31m\u2028\u202e\u200b\ufeff\u{e0041}";
  const event = anEvent({ loggerName: evil, threadName: evil, message: `${evil}{}`, args: [evil], mdc: { [evil]: evil }, markers: [new Marker(evil)], keyValuePairs: [{ key: evil, value: [evil] }], throwable: new Error(evil) });
  const line = built().encode(event);

  expect(line.slice(0, -1)).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u200b\ufeff\u{e0000}-\u{e007f}]/u);
  expect(strictJson(line)).toMatchObject({ message: evil + evil, logger_name: evil, [evil]: evil, tags: [evil], [`kvp_${evil}`]: [evil] });
});

test("any event becomes one line of JSON, from which message, MDC and tags can be read back", () => {
  const standard = ["@timestamp", "@version", "message", "logger_name", "thread_name", "level", "level_value", "stack_trace", "tags"];
  const { encode } = built({ includeNonStructuredArguments: "true" });
  const alone = built({ includeContext: "false", includeKeyValuePairs: "false" }).encode;
  fc.assert(
    fc.property(anyEvent, (event) => {
      const line = strictJson(encode(event));

      expect(line).toMatchObject({ message: event.formattedMessage.toWellFormed(), logger_name: event.loggerName.toWellFormed(), level: event.level.name, level_value: event.level.value });
      expect(new Set(line.tags)).toEqual(new Set(event.markers.map(({ name }) => name.toWellFormed())));
      expect(typeof line.stack_trace).toBe(event.throwable === undefined ? "undefined" : "string");

      const written = new Map(Object.entries(strictJson(alone(event)) as object));
      standard.forEach((name) => written.delete(name));
      expect([...written.values()]).toHaveLength(event.mdc.size);
      expect([...written.values()]).toEqual(expect.arrayContaining([...event.mdc].map(([, value]) => value.toWellFormed())));
    }),
    { numRuns: 2000 },
  );
});
