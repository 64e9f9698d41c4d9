import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { configuredTimestamp } from "../logstash-timestamp.js";
import { COMPOSITE, LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<timestamp>`: when the event happened.
 *
 * - `<fieldName>`: `@timestamp` unless given.
 * - `<pattern>`, `<timeZone>`: as `<timestampPattern>` and `<timeZone>` of a LogstashEncoder.
 */
export const timestampProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.LoggingEventFormattedTimestampJsonProvider`, `${COMPOSITE}.FormattedTimestampJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "@timestamp" }), pattern: stringProperty(), timeZone: stringProperty() },
  create: ({ fieldName, pattern, timeZone }, environment): JsonProvider => ({
    fieldsIn: (object) => object.field(fieldName, (name) => configuredTimestamp(name, { pattern, zone: timeZone }, { pattern: "pattern", zone: "timeZone" }, environment)),
  }),
});
