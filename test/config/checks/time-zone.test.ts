import { expect, test } from "vitest";
import { timeZone } from "../../../src/config/checks/time-zone.js";
import { found, withPattern } from "../../support/checks.js";

const mistakes = [
  ["EST", 'has no summer time; a place has: "America/New_York".'],
  ["IST", "is the name of several zones; Java takes it for Asia/Kolkata and neither Dublin nor Jerusalem. Write a place."],
  ["Etc/GMT+2", 'lies west of Greenwich; if the other side was meant, write "GMT+2".'],
  ["Etc/GMT-10", 'lies east of Greenwich; if the other side was meant, write "GMT-10".'],
] as const;

for (const [zone, message] of mistakes) {
  test(`the time zone ${zone} is warned of`, () => {
    expect(found(timeZone, withPattern(`%d{HH:mm, ${zone}} %msg%n`))).toEqual([`WARN 3:10 Time zone "${zone}" ${message}`]);
  });
}

for (const zone of ["UTC", "Europe/Berlin", "GMT+2", "Etc/UTC"]) {
  test(`the time zone ${zone} is taken as meant`, () => {
    expect(found(timeZone, withPattern(`%d{HH:mm, ${zone}} %msg%n`))).toEqual([]);
  });
}
