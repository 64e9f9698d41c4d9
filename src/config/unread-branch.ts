import { findAttribute, originOf, type ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/** Attributes without which an element says nothing, by its name in lower case. */
type RequiredAttributes = ReadonlyMap<string, readonly string[]>;

const IN_LOGGERS: RequiredAttributes = new Map([
  ["appender-ref", ["ref"]],
  ["level", ["value"]],
]);

/** By the element around them: elsewhere the same names mean other things, such as properties of a component. */
const REQUIRED_IN: ReadonlyMap<string, RequiredAttributes> = new Map([
  ["appender", new Map([["appender-ref", ["ref"]]])],
  [
    "configuration",
    new Map([
      ["appender", ["name", "class"]],
      ["condition", ["class"]],
      ["contextlistener", ["class"]],
      ["conversionrule", ["conversionWord"]],
      ["define", ["name", "class"]],
      ["evaluator", ["name"]],
      ["import", ["class"]],
      ["logger", ["name"]],
      ["root", []],
      ["sequencenumbergenerator", ["class"]],
    ]),
  ],
  ["logger", IN_LOGGERS],
  ["root", IN_LOGGERS],
]);

/** What stands in these counts as if it stood around them. */
const CONDITIONALS: ReadonlySet<string> = new Set(["else", "if", "springprofile", "then"]);

/**
 * Says what is wrong with the form of elements that do not count, because their branch of an `<if>` was not taken or their
 * profile is not active: the environment in which they count should not be the first to find out. As in Logback, which looks
 * at the form of all elements when it reads the file.
 *
 * Status ERROR for an attribute that is missing or empty, WARN for `<level>`.
 *
 * @param parent - Name of the element that they would count in; `configuration` also in an included file.
 */
export function reportUnread(elements: readonly XmlElement[], parent: string, reading: ConfigurationReading, origin: string): void {
  const inParent = REQUIRED_IN.get(parent.toLowerCase());
  for (const element of inParent === undefined ? [] : elements) {
    const name = element.name.toLowerCase();
    const elementOrigin = originOf(element, origin);
    if (CONDITIONALS.has(name)) {
      reportUnread(element.children, parent, reading, elementOrigin);
      continue;
    }
    const required = inParent?.get(name);
    if (required === undefined) {
      continue;
    }
    const report = reading.report(elementOrigin, element.position);
    if (name === "level") {
      report.warn(`<level> is deprecated; use the attribute "level" of the logger.`);
    }
    for (const attribute of required) {
      if ((findAttribute(element, attribute)?.value ?? "") === "") {
        report.error(`Missing attribute [${attribute}] on <${element.name}>, in a branch that is not taken now; it would be ignored.`);
      }
    }
    reportUnread(element.children, name, reading, elementOrigin);
  }
}
