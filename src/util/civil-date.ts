/** A day of the proleptic Gregorian (ISO) calendar. */
export interface CivilDate {
  /** Astronomical year: 0 is 1 BC. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly dayOfWeek: number;
}

const DAYS_PER_ERA = 146_097;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Tells whether a year has 366 days. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Turns days since 1970-01-01 into a date, for any year a double can count.
 *
 * Source: the day counting of `java.time.LocalDate`: eras of 400 years, years beginning on 1 March.
 */
export function civilDate(epochDay: number): CivilDate {
  const fromMarchOfYear0 = epochDay + 719_468;
  const era = Math.floor(fromMarchOfYear0 / DAYS_PER_ERA);
  const dayOfEra = fromMarchOfYear0 - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayFromMarch = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayFromMarch + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayFromMarch - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const beforeMonth = DAYS_BEFORE_MONTH[month - 1] ?? 0;
  return {
    year,
    month,
    day,
    dayOfYear: beforeMonth + day + (month > 2 && isLeapYear(year) ? 1 : 0),
    dayOfWeek: (((epochDay + 3) % 7) + 7) % 7 + 1,
  };
}
