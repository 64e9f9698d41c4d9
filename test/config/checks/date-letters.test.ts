import { expect, test } from "vitest";
import { dateLetters } from "../../../src/config/checks/date-letters.js";
import { found, withPattern } from "../../support/checks.js";

const mistakes = [
  ["YYYY-MM-dd", '"YYYY" is the year that the week belongs to'],
  ["yyyy-MM-dd hh:mm:ss", '"hh" counts to 12'],
  ["yyyy-MM-DD", '"DD" is the day of the year'],
  ["yyyy-MM-ddd", '"ddd" is the day of the month in three digits'],
  ["yyyy-mm-dd", '"mm" is the minute; the month is "MM"'],
  ["dd.mm.yyyy", '"mm" is the minute; the month is "MM"'],
  ["HH:MM:ss", '"MM" is the month; the minute is "mm"'],
  ["HH:mm:SS", '"SS" is a fraction of the second'],
] as const;

for (const [pattern, message] of mistakes) {
  test(`${pattern} is warned of: ${message}`, () => {
    expect(found(dateLetters, withPattern(`%msg %d{${pattern}}%n`))).toEqual([expect.stringContaining(`WARN 3:15 Date pattern "${pattern}": ${message}`)]);
  });
}

for (const pattern of ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "YYYY-'W'ww", "hh:mm a", "yyyy-DDD", "dd MMM yyyy", "mm:ss", "'Year' YYYY ww", "HH:mm:ss.SSS", "MM-dd HH:mm"]) {
  test(`${pattern} is taken as meant`, () => {
    expect(found(dateLetters, withPattern(`%d{${pattern}} %msg%n`))).toEqual([]);
  });
}

test("names of rolled files and <timestamp> are looked at too", () => {
  const xml = `<configuration><timestamp key="NOW" datePattern="YYYYMMdd"/>
<appender name="A" class="RollingFileAppender"><rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>/logs/%d{YYYY-MM-dd}.log</fileNamePattern></rollingPolicy></appender>
<root><appender-ref ref="A"/></root></configuration>`;

  expect(found(dateLetters, xml).map((line) => line.slice(0, 40))).toEqual([expect.stringMatching(/^WARN 2:\d+ Date pattern "YYYY-/), expect.stringMatching(/^WARN 1:\d+ Date pattern "YYYYM/)]);
});
