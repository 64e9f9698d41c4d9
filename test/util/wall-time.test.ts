import fc from "fast-check";
import { expect, test } from "vitest";
import { timeZone } from "../../src/util/time-zone.js";
import { instantsOf, offsetMsAt } from "../../src/util/wall-time.js";

const BERLIN = timeZone("Europe/Berlin");
const HOUR = 3_600_000;

test("a time that comes once is one instant", () => {
  expect(instantsOf(BERLIN, Date.UTC(2024, 5, 1, 12))[0]).toBe(Date.UTC(2024, 5, 1, 10));
});

test("a time that comes twice means the second time first", () => {
  const first = Date.UTC(2024, 9, 27, 0, 30);

  expect(instantsOf(BERLIN, Date.UTC(2024, 9, 27, 2, 30))).toEqual([first + HOUR, first]);
});

test("a time that is skipped falls behind the gap", () => {
  const [instant] = instantsOf(BERLIN, Date.UTC(2024, 2, 31, 2, 30));

  expect(instant + offsetMsAt(BERLIN, instant)).toBe(Date.UTC(2024, 2, 31, 3, 30));
});

test("a day that is skipped, as in Samoa, is no obstacle", () => {
  const apia = timeZone("Pacific/Apia");

  expect(instantsOf(apia, Date.UTC(2011, 11, 31, 12))[0]).toBe(Date.UTC(2011, 11, 30, 22));
  expect(instantsOf(apia, Date.UTC(2011, 11, 29, 12))[0]).toBe(Date.UTC(2011, 11, 29, 22));
});

test("what a clock shows leads back to the instant, or to the same time an offset later", () => {
  const zone = fc.constantFrom("UTC", "+05:30", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Antarctica/Troll", "America/Sao_Paulo");
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: Date.UTC(2060, 0, 1) }), (id, instant) => {
      const clock = timeZone(id);

      expect(instantsOf(clock, instant + offsetMsAt(clock, instant))).toContain(instant);
    }),
  );
});
