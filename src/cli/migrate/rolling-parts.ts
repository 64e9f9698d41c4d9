import { element, type XmlPart } from "./print-xml.js";
import { hasVariables, withDefaults } from "./variables.js";

const ROLLING = "ch.qos.logback.core.rolling";
/** What `maxIndex` may be above `minIndex` in Logback. */
const LARGEST_WINDOW = 20;
/** One more than `maxIndex` may be above it in the class that Open-Xchange added. */
const MOST_ARCHIVES = 101;

/** Archives by number. */
interface Window {
  /** How many; as many as there can be. */
  readonly archives: number;
  /** Number of the newest one; 1 unless given. */
  readonly lowest?: number;
}

/** `FixedWindowRollingPolicy`, and the size at which a file rolls. */
export function fixedWindow(fileNamePattern: string, { archives, lowest = 1 }: Window, maxFileSize: string): XmlPart[] {
  const policy = archives > LARGEST_WINDOW + 1 ? "com.openexchange.logback.extensions.FixedWindowRollingPolicy" : `${ROLLING}.FixedWindowRollingPolicy`;
  return [
    element("rollingPolicy", { class: policy }, [
      element("fileNamePattern", {}, fileNamePattern),
      element("minIndex", {}, String(lowest)),
      element("maxIndex", {}, String(lowest + Math.min(Math.max(archives, 1), MOST_ARCHIVES) - 1)),
    ]),
    element("triggeringPolicy", { class: `${ROLLING}.SizeBasedTriggeringPolicy` }, [element("maxFileSize", {}, maxFileSize)]),
  ];
}

/** How many archives a setting asks for; what is not taken as it stands is told by `warn`. */
export function archiveCount(text: string, fallback: number, warn: (what: string) => void): number {
  const written = withDefaults(text);
  const count = Number(written);
  if (!/^\d+$/.test(written)) {
    warn(`is no number; ${fallback} is taken`);
    return fallback;
  }
  if (count > MOST_ARCHIVES) {
    warn(`is more than there can be by number; ${MOST_ARCHIVES} are kept, and older ones are removed`);
  } else if (written !== text) {
    warn(`cannot be a variable; ${written} is taken`);
  }
  return Math.min(count, MOST_ARCHIVES);
}

/** What a policy by time has beside its pattern. */
interface TimeBased {
  readonly maxFileSize?: string | undefined;
  readonly maxHistory?: string | undefined;
  readonly totalSizeCap?: string | undefined;
}

/** A policy that rolls by time, and with a size also by that. */
export function timeBased(fileNamePattern: string, { maxFileSize, maxHistory, totalSizeCap }: TimeBased): XmlPart {
  const name = maxFileSize === undefined ? "TimeBasedRollingPolicy" : "SizeAndTimeBasedRollingPolicy";
  return element("rollingPolicy", { class: `${ROLLING}.${name}` }, [
    element("fileNamePattern", {}, fileNamePattern),
    ...(maxFileSize === undefined ? [] : [element("maxFileSize", {}, maxFileSize)]),
    ...(maxHistory === undefined ? [] : [element("maxHistory", {}, maxHistory)]),
    ...(totalSizeCap === undefined ? [] : [element("totalSizeCap", {}, totalSizeCap)]),
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

const UNITS = ["", "K", "M", "G", "T"];

/** A size as Logback writes it: `10MB`, or a number of bytes. `undefined` for what is none. */
export function fileSize(text: string): string | undefined {
  const [, number = "", letter = ""] = /^(\d+(?:[.,]\d+)?)\s*(|[KMGT])B?$/i.exec(text.trim()) ?? [];
  if (number === "") {
    return hasVariables(text) ? text : undefined;
  }
  const unit = letter.toUpperCase();
  if (/\D/.test(number)) {
    return String(Math.floor(Number(number.replace(",", ".")) * 1024 ** UNITS.indexOf(unit)));
  }
  return unit === "T" ? `${Number(number) * 1024}GB` : `${number}${unit === "" ? "" : `${unit}B`}`;
}
