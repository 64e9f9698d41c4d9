import { epochDay } from "../util/epoch-day.js";
import { printLegacyDate, type LegacyDateElement } from "./legacy-date-pattern.js";

/** How often a file rolls: the shortest step that the date in its name shows. `ERRONEOUS` is longer than a month. */
export type Periodicity =
  | "ERRONEOUS"
  | "TOP_OF_MILLISECOND"
  | "TOP_OF_SECOND"
  | "TOP_OF_MINUTE"
  | "TOP_OF_HOUR"
  | "TOP_OF_DAY"
  | "TOP_OF_WEEK"
  | "TOP_OF_MONTH";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The end of the period of each kind that 1970-01-01 UTC begins or, a Thursday, lies in. */
const FIRST_ENDS: readonly (readonly [Periodicity, number])[] = [
  ["TOP_OF_MILLISECOND", 1],
  ["TOP_OF_SECOND", 1000],
  ["TOP_OF_MINUTE", 60_000],
  ["TOP_OF_HOUR", HOUR_MS],
  ["TOP_OF_DAY", DAY_MS],
  ["TOP_OF_WEEK", epochDay(1970, 1, 4) * DAY_MS],
  ["TOP_OF_MONTH", epochDay(1970, 2, 1) * DAY_MS],
];

/** Steps after which a date that leaves out its larger parts shows the same again. */
const COLLIDING_STEPS: Partial<Readonly<Record<Periodicity, readonly number[]>>> = {
  TOP_OF_HOUR: [12 * HOUR_MS],
  TOP_OF_DAY: [7 * DAY_MS, 31 * DAY_MS, 365 * DAY_MS],
  TOP_OF_WEEK: [34 * DAY_MS, 366 * DAY_MS],
};

/** The first kind of period whose end shows in the date. */
export function periodicityOf(date: readonly LegacyDateElement[]): Periodicity {
  const start = printLegacyDate(date, 0);
  return FIRST_ENDS.find(([, end]) => printLegacyDate(date, end) !== start)?.[0] ?? "ERRONEOUS";
}

/** Whether no later period has the same name: false for `dd`, `MM-dd`, `hh`. Like Logback it looks at few places, not at all. */
export function isCollisionFree(date: readonly LegacyDateElement[], periodicity: Periodicity): boolean {
  const start = printLegacyDate(date, 0);
  return (COLLIDING_STEPS[periodicity] ?? []).every((step) => printLegacyDate(date, step) !== start);
}
