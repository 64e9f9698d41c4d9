import fc from "fast-check";
import { expect, test } from "vitest";
import { ConsoleAppender } from "../../../src/appender/console-appender.js";
import type { ComponentSettings } from "../../../src/config/from-code.js";
import { Level } from "../../../src/core/level.js";
import { Marker } from "../../../src/core/marker.js";
import { anyEvent } from "../../json/any-event.js";
import { aContext, anEvent, SOME_TIME } from "../../support/events.js";
import { complaints, configured } from "../../support/configured.js";
import { withProviders } from "../../support/json-providers.js";

/** An event with something for every provider. */
const fullEvent = anEvent({
  loggerName: "com.acme.shop.Cart",
  level: Level.WARN,
  message: "user {} logged in",
  args: ["joe"],
  throwableInit: { class: "a.Outer", message: "boom", frames: ["a.B.c(B.java:1)"], cause: { class: "a.Inner", frames: ["a.D.e(D.java:2)"] } },
  context: aContext({ name: "shop", properties: new Map([["app", "x"]]) }),
  mdc: { user: "joe", count: "17" },
  keyValuePairs: [{ key: "order", value: { id: 17 } }],
  markers: [new Marker("AUDIT")],
  callerFrames: ["com.acme.App.main(App.java:12)"],
  sequenceNumber: 7,
});

const STACK = "a.Outer: boom\n\tat a.B.c(B.java:1)\nCaused by: a.Inner\n\tat a.D.e(D.java:2)\n";

const rows: readonly (readonly [providers: ComponentSettings, written: object])[] = [
  [{ timestamp: { timeZone: "UTC" } }, { "@timestamp": "2024-03-15T10:30:00.123Z" }],
  [{ timestamp: { fieldName: "time", pattern: "[UNIX_TIMESTAMP_AS_NUMBER]" } }, { time: SOME_TIME }],
  [{ version: {} }, { "@version": "1" }],
  [{ version: { version: "2", writeAsInteger: "true", fieldName: "v" } }, { v: 2 }],
  [{ message: {} }, { message: "user joe logged in" }],
  [{ message: { messageSplitRegex: "\\s+" } }, { message: ["user", "joe", "logged", "in"] }],
  [{ rawMessage: {} }, { raw_message: "user {} logged in" }],
  [{ loggerName: {} }, { logger_name: "com.acme.shop.Cart" }],
  [{ loggerName: { shortenedLoggerNameLength: "12" } }, { logger_name: "c.a.s.Cart" }],
  [{ threadName: { fieldName: "thread" } }, { thread: "main" }],
  [{ logLevel: {}, logLevelValue: {} }, { level: "WARN", level_value: 30000 }],
  [{ callerData: {} }, { caller_class_name: "com.acme.App", caller_method_name: "main", caller_file_name: "App.java", caller_line_number: 12 }],
  [{ callerData: { fieldName: "caller", classFieldName: "class", methodFieldName: "[ignore]" } }, { caller: { class: "com.acme.App", caller_file_name: "App.java", caller_line_number: 12 } }],
  [{ stackTrace: {} }, { stack_trace: STACK }],
  [{ stackTrace: { writeAsArray: "true" } }, { stack_trace: STACK.slice(0, -1).split("\n") }],
  [{ stackTrace: { throwableConverter: { maxDepthPerThrowable: "1", rootCauseFirst: "true" } } }, { stack_trace: "a.Inner: null\n\tat a.D.e(D.java:2)\nWrapped by: a.Outer: boom\n\tat a.B.c(B.java:1)\n" }],
  [{ rootStackTraceElement: {} }, { root_stack_trace_element: { class_name: "a.B", method_name: "c" } }],
  [{ throwableClassName: {}, throwableRootCauseClassName: {} }, { throwable_class: "Outer", throwable_root_cause_class: "Inner" }],
  [{ throwableClassName: { useSimpleClassName: "false" } }, { throwable_class: "a.Outer" }],
  [{ throwableMessage: {}, throwableRootCauseMessage: {} }, { throwable_message: "boom", throwable_root_cause_message: null }],
  [{ context: {}, contextName: {} }, { app: "x", context: "shop" }],
  [{ context: { fieldName: "ctx" } }, { ctx: { app: "x" } }],
  [{ mdc: {} }, { user: "joe", count: "17" }],
  [{ mdc: { fieldName: "mdc", excludeMdcKeyName: "count", mdcKeyFieldName: "user=user.name" } }, { mdc: { "user.name": "joe" } }],
  [{ mdc: { mdcEntryWriter: { class: "net.logstash.logback.composite.loggingevent.mdc.LongMdcEntryWriter" } } }, { user: "joe", count: 17 }],
  [{ keyValuePairs: {} }, { order: { id: 17 } }],
  [{ keyValuePairs: { includeKeyName: "other" } }, {}],
  [{ keyValuePairs: { fieldName: "kvp", keyFieldName: "order=o" } }, { kvp: { o: { id: 17 } } }],
  [{ tags: {} }, { tags: ["AUDIT"] }],
  [{ logstashMarkers: {} }, {}],
  [{ arguments: {} }, {}],
  [{ arguments: { includeNonStructuredArguments: "true", nonStructuredArgumentsFieldPrefix: "a" } }, { a0: "joe" }],
  [{ pattern: { pattern: '{"severity":"%level","nested":{"n":["%msg",1,null]}}' } }, { severity: "WARN", nested: { n: ["user joe logged in", 1, null] } }],
  [{ nestedField: { fieldName: "fields", providers: { logLevel: {}, nestedField: { providers: { threadName: {} } } } } }, { fields: { level: "WARN", nested: { thread_name: "main" } } }],
  [{ globalCustomFields: { customFields: '{"service":"shop","ports":[1,2]}' } }, { service: "shop", ports: [1, 2] }],
  [{ provider: { class: "net.logstash.logback.composite.loggingevent.LogLevelJsonProvider", fieldName: "l" } }, { l: "WARN" }],
];

for (const [providers, written] of rows) {
  test(`${JSON.stringify(providers)} writes ${JSON.stringify(written)}`, () => {
    const { object, statuses } = withProviders(providers);

    expect(object(fullEvent)).toEqual(written);
    expect(statuses).toEqual([]);
  });
}

test("providers write in their order, with nothing for what an event lacks", () => {
  const { line } = withProviders({ tags: {}, stackTrace: {}, message: {}, mdc: {}, logLevel: {} });

  expect(line(anEvent())).toBe('{"message":"started","level":"INFO"}\n');
  expect(line(fullEvent)).toMatch(/^\{"tags":\["AUDIT"\],"stack_trace":".*","message":"user joe logged in","user":"joe","count":"17","level":"WARN"\}\n$/);
});

test("several of one kind keep their places among the others", () => {
  const { context, configure } = configured();
  const field = (name: string): string => `<globalCustomFields><customFields>{"${name}":1}</customFields></globalCustomFields>`;
  configure(`<configuration><appender name="JSON" class="ch.qos.logback.core.ConsoleAppender">
    <encoder class="net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder"><providers>${field("a")}<logLevel/>${field("b")}<message/>${field("c")}</providers></encoder>
  </appender><root><appender-ref ref="JSON"/></root></configuration>`);
  const appender = context.root.appenders.find((each) => each instanceof ConsoleAppender);

  expect(appender?.encoder?.encode(anEvent())).toBe('{"a":1,"level":"INFO","b":1,"message":"started","c":1}\n');
});

test("the stack hash is the same for the same place", () => {
  const { object } = withProviders({ stackHash: { exclude: "^a\\.D\\." } });
  const [first, second] = [1, 2].map((number) => object(anEvent({ throwableInit: { class: "E", message: String(number), frames: ["a.B.c(B.java:1)", `a.D.e(D.java:${String(number)})`] } })));

  expect(first?.["stack_hash"]).toMatch(/^[0-9a-f]{8}$/);
  expect(second).toEqual(first);
});

test("each event has a UUID of its own", () => {
  const { object } = withProviders({ uuid: {} });
  const [first, second] = [object(anEvent()), object(anEvent())];

  expect(first["uuid"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(second["uuid"]).not.toBe(first["uuid"]);
});

test("events are counted where they have no numbers, and not where they have", () => {
  const counting = withProviders({ sequence: {} });

  expect([counting.object(anEvent()), counting.object(anEvent())]).toEqual([{ sequence: 1 }, { sequence: 2 }]);
  expect(counting.statuses).toEqual(["WARN There is no <sequenceNumberGenerator>; the events that are written here are counted."]);

  const numbered = withProviders({ sequence: {} }, {}, { draft: { sequenceNumbers: { next: () => 1 } } });
  expect(numbered.object(fullEvent)).toEqual({ sequence: 7 });
});

test("T13: names from data never take the place of another member, wherever its provider stands", () => {
  const event = anEvent({ message: "m {}", args: ["x"], mdc: { message: "forged", arg0: "y" }, keyValuePairs: [{ key: "level", value: "forged" }, { key: "mdc_message", value: 1 }] });
  const { object } = withProviders({ arguments: { includeNonStructuredArguments: "true" }, mdc: {}, keyValuePairs: {}, message: {}, logLevel: {} });

  expect(object(event)).toEqual({ arg0: "x", mdc_message: "forged", mdc_arg0: "y", kvp_level: "forged", kvp_mdc_message: 1, message: "m x", level: "INFO" });
});

const complaintsOf: readonly (readonly [providers: ComponentSettings, status: RegExp])[] = [
  [{ message: {}, rawMessage: { fieldName: "message" } }, /^WARN The field name "message" is given twice; only the first field is written\.$/],
  [{ message: { messageSplitRegex: "(" } }, /^ERROR .* The message is written whole\.$/],
  [{ uuid: { strategy: "time" } }, /^WARN The strategy "time" is not offered; random UUIDs are written\.$/],
  [{ globalCustomFields: { customFields: "[]" } }, /^ERROR Expected a JSON object/],
  [{ mdc: { includeMdcKeyName: "a", excludeMdcKeyName: "b" } }, /^ERROR Keys of the MDC are both included and excluded/],
  [{ keyValuePairs: { keyFieldName: "a" } }, /^ERROR Expected mdcKeyName=fieldName, got "a"/],
  [{ stackHash: { exclude: "(" } }, /^ERROR .* It is left out\.$/],
  [{ timestamp: { pattern: "yyyy-bb" } }, /^ERROR "yyyy-bb" is no date pattern/],
];

for (const [providers, status] of complaintsOf) {
  test(`${JSON.stringify(providers)} is reported, and the rest is written`, () => {
    const { object, statuses } = withProviders({ ...providers, threadName: {} });

    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toMatch(status);
    expect(object(fullEvent)).toMatchObject({ thread_name: "main" });
  });
}

test("whatever is logged, the line is strict JSON", () => {
  const { object } = withProviders({
    timestamp: {},
    arguments: { includeNonStructuredArguments: "true" },
    mdc: {},
    context: {},
    keyValuePairs: {},
    message: { messageSplitRegex: "\\s+" },
    rawMessage: {},
    tags: {},
    stackTrace: { throwableConverter: { inlineHash: "true", maxLength: "300" }, writeAsArray: "true" },
    stackHash: {},
    rootStackTraceElement: {},
    throwableClassName: {},
    throwableRootCauseMessage: {},
    pattern: { pattern: '{"msg":"%msg","json":"#tryJson{%msg}","long":"#asLong{%X{user}}","list":["#asJson{%msg}"]}', omitEmptyFields: "true" },
    nestedField: { providers: { mdc: {}, loggerName: {}, contextName: {} } },
  });

  fc.assert(
    fc.property(anyEvent, (event) => {
      expect(object(event)).toHaveProperty("raw_message");
    }),
  );
});

test("a configuration as Java services have it is understood without a word", () => {
  const { configure } = configured();
  const { statuses } = configure(`<configuration>
    <appender name="JSON" class="ch.qos.logback.core.ConsoleAppender">
      <encoder class="net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder">
        <providers>
          <timestamp><timeZone>UTC</timeZone></timestamp>
          <mdc/>
          <pattern>
            <pattern>{ "level": "%level", "thread": "%thread", "relative": "#asLong{%relative}" }</pattern>
          </pattern>
          <stackTrace>
            <throwableConverter class="net.logstash.logback.stacktrace.ShortenedThrowableConverter">
              <maxDepthPerThrowable>30</maxDepthPerThrowable><maxLength>2048</maxLength><shortenedClassNameLength>20</shortenedClassNameLength>
              <exclude>^sun\\.reflect\\..*\\.invoke</exclude><rootCauseFirst>true</rootCauseFirst>
            </throwableConverter>
          </stackTrace>
        </providers>
      </encoder>
    </appender>
    <root><appender-ref ref="JSON"/></root>
  </configuration>`);

  expect(complaints(statuses)).toEqual([]);
});
