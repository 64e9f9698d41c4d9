import { componentProperty, type ComponentEnvironment, type NestedProperty } from "../core/component.js";
import type { JsonField } from "../json/json-field.js";
import { escapeSafely } from "../json/json-text.js";
import { convertedStackTrace, stackTrace, stackTraceLines } from "../json/stack-trace.js";
import { compilePattern } from "../pattern/compiler.js";
import type { ConverterFactory } from "../pattern/converter.js";
import { throwable } from "../pattern/converters/throwable.js";
import { patternOptionsFor } from "./compile-property.js";

/** `<throwableConverter class="...">`: the conversion word that prints throwables, as `<conversionRule>` would name it. */
export const THROWABLE_CONVERTER: NestedProperty<ConverterFactory | undefined> = componentProperty<ConverterFactory>("converter", {
  defaultClassName: "net.logstash.logback.stacktrace.ShortenedThrowableConverter",
});

/**
 * Makes the field with the stack trace: as `%ex` prints it, unless another converter is given.
 *
 * @param asArray - A list of lines and not one text.
 */
export function configuredStackTrace(converter: ConverterFactory | undefined, asArray: boolean, environment: ComponentEnvironment): (name: string) => JsonField {
  if (converter === undefined && !asArray) {
    return (name) => stackTrace(name, escapeSafely);
  }
  const words = new Map([["throwable", converter ?? throwable]]);
  const { convert } = compilePattern("%throwable", { ...patternOptionsFor(false, environment), words, throwableWord: "" });
  return (name) => (asArray ? stackTraceLines : convertedStackTrace)(name, convert, escapeSafely);
}
