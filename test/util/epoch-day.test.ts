import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "../../src/util/civil-date.js";
import { epochDay } from "../../src/util/epoch-day.js";

test("a date gives the day it came from, in any year", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 4_000_000 }), (day) => {
      const { year, month, day: dayOfMonth } = civilDate(day);

      expect(epochDay(year, month, dayOfMonth)).toBe(day);
    }),
  );
});

test("days outside a month are counted on into its neighbours", () => {
  expect(epochDay(2024, 3, 0)).toBe(epochDay(2024, 2, 29));
  expect(epochDay(2023, 2, 30)).toBe(epochDay(2023, 3, 2));
});
