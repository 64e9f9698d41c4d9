import { civilDate } from "../util/civil-date.js";
import { epochDay } from "../util/epoch-day.js";

/** A piece of a date pattern as `java.text.SimpleDateFormat` reads it; without a letter it is literal text. */
export interface LegacyDateElement {
  readonly letter: string | undefined;
  readonly text: string;
}

const LETTERS = "GyMwWDdFEaHkKhmsSzZYuXL";
const DAY_MS = 86_400_000;
const MOST_OFFSET_LETTERS = 3;

/**
 * Splits a date pattern as `SimpleDateFormat` does, whose letters are fewer than those of `DateTimeFormatter` and partly
 * mean something else: `u` is the day of the week.
 *
 * Logback prints names with the one and finds out with the other how long a period is, so a pattern must suit both.
 *
 * @returns `undefined` when `SimpleDateFormat` refuses it.
 */
export function parseLegacyDatePattern(pattern: string): readonly LegacyDateElement[] | undefined {
  const elements: LegacyDateElement[] = [];
  for (let at = 0; at < pattern.length; ) {
    const char = pattern.charAt(at);
    if (char === "'") {
      const end = closingQuote(pattern, at);
      if (end < 0) {
        return undefined;
      }
      elements.push({ letter: undefined, text: end === at + 1 ? "'" : pattern.slice(at + 1, end).replaceAll("''", "'") });
      at = end + 1;
      continue;
    }
    const text = (/^([A-Za-z])\1*|^./su.exec(pattern.slice(at)) as RegExpExecArray)[0];
    const isLetter = /^[A-Za-z]/.test(char);
    if (isLetter && (!LETTERS.includes(char) || (char === "X" && text.length > MOST_OFFSET_LETTERS))) {
      return undefined;
    }
    elements.push({ letter: isLetter ? char : undefined, text });
    at += text.length;
  }
  return elements;
}

function closingQuote(pattern: string, open: number): number {
  let end = pattern.indexOf("'", open + 1);
  while (end > open + 1 && pattern.charAt(end + 1) === "'") {
    end = pattern.indexOf("'", end + 2);
  }
  return end;
}

/** A text that differs exactly where that of `SimpleDateFormat` differs, in UTC: names are left as numbers. */
export function printLegacyDate(elements: readonly LegacyDateElement[], epochMs: number): string {
  const fields = fieldsAt(epochMs);
  return elements.map(({ letter, text }) => (letter === undefined ? text : String(fields[letter] ?? 0).padStart(text.length, "0"))).join("");
}

function fieldsAt(epochMs: number): Readonly<Record<string, number>> {
  const day = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - day * DAY_MS;
  const { year, month, day: dayOfMonth, dayOfYear, dayOfWeek } = civilDate(day);
  const hour = Math.floor(ms / 3_600_000);
  // Weeks begin on Sunday, and the first may be one of a single day, as in the United States.
  const week = (from: number): number => Math.floor((day - from + sundayBefore(from)) / 7) + 1;
  const isNextYears = day >= epochDay(year + 1, 1, 1) - sundayBefore(epochDay(year + 1, 1, 1));
  return {
    y: year,
    Y: isNextYears ? year + 1 : year,
    M: month,
    L: month,
    w: isNextYears ? 1 : week(epochDay(year, 1, 1)),
    W: week(epochDay(year, month, 1)),
    D: dayOfYear,
    d: dayOfMonth,
    F: Math.floor((dayOfMonth - 1) / 7) + 1,
    E: dayOfWeek,
    u: dayOfWeek,
    a: hour < 12 ? 0 : 1,
    H: hour,
    k: hour === 0 ? 24 : hour,
    K: hour % 12,
    h: hour % 12 === 0 ? 12 : hour % 12,
    m: Math.floor(ms / 60_000) % 60,
    s: Math.floor(ms / 1000) % 60,
    S: ms % 1000,
  };
}

/** Days from the Sunday of a day's week to the day. */
function sundayBefore(day: number): number {
  return civilDate(day).dayOfWeek % 7;
}
