import { civilDate, type CivilDate } from "../util/civil-date.js";
import { epochDay } from "../util/epoch-day.js";
import { timeZone, type TimeZone } from "../util/time-zone.js";
import { instantsOf, offsetMsAt } from "../util/wall-time.js";
import { parseLegacyDatePattern } from "./legacy-date-pattern.js";
import { isCollisionFree, periodicityOf, type Periodicity } from "./periodicity.js";

const DAY_MS = 86_400_000;

/** Periods that are a fixed number of milliseconds. */
const STEPS: Partial<Readonly<Record<Periodicity, number>>> = {
  TOP_OF_MILLISECOND: 1,
  TOP_OF_SECOND: 1000,
  TOP_OF_MINUTE: 60_000,
  TOP_OF_HOUR: 3_600_000,
};

/**
 * When files roll: the periods that the date pattern of a file name shows, on the clock of its zone.
 *
 * Weeks begin on Sunday. All instants are milliseconds since 1970-01-01 UTC.
 * Where clocks are changed it does what Java's `GregorianCalendar` does: in the hour before they go back, times count as
 * those of the hour after, so a file that rolls each minute or hour does not roll until that hour begins and no name comes twice.
 *
 * Source: Logback 1.6, `ch.qos.logback.core.rolling.helper.RollingCalendar`.
 */
export class RollingCalendar {
  /** `ERRONEOUS` when the pattern shows no period of a month or less: then no other method may be called. */
  readonly periodicity: Periodicity;
  /** False when the names of two periods are the same, as with `dd` or `MM-dd`. */
  readonly isCollisionFree: boolean;
  readonly #zone: TimeZone;

  /**
   * @param zone - A zone id; the system's zone when omitted.
   * @throws RangeError for an unknown zone. A pattern that is none is `ERRONEOUS`.
   */
  constructor(datePattern: string, zone?: string) {
    const date = parseLegacyDatePattern(datePattern) ?? [];
    this.periodicity = periodicityOf(date);
    this.isCollisionFree = isCollisionFree(date, this.periodicity);
    this.#zone = timeZone(zone);
  }

  /** The start of the period that an instant lies in. */
  startOf(epochMs: number): number {
    return this.plus(epochMs, 0);
  }

  /** The start of the next period. */
  next(epochMs: number): number {
    return this.plus(epochMs, 1);
  }

  /**
   * The start of the period so many periods after the one that an instant lies in, or before it.
   *
   * @throws RangeError when the periodicity is `ERRONEOUS`.
   */
  plus(epochMs: number, periods: number): number {
    const wall = epochMs + offsetMsAt(this.#zone, epochMs);
    const step = STEPS[this.periodicity];
    if (step === 1) {
      return epochMs + periods;
    }
    if (step !== undefined) {
      return this.#instantOf(Math.floor(wall / step) * step) + periods * step;
    }
    const day = Math.floor(wall / DAY_MS);
    const date = civilDate(day);
    switch (this.periodicity) {
      case "TOP_OF_DAY":
        return this.#plusDays(day, periods);
      case "TOP_OF_WEEK":
        return this.#plusDays(day - (date.dayOfWeek % 7), periods * 7);
      case "TOP_OF_MONTH":
        return this.#plusMonths(date, periods);
      default:
        throw new RangeError("The date pattern shows no period of a month or less.");
    }
  }

  /**
   * How many periods begin between two instants, the first of them left out; never negative.
   *
   * @throws RangeError when the periodicity is `ERRONEOUS`.
   */
  periodsBetween(start: number, end: number): number {
    if (start >= end) {
      return 0;
    }
    if (this.periodicity === "TOP_OF_MONTH") {
      // Months, and only they, are counted on the clock of the system, as in Logback.
      const [from, to] = [dateAt(start), dateAt(end)];
      return (to.year - from.year) * 12 + to.month - from.month;
    }
    const length = STEPS[this.periodicity] ?? (this.periodicity === "TOP_OF_WEEK" ? 7 * DAY_MS : DAY_MS);
    return Math.trunc((this.#wallStart(end) - this.#wallStart(start)) / length);
  }

  #wallStart(epochMs: number): number {
    const start = this.startOf(epochMs);
    return start + offsetMsAt(this.#zone, start);
  }

  #instantOf(wallMs: number): number {
    return instantsOf(this.#zone, wallMs)[0];
  }

  #plusMonths({ year, month }: CivilDate, months: number): number {
    const start = this.#instantOf(epochDay(year, month, 1) * DAY_MS);
    if (months === 0) {
      return start;
    }
    const timeOfDay = mod(start + offsetMsAt(this.#zone, start), DAY_MS);
    const first = epochDay(year + Math.floor((month - 1 + months) / 12), mod(month - 1 + months, 12) + 1, 1);
    return this.#instantOf(first * DAY_MS + timeOfDay);
  }

  /** From the first moment of a day, keeping the time of day as Java does: it may be past midnight where midnight is skipped. */
  #plusDays(day: number, days: number): number {
    const start = this.#instantOf(day * DAY_MS);
    if (days === 0) {
      return start;
    }
    const offset = offsetMsAt(this.#zone, start);
    const moved = start + days * DAY_MS;
    const change = offset - offsetMsAt(this.#zone, moved);
    if (change === 0) {
      return moved;
    }
    const adjusted = moved + change;
    const dayOf = (instant: number): number => Math.floor((instant + offsetMsAt(this.#zone, instant)) / DAY_MS);
    return dayOf(adjusted) === Math.floor((start + offset) / DAY_MS) + days ? adjusted : moved;
  }
}

function dateAt(epochMs: number): CivilDate {
  return civilDate(Math.floor((epochMs + offsetMsAt(timeZone(), epochMs)) / DAY_MS));
}

function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
