import path from "node:path";
import type { Report } from "../../src/core/component.js";
import { FileNamePattern } from "../../src/rolling/file-name-pattern.js";
import { RollingCalendar } from "../../src/rolling/rolling-calendar.js";

/** Input of the kind `rollname`. */
export interface RollnameInput {
  readonly fileNamePattern: string;
  readonly instants?: readonly number[];
  readonly counters?: readonly number[];
}

/** The names and periods that a file name pattern of this library gives. */
export function answerRollname({ fileNamePattern, instants = [], counters = [0, 1, 12] }: RollnameInput): object {
  const complaints: string[] = [];
  const report: Report = { info: () => undefined, warn: (text) => complaints.push(text), error: (text) => complaints.push(text) };
  const pattern = FileNamePattern.parse(fileNamePattern, report);
  const statusWorst = complaints.length === 0 ? "INFO" : "ERROR";
  const primary = pattern?.primary;
  if (pattern === undefined || primary === undefined) {
    return { statusWorst, ...(pattern?.hasIndex === true ? { names: namesOf(pattern, 0, counters) } : {}), rows: instants.map((instant) => ({ instant })) };
  }
  const calendar = new RollingCalendar(primary.datePattern, primary.zone);
  const rows = instants.map((instant, at) => ({
    instant,
    ...(pattern.hasIndex
      ? { names: namesOf(pattern, instant, counters), regexForDate: regexOf(pattern, instant) }
      : { name: pattern.format(instant), parent: parentOf(pattern.format(instant)) }),
    ...periodsOf(calendar, instant, instants[at - 1]),
  }));
  const { text, hasIndex } = pattern;
  const { datePattern, zone } = primary;
  const { periodicity, isCollisionFree } = calendar;
  return { pattern: text, hasDate: true, hasInteger: hasIndex, datePattern, timeZone: zone ?? null, periodicity, collisionFree: isCollisionFree, rows, statusWorst };
}

function namesOf(pattern: FileNamePattern, instant: number, counters: readonly number[]): Readonly<Record<string, string>> {
  return Object.fromEntries(counters.map((counter) => [String(counter), pattern.format(instant, counter)]));
}

/** Logback finds archives by such a regular expression; here it only shows that the pattern is read alike. */
function regexOf({ tokens }: FileNamePattern, instant: number): string {
  return tokens.map((token) => (token.kind === "text" ? token.text : token.kind === "index" ? "(\\d+)" : token.format.format(instant))).join("");
}

function parentOf(name: string): string | null {
  return name.includes("/") ? path.posix.dirname(name) : null;
}

function periodsOf(calendar: RollingCalendar, instant: number, previous: number | undefined): object {
  if (calendar.periodicity === "ERRONEOUS") {
    return { periodError: "IllegalStateException" };
  }
  const periods = { nextCheck: calendar.next(instant), minus1: calendar.plus(instant, -1), minus7: calendar.plus(instant, -7) };
  if (previous === undefined) {
    return periods;
  }
  return previous > instant ? { ...periods, periodError: "IllegalArgumentException" } : { ...periods, periodsSincePrevious: calendar.periodsBetween(previous, instant) };
}
