import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { configuredMessage } from "../message-split.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<message>`: the message with its arguments.
 *
 * - `<fieldName>`: `message` unless given.
 * - `<messageSplitRegex>`: a regular expression, `SYSTEM`, `UNIX` or `WINDOWS`: the message is a list, split there.
 */
export const messageProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.MessageJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "message" }), messageSplitRegex: stringProperty() },
  create: ({ fieldName, messageSplitRegex }, environment): JsonProvider => {
    const make = configuredMessage(messageSplitRegex, environment.reportOn("messageSplitRegex"));
    return { fieldsIn: (object) => object.field(fieldName, make) };
  },
});
