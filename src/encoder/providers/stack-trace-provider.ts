import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { configuredStackTrace, THROWABLE_CONVERTER } from "../throwable-converter.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<stackTrace>`: the throwable, where there is one.
 *
 * - `<fieldName>`: `stack_trace` unless given.
 * - `<throwableConverter>`: what prints it; a ShortenedThrowableConverter unless a class is given, `%ex` without the element.
 * - `<writeAsArray>`: true writes a list of lines.
 */
export const stackTraceProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.StackTraceJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "stack_trace" }), throwableConverter: THROWABLE_CONVERTER, writeAsArray: booleanProperty(false) },
  create: ({ fieldName, throwableConverter, writeAsArray }, environment): JsonProvider => {
    const make = configuredStackTrace(throwableConverter, writeAsArray, environment);
    return { fieldsIn: (object) => object.field(fieldName, make) };
  },
});
