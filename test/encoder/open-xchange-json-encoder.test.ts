import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Level } from "../../src/core/level.js";
import { Marker } from "../../src/core/marker.js";
import { OpenXchangeJsonEncoder } from "../../src/encoder/open-xchange-json-encoder.js";
import { anyEvent } from "../json/any-event.js";
import { strictJson } from "../json/strict-json.js";
import { complaints, configured } from "../support/configured.js";
import { anEvent } from "../support/events.js";

beforeEach(() => {
  vi.stubEnv("TZ", "UTC");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const fullEvent = anEvent({
  level: Level.ERROR,
  message: "failed {}",
  args: ["twice"],
  throwableInit: { class: "a.E", message: "boom", frames: ["a.B.c(B.java:1)"] },
  mdc: { "com.openexchange.session.userId": "3", __threadId: "17" },
  markers: [new Marker("AUDIT"), new Marker("OTHER")],
});

test("the fields stand in the order of an Open-Xchange server", () => {
  expect(new OpenXchangeJsonEncoder({ customFields: [{ name: "cluster", value: "1137" }] }).encode(fullEvent)).toBe(
    '{"timestamp":"2024-03-15T10:30:00.123+00:00","@version":1,"level":"ERROR","loggerName":"com.example.Main","threadName":"main","message":"failed twice",' +
      '"marker":"AUDIT","stacktrace":"a.E: boom\\n\\tat a.B.c(B.java:1)\\n","com.openexchange.session.userId":"3","__threadId":"17","cluster":"1137"}\n',
  );
});

test("a plain event has no marker, no stack trace and nothing of the MDC", () => {
  expect(Object.keys(strictJson(new OpenXchangeJsonEncoder().encode(anEvent())))).toEqual(["timestamp", "@version", "level", "loggerName", "threadName", "message"]);
});

test("the time is that of the system's zone", () => {
  vi.stubEnv("TZ", "Europe/Berlin");

  expect(strictJson(new OpenXchangeJsonEncoder({ timestampName: "@timestamp" }).encode(anEvent()))["@timestamp"]).toBe("2024-03-15T11:30:00.123+01:00");
});

test("T13: a key of the MDC never takes the place of another member", () => {
  const event = anEvent({ message: "true", mdc: { message: "forged", level: "forged", cluster: "forged" } });

  expect(strictJson(new OpenXchangeJsonEncoder({ customFields: [{ name: "cluster", value: "a" }] }).encode(event))).toMatchObject({
    message: "true",
    level: "INFO",
    cluster: "a",
    mdc_message: "forged",
    mdc_level: "forged",
    mdc_cluster: "forged",
  });
});

test("whatever is logged, the line is strict JSON", () => {
  const { encode } = new OpenXchangeJsonEncoder({ customFields: [{ name: "cluster", value: '"' }] });

  fc.assert(
    fc.property(anyEvent, (event) => {
      expect(strictJson(encode(event))).toMatchObject({ "@version": 1, cluster: '"' });
    }),
  );
});

function saidOf(encoder: string, before = ""): { readonly said: readonly string[]; readonly encode: (() => string) | undefined } {
  const { context, configure } = configured();
  const { statuses } = configure(`<configuration>${before}<appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">${encoder}</appender><root><appender-ref ref="OUT"/></root></configuration>`);
  const [appender] = context.root.appenders as unknown as readonly { readonly encoder?: { encode(event: unknown): string } }[];
  return { said: complaints(statuses), encode: appender?.encoder === undefined ? undefined : () => appender.encoder?.encode(anEvent()) ?? "" };
}

const ENCODERS = "com.openexchange.logback.extensions";

for (const className of [`${ENCODERS}.logstash.LogstashEncoder`, `${ENCODERS}.encoders.JSONEncoder`]) {
  test(`${className} takes custom fields as the server's documentation writes them`, () => {
    const { said, encode } = saidOf(
      `<encoder class="${className}"><customField name="cluster" value="1137"/><customField name="node" value="\${user.none:-n1}"/></encoder>`,
      `<newRule pattern="*/encoder/customField" actionClass="${ENCODERS}.encoders.CustomFieldsAction"/>`,
    );

    expect(said).toEqual([]);
    expect(strictJson(encode?.() ?? "")).toMatchObject({ cluster: "1137", node: "n1" });
  });
}

test("the older form of custom fields is understood too", () => {
  const { said, encode } = saidOf(`<encoder class="${ENCODERS}.logstash.LogstashEncoder"><customFields><field name="a" value="1"/><field name="b" value="2"/></customFields></encoder>`);

  expect(said).toEqual([]);
  expect(strictJson(encode?.() ?? "")).toMatchObject({ a: "1", b: "2" });
});

test("a custom field without a name, or with that of another member, is left out and reported", () => {
  const { said, encode } = saidOf(`<encoder class="${ENCODERS}.encoders.JSONEncoder"><customField value="1"/><customField name="level" value="x"/></encoder>`);

  expect(said.map((text) => text.replace(/\S+:\d+:\d+ /, ""))).toEqual([
    'ERROR Expected a name, as in <customField name="cluster" value="a"/>; the field is left out.',
    'WARN The field name "level" is given twice; only the first field is written.',
  ]);
  expect(strictJson(encode?.() ?? "")).toMatchObject({ level: "INFO" });
});
