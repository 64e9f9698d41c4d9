import { findAttribute, originOf, type ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/** Attributes without which an element says nothing, by its name in lower case. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ["appender", ["name", "class"]],
  ["appender-ref", ["ref"]],
  ["condition", ["class"]],
  ["contextlistener", ["class"]],
  ["conversionrule", ["conversionWord"]],
  ["define", ["name", "class"]],
  ["evaluator", ["name"]],
  ["import", ["class"]],
  ["level", ["value"]],
  ["logger", ["name"]],
  ["sequencenumbergenerator", ["class"]],
]);

/** Elements whose children are elements of the configuration language, too; in others the same names mean other things. */
const PARENTS: ReadonlySet<string> = new Set(["else", "if", "logger", "root", "then"]);

/**
 * Says what is wrong with the form of elements that do not count, because their branch of an `<if>` was not taken: the
 * environment in which it is taken should not be the first to find out. As in Logback, which looks at the form of all
 * elements when it reads the file.
 *
 * Status ERROR for a missing attribute, WARN for `<level>`.
 */
export function reportUnread(elements: readonly XmlElement[], reading: ConfigurationReading, origin: string): void {
  for (const element of elements) {
    const name = element.name.toLowerCase();
    const elementOrigin = originOf(element, origin);
    const report = reading.report(elementOrigin, element.position);
    if (name === "level") {
      report.warn(`<level> is deprecated; use the attribute "level" of the logger.`);
    }
    for (const attribute of REQUIRED.get(name) ?? []) {
      if (findAttribute(element, attribute) === undefined) {
        report.error(`Missing attribute [${attribute}] on <${element.name}>, in a branch that is not taken now; it would be ignored.`);
      }
    }
    if (PARENTS.has(name)) {
      reportUnread(element.children, reading, elementOrigin);
    } else if (name === "appender") {
      const references = element.children.filter((child) => child.name.toLowerCase() === "appender-ref");
      reportUnread(references, reading, elementOrigin);
    }
  }
}
