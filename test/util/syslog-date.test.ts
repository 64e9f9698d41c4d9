import { afterEach, expect, test, vi } from "vitest";
import { syslogDate } from "../../src/util/syslog-date.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

const times = [
  { what: "a day of one digit with a blank before it", time: "2024-03-05T09:03:07.999Z", text: "Mar  5 09:03:07" },
  { what: "a day of two digits", time: "2024-02-29T23:59:59.000Z", text: "Feb 29 23:59:59" },
  { what: "a time before 1970", time: "1969-12-31T23:59:59.999Z", text: "Dec 31 23:59:59" },
  { what: "the first day of the Gregorian calendar", time: "1582-10-15T00:00:00Z", text: "Oct 15 00:00:00" },
  { what: "the last day of the Julian calendar", time: "1582-10-14T00:00:00Z", text: "Oct  4 00:00:00" },
  { what: "a leap day that only the Julian calendar has", time: "1500-03-10T12:00:00Z", text: "Feb 29 12:00:00" },
  { what: "the beginning of our era", time: "0001-01-01T00:00:00Z", text: "Jan  3 00:00:00" },
];

for (const { what, time, text } of times) {
  test(`${what} is printed as Java does`, () => {
    vi.stubEnv("TZ", "UTC");

    expect(syslogDate()(Date.parse(time))).toBe(text);
  });
}

test("the time is that of the system's zone", () => {
  vi.stubEnv("TZ", "Asia/Kolkata");

  expect(syslogDate()(Date.parse("2024-03-15T20:30:00Z"))).toBe("Mar 16 02:00:00");
});

for (const time of [Number.NaN, Number.POSITIVE_INFINITY, -1e300, 1e300]) {
  test(`${String(time)} is no time and prints as 1970 began`, () => {
    expect(syslogDate()(time)).toBe(syslogDate()(0));
  });
}
