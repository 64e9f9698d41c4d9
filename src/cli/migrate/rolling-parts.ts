import { element, type XmlPart } from "./print-xml.js";
import { hasVariables } from "./variables.js";

const ROLLING = "ch.qos.logback.core.rolling";
/** What `maxIndex` may be above `minIndex` in Logback, and in the class that Open-Xchange added. */
const LARGEST_WINDOW = 20;
const LARGEST_WIDE_WINDOW = 100;
const DEFAULT_ARCHIVES = 7;

/** `FixedWindowRollingPolicy` with archives from `.1` on, and the size at which a file rolls. */
export function fixedWindow(fileNamePattern: string, wanted: number, maxFileSize: string): XmlPart[] {
  const archives = Number.isInteger(wanted) ? wanted : DEFAULT_ARCHIVES;
  const policy = archives > LARGEST_WINDOW + 1 ? "com.openexchange.logback.extensions.FixedWindowRollingPolicy" : `${ROLLING}.FixedWindowRollingPolicy`;
  return [
    element("rollingPolicy", { class: policy }, [
      element("fileNamePattern", {}, fileNamePattern),
      element("minIndex", {}, "1"),
      element("maxIndex", {}, String(Math.min(Math.max(archives, 1), LARGEST_WIDE_WINDOW + 1))),
    ]),
    element("triggeringPolicy", { class: `${ROLLING}.SizeBasedTriggeringPolicy` }, [element("maxFileSize", {}, maxFileSize)]),
  ];
}

/** A policy that rolls by time, and with a size also by that. */
export function timeBased(fileNamePattern: string, { maxFileSize, maxHistory }: { readonly maxFileSize?: string | undefined; readonly maxHistory?: string | undefined }): XmlPart {
  const name = maxFileSize === undefined ? "TimeBasedRollingPolicy" : "SizeAndTimeBasedRollingPolicy";
  return element("rollingPolicy", { class: `${ROLLING}.${name}` }, [
    element("fileNamePattern", {}, fileNamePattern),
    ...(maxFileSize === undefined ? [] : [element("maxFileSize", {}, maxFileSize)]),
    ...(maxHistory === undefined ? [] : [element("maxHistory", {}, maxHistory)]),
  ]);
}

/**
 * `app.log.%d{yyyy-MM-dd}` for the file `app.log` and the date pattern `'.'yyyy-MM-dd`: quoted text at its ends stands
 * outside the braces.
 */
export function dated(file: string, datePattern: string): string {
  const [, before = "", letters = "", after = ""] = /^((?:'[^']*')?)([^]*?)((?:'[^']*')?)$/.exec(datePattern) ?? [];
  const [, dots = "", rest = "", tail = ""] = /^([._-]*)([^]*?)([._-]*)$/.exec(letters) ?? [];
  return `${file}${unquoted(before)}${dots}%d{${rest}}${tail}${unquoted(after)}`;
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}

/** A size as Logback writes it: `10MB`, or a number of bytes. `undefined` for what is none. */
export function fileSize(text: string): string | undefined {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*(|[KMG]B?)$/i.exec(text.trim()) ?? [];
  return number === "" ? (hasVariables(text) ? text : undefined) : `${number}${unit === "" ? "" : `${unit.charAt(0).toUpperCase()}B`}`;
}
