import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLegacyDatePattern } from "../../src/rolling/legacy-date-pattern.js";
import { RollingCalendar } from "../../src/rolling/rolling-calendar.js";
import { timeZone } from "../../src/util/time-zone.js";

/** Rows without the heading. The answers are those of Logback's own class on JDK 17. */
function rowsOf(fixture: string): readonly (readonly string[])[] {
  const text = readFileSync(path.join(import.meta.dirname, "../fixtures", fixture), "utf8");
  return text.trimEnd().split("\n").slice(1).map((line) => line.split("\t"));
}

const ROLLING = ["yyyy-MM-dd_HH-mm-ss.SSS", "yyyy-MM-dd_HH-mm-ss", "yyyy-MM-dd_HH-mm", "yyyy-MM-dd_HH", "yyyy-MM-dd", "yyyy-ww", "yyyy-MM"] as const;

describe("the period of a date pattern", () => {
  test("is that of Logback, as is what collides", () => {
    for (const [pattern = "", periodicity, collisionFree] of rowsOf("date-periods.tsv")) {
      if (periodicity === "THREW") {
        expect(parseLegacyDatePattern(pattern), pattern).toBe(undefined);
      } else {
        const calendar = new RollingCalendar(pattern, "UTC");
        expect(calendar.periodicity, pattern).toBe(periodicity);
        expect(periodicity === "ERRONEOUS" ? "-" : String(calendar.isCollisionFree), pattern).toBe(collisionFree);
      }
    }
  });

  test("of a year is none, and says so when it is asked for", () => {
    expect(() => new RollingCalendar("yyyy", "UTC").next(0)).toThrow(RangeError);
  });
});

describe("periods", () => {
  test("begin where Logback's begin, clock changes included", () => {
    for (const [zone = "", pattern = "", ...numbers] of rowsOf("rolling-calendar.tsv")) {
      const [instant = 0, periods = 0, start, next, plus, later = 0, between = 0] = numbers.map(Number);
      const calendar = new RollingCalendar(pattern, zone);
      const row = `${zone} ${pattern} ${String(instant)}`;

      expect([calendar.startOf(instant), calendar.next(instant), calendar.plus(instant, periods)], row).toEqual([start, next, plus]);
      if (between >= 0) {
        expect(calendar.periodsBetween(instant, later), row).toBe(between);
      }
    }
  });

  test("of a day have 23 and 25 hours where clocks are changed", () => {
    const calendar = new RollingCalendar("yyyy-MM-dd", "Europe/Berlin");
    const [march, october] = [Date.UTC(2024, 2, 31, 12), Date.UTC(2024, 9, 27, 12)];

    expect([march, october].map((noon) => (calendar.next(noon) - calendar.startOf(noon)) / 3_600_000)).toEqual([23, 25]);
  });

  test("are not rolled over in the hour that comes twice, whose names would come twice", () => {
    const calendar = new RollingCalendar("yyyy-MM-dd_HH-mm", "Europe/Berlin");

    expect(calendar.next(Date.UTC(2024, 9, 27, 0, 30, 15))).toBe(Date.UTC(2024, 9, 27, 1, 31));
  });

  test("between an instant and an earlier one there are none", () => {
    expect(new RollingCalendar("yyyy-MM-dd", "UTC").periodsBetween(Date.UTC(2024, 2, 2), Date.UTC(2024, 2, 1))).toBe(0);
  });

  test("of months are counted on the clock of the system, whatever the zone", () => {
    const calendar = new RollingCalendar("yyyy-MM", "Asia/Tokyo");

    expect(calendar.periodsBetween(new Date(2023, 10, 30, 23).getTime(), new Date(2023, 11, 1, 1).getTime())).toBe(1);
    expect(calendar.periodsBetween(new Date(2023, 11, 1, 1).getTime(), new Date(2023, 11, 31, 23).getTime())).toBe(0);
  });

  const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone").filter((id) => isKnown(id)));
  const instant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) });

  test("follow each other in every zone: the next one begins later, and no later instant has an earlier next one", () => {
    fc.assert(
      fc.property(zone, fc.constantFrom(...ROLLING), instant, fc.nat({ max: 200_000_000 }), (id, pattern, at, ahead) => {
        const calendar = new RollingCalendar(pattern, id);
        const next = calendar.next(at);

        expect(next).toBeGreaterThan(at);
        expect(calendar.next(next)).toBeGreaterThan(next);
        expect(calendar.next(at + ahead)).toBeGreaterThanOrEqual(next - (isTwice(id, at) ? 3_600_000 * 3 : 0));
      }),
    );
  });

  test("of days, weeks and months contain the instants they belong to, in every zone", () => {
    fc.assert(
      fc.property(zone, fc.constantFrom("yyyy-MM-dd", "yyyy-ww", "yyyy-MM"), instant, (id, pattern, at) => {
        const calendar = new RollingCalendar(pattern, id);

        expect(calendar.startOf(at)).toBeLessThanOrEqual(at + 3_600_000);
        expect(calendar.next(at)).toBeGreaterThan(at);
        // Java counts a day of 23 hours that begins an hour late as none.
        expect(calendar.periodsBetween(at, calendar.next(at))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function isKnown(id: string): boolean {
  try {
    timeZone(id);
    return true;
  } catch {
    return false;
  }
}

/** Whether the clock is set back soon, so that the time it shows comes again. */
function isTwice(id: string, epochMs: number): boolean {
  const zone = timeZone(id);
  const second = Math.floor(epochMs / 1000);
  return zone.offsetAt(second) > zone.offsetAt(second + 26 * 3600);
}
