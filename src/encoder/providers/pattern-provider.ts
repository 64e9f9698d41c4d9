import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition, type ComponentEnvironment } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { templateMembers } from "../../json/json-template.js";
import { compilePattern } from "../../pattern/compiler.js";
import type { Convert, ConverterFactory } from "../../pattern/converter.js";
import { property } from "../../pattern/converters/property.js";
import { thrownMessage } from "../../util/thrown-message.js";
import { patternOptionsFor } from "../compile-property.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<pattern>`: members from a template.
 *
 * - `<pattern>`: a JSON object whose texts are patterns, such as `{"level":"%level","line":"#asLong{%line}"}`. Here `%property`
 *   prints nothing for a missing property, and `%property{name:-text}` a text of its own.
 * - `<omitEmptyFields>`: true leaves out what is `null` or empty; false unless given.
 *
 * Status ERROR when it is no JSON object, and nothing is written; for each mistake in a pattern; for an unknown operation.
 */
export const patternProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.LoggingEventPatternJsonProvider`],
  properties: { pattern: stringProperty({ fallback: "" }), omitEmptyFields: booleanProperty(false) },
  create: ({ pattern, omitEmptyFields }, environment): JsonProvider => {
    const report = environment.reportOn("pattern");
    const template = readTemplate(pattern, (message) => { report.error(message); });
    const members = templateMembers(template, { omitEmptyFields, compile: compilerFor(pattern, environment), complain: (message) => { report.error(message); } });
    return { fieldsIn: (object) => members.flatMap(([name, make]) => object.field(name, make)) };
  },
});

/** Nothing where the text is no object, which is reported. */
function readTemplate(text: string, complain: (message: string) => void): object {
  if (text === "") {
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value;
    }
    complain('Expected a JSON object such as {"level":"%level"}; nothing is written.');
  } catch (cause) {
    complain(`This is no JSON: ${thrownMessage(cause)}. Nothing is written.`);
  }
  return {};
}

/** Places of problems are those in the whole template, as far as they can be found there. */
function compilerFor(template: string, environment: ComponentEnvironment): (pattern: string) => Convert {
  const options = patternOptionsFor(false, environment);
  const words = new Map([...options.words, ["property", propertyOrDefault] as const]);
  return (pattern) => {
    const offset = Math.max(0, template.indexOf(JSON.stringify(pattern).slice(1, -1)));
    const compiled = compilePattern(pattern, { ...options, words, throwableWord: "", report: (problem) => options.report?.({ ...problem, column: problem.column + offset }) });
    environment.context.fineClock ||= compiled.needsNanos;
    return compiled.convert;
  };
}

/** `%property{name:-text}`: as `%property`, with a text of its own for a missing one; empty unless given. */
const propertyOrDefault: ConverterFactory = ([option], environment) => {
  if (option === undefined) {
    return property([], environment);
  }
  const separator = option.indexOf(":-");
  const [key, otherwise] = separator < 0 ? [option, ""] : [option.slice(0, separator), option.slice(separator + 2)];
  return { kind: "event", convert: ({ context }) => context.properties.get(key) ?? environment.property(key) ?? otherwise, label: key };
};
