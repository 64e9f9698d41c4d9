import { civilDate, type CivilDate } from "./civil-date.js";

const MINUTES_PER_DAY = 1440;

/**
 * The instant being printed, as seen in its zone.
 *
 * One is kept a formatter and moved on: the calendar is worked out anew only when the day changes.
 */
export class DateFields {
  /** Seconds since 1970 UTC. */
  epochSecond = 0;
  /** Seconds east of Greenwich. */
  offset = 0;
  epochDay = 0;
  date: CivilDate = civilDate(0);
  /** 0 to 23. */
  hour = 0;
  minute = 0;
  second = 0;
  /** Nanoseconds within the second. */
  nano = 0;

  /** @param localMinute - Whole minutes since 1970-01-01T00:00 on the zone's clock. */
  setMinute(localMinute: number, offset: number): void {
    const day = Math.floor(localMinute / MINUTES_PER_DAY);
    if (day !== this.epochDay) {
      this.epochDay = day;
      this.date = civilDate(day);
    }
    const minuteOfDay = localMinute - day * MINUTES_PER_DAY;
    this.hour = Math.floor(minuteOfDay / 60);
    this.minute = minuteOfDay % 60;
    this.offset = offset;
  }

  /** Seconds since the zone's midnight. */
  get secondOfDay(): number {
    return this.hour * 3600 + this.minute * 60 + this.second;
  }
}
