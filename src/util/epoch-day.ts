/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar, the inverse of `civilDate`.
 *
 * @param month - 1 to 12.
 * @param day - May lie outside the month: day 0 is the last of the month before.
 */
export function epochDay(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayFromMarch = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayFromMarch - 719_468;
}
