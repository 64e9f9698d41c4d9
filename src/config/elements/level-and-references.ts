import { Level } from "../../core/level.js";
import { levelHint } from "../../core/level-hint.js";
import { ROOT_NAME } from "../../core/logger-context.js";
import { referencedName } from "../appender-reference.js";
import { withConditionsSettled } from "../conditional.js";
import type { LoggerDraft } from "../draft.js";
import { isProperty, readNestedProperty } from "../nested-properties.js";
import { findAttribute, originOf, suggestion, type ConfigurationReading } from "../reading.js";
import type { TextPosition } from "../text-position.js";
import type { XmlElement } from "../xml/parse.js";

/** Words that stand for "the level of the logger above". */
const INHERITED: ReadonlySet<string> = new Set(["INHERITED", "NULL"]);

/** What `<logger>` and `<root>` have in common: a level, as attribute or element, and references to appenders. */
export function readLevelAndReferences(written: XmlElement, loggerName: string, logger: LoggerDraft, reading: ConfigurationReading, origin: string): void {
  const element = withConditionsSettled(written, reading, origin);
  const attribute = findAttribute(element, "level");
  if (attribute !== undefined) {
    readLevel(loggerName, logger, reading.substitute(attribute.value, origin, attribute.position), reading, origin, attribute.position);
  }
  for (const child of element.children) {
    const childOrigin = originOf(child, origin);
    if (isProperty(child)) {
      readNestedProperty(child, reading, childOrigin);
      continue;
    }
    switch (child.name.toLowerCase()) {
      case "level": {
        reading.checkAttributes(child, ["value"], childOrigin);
        const value = findAttribute(child, "value");
        const report = reading.report(childOrigin, child.position);
        report.warn(`<level> is deprecated; use the attribute "level" of <${element.name}>.`);
        if (value === undefined) {
          report.error(`Missing attribute [value] on <level>; it is ignored.`);
        } else {
          readLevel(loggerName, logger, reading.substitute(value.value, childOrigin, value.position), reading, childOrigin, value.position);
        }
        break;
      }
      case "appender-ref": {
        const name = referencedName(child, reading, childOrigin);
        if (name !== undefined) {
          logger.references.push({ name, element: child });
        }
        break;
      }
      default:
        reading.report(childOrigin, child.position).warn(`Ignoring unknown element <${child.name}> in <${element.name}>.${suggestion(child.name, ["level", "appender-ref"])}`);
    }
  }
}

/** As in Logback, not with white space around it. */
export function isInherited(text: string): boolean {
  return INHERITED.has(text.toUpperCase());
}

/** Sets the level that a word names. INHERITED and NULL take it from above, which only `<root>` cannot; another word means DEBUG, with a WARN. */
export function readLevel(loggerName: string, logger: LoggerDraft, text: string, reading: ConfigurationReading, origin: string, position: TextPosition): void {
  const word = text.trim().toUpperCase();
  if (word === "") {
    // As in Logback, an empty level says nothing.
    return;
  }
  if (isInherited(text)) {
    if (loggerName.toUpperCase() === ROOT_NAME) {
      reading.report(origin, position).error(`The level of the root logger cannot be ${word}: there is nothing above it to inherit from. Its level stays as it is.`);
    } else {
      logger.level = undefined;
    }
    return;
  }
  const level = Level.parse(word);
  if (level === undefined) {
    reading.report(origin, position).warn(`"${text}" is not a level; DEBUG is used.${levelHint(word)}`);
  }
  logger.level = level ?? Level.DEBUG;
}
