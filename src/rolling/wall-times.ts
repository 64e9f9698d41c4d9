import { civilDate } from "../util/civil-date.js";
import { epochDay } from "../util/epoch-day.js";
import type { DateFieldValues } from "./date-field-values.js";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** From one 29 February to the next but one, over a year like 1900. */
const LONGEST_CYCLE_DAYS = 8 * 366 + 1;

/**
 * The times on a clock that fields may mean, the latest first: milliseconds since 1970-01-01T00:00 on that clock.
 *
 * Fields that are finer than the finest one known are at their start. Where the year or more is missing, the times are
 * those up to `near`. Not every time fits all fields: whoever asks prints it and looks.
 */
export function* wallTimesOf(fields: DateFieldValues, near: number): Generator<number> {
  const times = timesOfDay(fields);
  const hasYear = fields.year !== undefined || fields.weekYear !== undefined;
  for (const day of hasYear ? daysOf(fields) : daysUpTo(Math.floor(near / DAY_MS), fields)) {
    for (const time of times) {
      const wall = day * DAY_MS + time;
      if (hasYear || wall <= near) {
        yield wall;
      }
    }
  }
}

function timesOfDay({ hour, halfDayHour, minute, second, millis }: DateFieldValues): readonly number[] {
  const fine = (second ?? 0) * 1000 + (millis ?? 0);
  const showsLess = millis !== undefined || second !== undefined;
  const minutes = minute !== undefined ? [minute] : showsLess ? downFrom(59) : [0];
  const hours =
    hour !== undefined ? [hour] : halfDayHour !== undefined ? [halfDayHour + 12, halfDayHour] : showsLess || minute !== undefined ? downFrom(23) : [0];
  return hours.flatMap((each) => minutes.map((m) => each * HOUR_MS + m * MINUTE_MS + fine));
}

function daysOf({ year, weekYear, months, dayOfMonth, dayOfYear, weekOfYear, showsDay }: DateFieldValues): readonly number[] {
  const inYear = year ?? weekYear ?? 0;
  if (dayOfYear !== undefined) {
    return [epochDay(inYear, 1, 1) + dayOfYear - 1];
  }
  if (months !== undefined) {
    const days = dayOfMonth !== undefined ? [dayOfMonth] : showsDay || weekOfYear !== undefined ? downFrom(31).slice(0, 31) : [1];
    return [...months].reverse().flatMap((month) => days.map((day) => epochDay(inYear, month, day)));
  }
  const first = epochDay(inYear, 1, 1);
  if (weekOfYear !== undefined) {
    // With the calendar's year, the first week's number stands for the last days of December too.
    const tail = weekOfYear === 1 ? range(epochDay(inYear + 1, 1, 1) - 7, 7) : [];
    return [...tail, ...range(first + (weekOfYear - 2) * 7, 21)];
  }
  return showsDay || dayOfMonth !== undefined ? range(first, 366) : [first];
}

function* daysUpTo(last: number, { months, dayOfMonth, dayOfYear, weekOfYear, showsDay }: DateFieldValues): Generator<number> {
  const isDaily = months === undefined && dayOfMonth === undefined && dayOfYear === undefined && weekOfYear === undefined && !showsDay;
  for (let day = last; day > last - (isDaily ? 2 : LONGEST_CYCLE_DAYS); day--) {
    const date = civilDate(day);
    const fits = (months?.includes(date.month) ?? true) && (dayOfMonth ?? date.day) === date.day && (dayOfYear ?? date.dayOfYear) === date.dayOfYear;
    if (fits) {
      yield day;
    }
  }
}

/** So many days from one on, the last first. */
function range(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => first + count - 1 - at);
}

function downFrom(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, at) => last - at);
}
