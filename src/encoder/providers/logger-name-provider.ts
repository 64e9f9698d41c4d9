import { defineComponent, integerProperty, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { loggerName } from "../../json/logger-name.js";
import { abbreviatorOf } from "../../pattern/abbreviator.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<loggerName>`
 *
 * - `<fieldName>`: `logger_name` unless given.
 * - `<shortenedLoggerNameLength>`: as the length of `%logger{20}`; -1 (default) for the whole name.
 */
export const loggerNameProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.LoggerNameJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "logger_name" }), shortenedLoggerNameLength: integerProperty(-1) },
  create: ({ fieldName, shortenedLoggerNameLength }): JsonProvider => ({
    fieldsIn: (object) => object.field(fieldName, (name) => loggerName(name, escapeSafely, abbreviatorOf(shortenedLoggerNameLength))),
  }),
});
