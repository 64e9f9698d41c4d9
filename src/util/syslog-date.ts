import { civilDate } from "./civil-date.js";
import { timeZone } from "./time-zone.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
/** As far as dates of JavaScript go. */
const LAST_TIME = 8_640_000_000_000_000;
const SECONDS_A_DAY = 86_400;
/** 15 October 1582, in days since 1970-01-01. */
const FIRST_GREGORIAN_DAY = -141_427;
/** From 1 March 4801 BC of the Julian calendar to 1970-01-01. */
const DAYS_FROM_JULIAN_EPOCH = 2_472_670;

/**
 * A function that prints times as `Mar  5 09:30:00`, in the zone of the system.
 *
 * What is no time prints as 1970 began. Before 15 October 1582 dates are those of the Julian calendar, as with Java's `GregorianCalendar`.
 *
 * Source: RFC 3164, section 4.1.2.
 */
export function syslogDate(): (epochMs: number) => string {
  const zone = timeZone();
  return (epochMs) => {
    const utc = Math.floor((Math.abs(epochMs) <= LAST_TIME ? epochMs : 0) / 1000);
    const local = utc + zone.offsetAt(utc);
    const epochDay = Math.floor(local / SECONDS_A_DAY);
    const second = local - epochDay * SECONDS_A_DAY;
    const { month, day } = epochDay < FIRST_GREGORIAN_DAY ? julianDate(epochDay) : civilDate(epochDay);
    const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) => String(part).padStart(2, "0"));
    return `${MONTHS[month - 1] ?? ""} ${String(day).padStart(2, " ")} ${clock.join(":")}`;
  };
}

/** Counts from a 1 March, so that the leap day is the last of a year. */
function julianDate(epochDay: number): { readonly month: number; readonly day: number } {
  const days = epochDay + DAYS_FROM_JULIAN_EPOCH;
  const years = Math.floor((4 * days + 3) / 1461);
  const dayOfYear = days - Math.floor((1461 * years) / 4);
  const months = Math.floor((5 * dayOfYear + 2) / 153);
  return { month: months < 10 ? months + 3 : months - 9, day: dayOfYear - Math.floor((153 * months + 2) / 5) + 1 };
}
