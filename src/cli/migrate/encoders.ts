import type { Conversion } from "./conversion.js";
import type { OldComponent } from "./old-component.js";
import { logbackPattern } from "./pattern.js";
import type { Dialect } from "./pattern-words.js";
import { element, type XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { resolved } from "./variables.js";

const LAYOUT_WRAPPING_ENCODER = "ch.qos.logback.core.encoder.LayoutWrappingEncoder";

/** A pattern of Logback for an old one; what changes is told for its line. */
export function migratedPattern(pattern: string, dialect: Dialect, line: number, { remarks, variables }: Conversion): string {
  return logbackPattern(resolved(pattern, variables, (text) => text === "" || text.includes("%")), dialect, {
    lost: (what) => { remarks.warn(line, `${what} in the pattern is not carried over: Logback has nothing of the kind.`); },
    changed: (what) => { remarks.note(line, `In the pattern ${what}.`); },
  });
}

/** A `PatternLayoutEncoder`. */
export function patternEncoder(pattern: string, charset: string | undefined): XmlPart {
  return element("encoder", {}, [...(charset === undefined ? [] : [element("charset", {}, charset)]), element("pattern", {}, pattern)]);
}

/** An encoder around a layout of Logback. */
export function layoutEncoder(layoutClass: string, charset: string | undefined, properties: readonly XmlPart[] = []): XmlPart {
  return element("encoder", { class: LAYOUT_WRAPPING_ENCODER }, [...(charset === undefined ? [] : [element("charset", {}, charset)]), element("layout", { class: layoutClass }, properties)]);
}

/** An encoder without properties. */
export function encoderOf(className: string): XmlPart {
  return element("encoder", { class: className });
}

/** Says which parameters of a component nobody asked for. */
export function remarkLeftovers(component: OldComponent, what: string, remarks: Remarks): void {
  for (const { name, value, line } of component.leftovers) {
    const shown = /password|secret|token|key/i.test(name) ? name : `${name}=${value}`;
    remarks.warn(line, `${shown} of ${what} is not carried over.`);
  }
}

/** Says that a file which is archived goes on at a start, whatever it did before. */
export function remarkEmptied(appender: OldComponent, remarks: Remarks): void {
  const line = appender.lineOf("append");
  if (!appender.takeBoolean("append", true)) {
    remarks.note(line, `The file of appender [${appender.name}] was emptied at every start; one that is archived goes on in Logback.`);
  }
}
