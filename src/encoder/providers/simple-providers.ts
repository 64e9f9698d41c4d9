import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { contextName } from "../../json/context.js";
import type { JsonField } from "../../json/json-field.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { levelName, levelValue } from "../../json/level.js";
import { tags } from "../../json/markers.js";
import { rawMessage } from "../../json/message.js";
import { threadName } from "../../json/thread-name.js";
import { throwableMessage } from "../../json/throwable-summary.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * Providers of one field, whose only property is `<fieldName>`.
 *
 * Source: logstash-logback-encoder, "Composite Encoder/Layout".
 */
export const simpleProviders: readonly ComponentDefinition<JsonProvider>[] = [
  simple("context", (name) => contextName(name, escapeSafely), `${LOGGING_EVENT}.ContextNameJsonProvider`),
  simple("level", levelName, `${LOGGING_EVENT}.LogLevelJsonProvider`),
  simple("level_value", levelValue, `${LOGGING_EVENT}.LogLevelValueJsonProvider`),
  simple("raw_message", (name) => rawMessage(name, escapeSafely), `${LOGGING_EVENT}.RawMessageJsonProvider`),
  simple("tags", (name) => tags(name, escapeSafely), `${LOGGING_EVENT}.TagsJsonProvider`),
  simple("thread_name", (name) => threadName(name, escapeSafely), `${LOGGING_EVENT}.LoggingEventThreadNameJsonProvider`, `${LOGGING_EVENT}.ThreadNameJsonProvider`),
  simple("throwable_message", (name) => throwableMessage(name, "outermost", escapeSafely), `${LOGGING_EVENT}.ThrowableMessageJsonProvider`),
  simple("throwable_root_cause_message", (name) => throwableMessage(name, "rootCause", escapeSafely), `${LOGGING_EVENT}.ThrowableRootCauseMessageJsonProvider`),
];

function simple(defaultName: string, make: (name: string) => JsonField, ...classNames: readonly string[]): ComponentDefinition<JsonProvider> {
  return defineComponent({
    kind: "jsonProvider",
    classNames,
    properties: { fieldName: stringProperty({ fallback: defaultName }) },
    create: ({ fieldName }): JsonProvider => ({ fieldsIn: (object) => object.field(fieldName, make) }),
  });
}
