import fc from "fast-check";
import { expect, test } from "vitest";
import type { ComponentSettings } from "../../src/config/from-code.js";
import { Level } from "../../src/core/level.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";
import { ecsAdditionalField, ecsEncoder } from "../../src/encoder/ecs-encoder.js";
import { patternLayout } from "../../src/encoder/pattern-layout.js";
import { anyEvent } from "../json/any-event.js";
import { strictJson } from "../json/strict-json.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

function built(settings: ComponentSettings = {}): { readonly encode: (event: LoggingEvent) => string; readonly statuses: readonly string[] } {
  const { built: encoder, statuses } = buildFrom(ecsEncoder, settings, { components: [ecsAdditionalField, patternLayout] });
  return { encode: (event) => encoder?.encode(event) ?? "", statuses };
}

test("a plain event has the fields of ecs-logging-java, in its order", () => {
  const { encode, statuses } = built({ serviceName: "shop" });

  expect(encode(anEvent())).toBe(
    '{"@timestamp":"2024-03-15T10:30:00.123Z","log.level": "INFO","message":"started","ecs.version":"1.2.0",' +
      '"service.name":"shop","event.dataset":"shop","process.thread.name":"main","log.logger":"com.example.Main"}\n',
  );
  expect(statuses).toEqual([]);
});

test("an event with everything has every field that was asked for", () => {
  const { encode, statuses } = built({
    serviceName: "shop",
    serviceVersion: "1.2",
    serviceEnvironment: "prod",
    serviceNodeName: "shop-3",
    eventDataset: "shop.log",
    includeMarkers: "true",
    includeOrigin: "true",
    additionalField: [{ key: "tier", value: "2" }, { key: "team", value: "checkout" }],
  });
  const event = anEvent({
    level: Level.ERROR,
    message: "card of {} refused",
    args: ["joe"],
    throwableInit: { class: "CardError", message: "limit", frames: ["shop.Card.charge(Card.java:7)"] },
    mdc: { "trace.id": "t1" },
    keyValuePairs: [{ key: "amount", value: 12 }],
    markers: [new Marker("AUDIT").add(new Marker("PAYMENT"))],
    callerFrames: ["com.acme.App.main(App.java:12)"],
  });

  expect(encode(event)).toBe(
    '{"@timestamp":"2024-03-15T10:30:00.123Z","log.level":"ERROR","message":"card of joe refused","ecs.version":"1.2.0","tags":["AUDIT","PAYMENT"],' +
      '"service.name":"shop","service.version":"1.2","service.environment":"prod","service.node.name":"shop-3","event.dataset":"shop.log",' +
      '"process.thread.name":"main","log.logger":"com.example.Main","tier":"2","team":"checkout","trace.id":"t1","amount":12,' +
      '"log":{"origin":{"file":{"name":"App.java","line":12},"function":"main"}},' +
      '"error.type":"CardError","error.message":"limit","error.stack_trace":"CardError: limit\\n\\tat shop.Card.charge(Card.java:7)\\n"}\n',
  );
  expect(statuses).toEqual([]);
});

test("the stack trace may be a list of lines, and an error without a message has no error.message", () => {
  const { encode } = built({ stackTraceAsArray: "true" });
  const parsed = JSON.parse(encode(anEvent({ throwableInit: { class: "CardError", frames: ["shop.Card.charge(Card.java:7)"] } }))) as object;

  expect(parsed).toMatchObject({ "error.type": "CardError", "error.stack_trace": ["CardError", "\tat shop.Card.charge(Card.java:7)"] });
  expect(parsed).not.toHaveProperty(["error.message"]);
});

test("a layout may print the message", () => {
  const { encode } = built({ messageLayout: { pattern: "%level \"%msg\"" } });

  expect(JSON.parse(encode(anEvent()))).toMatchObject({ message: 'INFO "started"' });
});

test("data never takes the place of a field", () => {
  const { encode } = built({ serviceName: "shop" });
  const line = encode(anEvent({ mdc: { message: "forged", "service.name": "other" }, keyValuePairs: [{ key: "log.level", value: "DEBUG" }] }));

  expect(strictJson(line)).toMatchObject({ message: "started", mdc_message: "forged", "service.name": "shop", "mdc_service.name": "other", "log.level": "INFO", "kvp_log.level": "DEBUG" });
});

test("an additional field without a key or a value is left out, and one that is given twice is written once", () => {
  const { encode, statuses } = built({ additionalField: [{ key: "tier" }, { key: "message", value: "forged" }] });

  expect(strictJson(encode(anEvent()))).toMatchObject({ message: "started" });
  expect(statuses).toEqual(["ERROR An <additionalField> needs a <key> and a <value>; it is left out.", 'WARN The field name "message" is given twice; only the first field is written.']);
});

test("whatever is logged, a line is one JSON object with every name once", () => {
  const { encode } = built({ serviceName: "shop", includeMarkers: "true" });
  fc.assert(
    fc.property(anyEvent, (event) => {
      const line = encode(event);

      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(strictJson(line)).toHaveProperty(["ecs.version"], "1.2.0");
    }),
  );
});
