import { expect, test } from "vitest";
import { ConsoleAppender } from "../../src/appender/console-appender.js";
import { components } from "../../src/builtins.js";
import type { ComponentSettings } from "../../src/config/from-code.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { logstashLayout } from "../../src/encoder/json-layouts.js";
import { logstashEncoder } from "../../src/encoder/logstash-encoder.js";
import { strictJson } from "../json/strict-json.js";
import { buildFrom } from "../support/build.js";
import { complaints, configured } from "../support/configured.js";
import { anEvent } from "../support/events.js";

const PACKAGE = "net.logstash.logback";

function built(settings: ComponentSettings): { readonly line: (event: LoggingEvent) => string; readonly object: (event: LoggingEvent) => unknown; readonly statuses: readonly string[] } {
  const { built: encoder, statuses } = buildFrom(logstashEncoder, { timeZone: "UTC", ...settings }, { components });
  const line = (event: LoggingEvent): string => encoder?.encode(event) ?? "";
  return { line, object: (event) => strictJson(line(event)) as unknown, statuses };
}

const event = anEvent({
  loggerName: "com.acme.shop.Cart",
  message: "one\ntwo",
  args: [],
  throwableInit: { class: "a.E", message: "boom", frames: ["a.B.c(B.java:1)", "a.B.d(B.java:2)"] },
  mdc: { user: "joe", count: "17", flag: "TRUE", ratio: "1.50" },
  keyValuePairs: [
    { key: "order", value: 1 },
    { key: "item", value: 2 },
  ],
});

const rows: readonly (readonly [settings: ComponentSettings, written: object])[] = [
  [{ shortenedLoggerNameLength: "0" }, { logger_name: "Cart" }],
  [{ messageSplitRegex: "UNIX" }, { message: ["one", "two"] }],
  [{ messageSplitRegex: "\\r?\\n" }, { message: ["one", "two"] }],
  [{ writeStackTraceAsArray: "true" }, { stack_trace: ["a.E: boom", "\tat a.B.c(B.java:1)", "\tat a.B.d(B.java:2)"] }],
  [{ throwableConverter: { class: `${PACKAGE}.stacktrace.ShortenedThrowableConverter`, maxDepthPerThrowable: "1" } }, { stack_trace: "a.E: boom\n\tat a.B.c(B.java:1)\n\t... 1 frames truncated\n" }],
  [{ throwableConverter: { class: "ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter" } }, { stack_trace: "a.E: boom\n\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\n" }],
  [{ mdcEntryWriter: { class: `${PACKAGE}.composite.loggingevent.mdc.LongMdcEntryWriter` } }, { count: 17, flag: "TRUE", ratio: "1.50" }],
  [{ mdcEntryWriter: { class: `${PACKAGE}.composite.loggingevent.mdc.DoubleMdcEntryWriter` } }, { count: 17, ratio: 1.5 }],
  [{ mdcEntryWriter: { class: `${PACKAGE}.composite.loggingevent.mdc.BooleanMdcEntryWriter` } }, { count: "17", flag: true }],
  [
    {
      mdcEntryWriter: {
        class: `${PACKAGE}.composite.loggingevent.mdc.RegexFilteringMdcEntryWriter`,
        includeMdcKeyPattern: "count|ratio",
        excludeMdcKeyPattern: "rat.*",
        mdcEntryWriter: { class: `${PACKAGE}.composite.loggingevent.mdc.DoubleMdcEntryWriter` },
      },
    },
    { count: 17, ratio: "1.50" },
  ],
  [{ excludeKeyValueKeyName: "order", keyValueKeyFieldName: "item=i" }, { i: 2 }],
  [{ provider: { class: `${PACKAGE}.composite.loggingevent.LoggingEventPatternJsonProvider`, pattern: '{"extra":"%level"}' } }, { extra: "INFO" }],
  [{ provider: { class: `${PACKAGE}.composite.loggingevent.MdcJsonProvider`, fieldName: "mdc", includeMdcKeyName: "user" } }, { mdc: { user: "joe" } }],
  [{ includeStructuredArguments: "false", minBufferSize: "2048", findAndRegisterJacksonModules: "false" }, { level: "INFO" }],
];

for (const [settings, written] of rows) {
  test(`${JSON.stringify(settings)} writes ${JSON.stringify(written)}`, () => {
    const { object, statuses } = built(settings);

    expect(object(event)).toMatchObject(written);
    expect(statuses).toEqual([]);
  });
}

test("a provider of the MDC stands in the place of the encoder's own", () => {
  const { object } = built({ provider: { class: `${PACKAGE}.composite.loggingevent.MdcJsonProvider`, fieldName: "mdc" } });

  expect(object(event)).not.toHaveProperty("user");
});

test("a key that is excluded is not written", () => {
  expect(built({ excludeKeyValueKeyName: "order" }).object(event)).not.toHaveProperty("order");
});

test("prefix, suffix and line separator stand around the object", () => {
  const wrapped = (pattern: string): ComponentSettings => ({ class: "ch.qos.logback.core.encoder.LayoutWrappingEncoder", layout: { class: "ch.qos.logback.classic.PatternLayout", pattern } });
  const { line, statuses } = built({ prefix: wrapped("@cee:"), suffix: wrapped("%level"), lineSeparator: "WINDOWS" });

  expect(line(anEvent())).toMatch(/^@cee:\{.*\}INFO\r\n$/);
  expect(statuses).toEqual([]);
});

test("the encoding is that in which the appender writes", () => {
  expect(buildFrom(logstashEncoder, { encoding: "ISO-8859-1" }).built).toMatchObject({ charset: "ISO-8859-1" });
});

test("LogstashLayout writes the same without a line end, unless one is asked for", () => {
  const line = built({}).line(event);
  const layout = (settings: ComponentSettings): string | undefined => buildFrom(logstashLayout, { timeZone: "UTC", ...settings }, { components }).built?.doLayout(event);

  expect(layout({})).toBe(line.slice(0, -1));
  expect(layout({ lineSeparator: "UNIX" })).toBe(line);
});

test("what is wrong with a key pattern is reported, and values stay text", () => {
  const { object, statuses } = built({
    mdcEntryWriter: {
      class: `${PACKAGE}.composite.loggingevent.mdc.RegexFilteringMdcEntryWriter`,
      includeMdcKeyPattern: "(",
      mdcEntryWriter: { class: `${PACKAGE}.composite.loggingevent.mdc.LongMdcEntryWriter` },
    },
  });

  expect(statuses[0]).toMatch(/^ERROR .* Values are written as text\.$/);
  expect(object(event)).toMatchObject({ count: "17" });
});

test("a decorator that would mask secrets is not missed silently", () => {
  const { object, statuses } = built({ jsonGeneratorDecorator: { class: `${PACKAGE}.mask.MaskingJsonGeneratorDecorator`, defaultMask: "XXX" } });

  expect(statuses[0]).toMatch(/^ERROR .*MaskingJsonGeneratorDecorator/);
  expect(object(event)).toMatchObject({ level: "INFO" });
});

test("a prefix may begin a syslog message, as logstash-logback-encoder shows it", () => {
  const { context, configure } = configured();
  const { statuses } = configure(`<configuration>
    <conversionRule conversionWord="syslogStart" class="ch.qos.logback.classic.pattern.SyslogStartConverter"/>
    <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
      <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
        <layout class="${PACKAGE}.layout.LogstashLayout"><prefix class="ch.qos.logback.classic.PatternLayout"><pattern>%syslogStart{USER}@cee:</pattern></prefix></layout>
      </encoder>
    </appender>
    <root><appender-ref ref="OUT"/></root>
  </configuration>`);
  const appender = context.root.appenders.find((each) => each instanceof ConsoleAppender);

  expect(complaints(statuses)).toEqual([]);
  expect(appender?.encoder?.encode(anEvent())).toMatch(/^<14>\w{3} [ \d]\d \d\d:\d\d:\d\d \S+ @cee:\{"@timestamp":.*\}$/);
});
