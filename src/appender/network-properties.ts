import { textProperty, type TextProperty } from "../core/component.js";
import { DURATION_EXPECTED, parseDuration } from "../util/duration.js";
import { FILE_SIZE_EXPECTED, parseFileSize } from "../util/file-size.js";

/** A duration in milliseconds, of at least `least`; for anything else an ERROR and the fallback. */
export function durationProperty<T extends number | undefined>(fallback: T, least = 0): TextProperty<number | T> {
  return textProperty<number | T>(
    (text, report) => {
      const duration = parseDuration(text);
      if (duration?.secondsFromS === true) {
        report.warn(`"${text}" is taken for seconds; Logback would take it for milliseconds.`);
      }
      if (duration !== undefined && duration.millis >= least) {
        return duration.millis;
      }
      report.error(`Expected ${DURATION_EXPECTED}, got "${text}"; ${fallback === undefined ? "it is left out" : `${String(fallback)} milliseconds are used`}.`);
      return undefined;
    },
    { fallback },
  );
}

/** A whole number of at least 1; for anything else an ERROR and the fallback. */
export function countProperty<T extends number | undefined>(fallback: T): TextProperty<number | T> {
  return textProperty<number | T>(
    (text, report) => {
      const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
      if (count > 0) {
        return count;
      }
      report.error(`Expected a whole number from 1, got "${text}"; ${fallback === undefined ? "it is left out" : `${String(fallback)} is used`}.`);
      return undefined;
    },
    { fallback },
  );
}

/** A size in bytes, of at least 1; for anything else an ERROR and the fallback. */
export function bytesProperty(fallback: number): TextProperty<number> {
  return textProperty(
    (text, report) => {
      const bytes = parseFileSize(text)?.bytes ?? 0;
      if (bytes > 0) {
        return bytes;
      }
      report.error(`Expected ${FILE_SIZE_EXPECTED}, got "${text}"; ${String(fallback)} bytes are used.`);
      return undefined;
    },
    { fallback },
  );
}
