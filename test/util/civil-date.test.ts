import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "../../src/util/civil-date.js";

const DAY_MS = 86_400_000;

test("a date is the one Date works out, over nearly all days Date can hold", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_000_000, max: 99_000_000 }), (epochDay) => {
      const date = new Date(epochDay * DAY_MS);
      const newYear = new Date(0);
      newYear.setUTCFullYear(date.getUTCFullYear(), 0, 1);

      expect(civilDate(epochDay)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        dayOfYear: epochDay - newYear.getTime() / DAY_MS + 1,
        dayOfWeek: ((date.getUTCDay() + 6) % 7) + 1,
      });
    }),
  );
});
