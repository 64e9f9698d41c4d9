import { expect, test } from "vitest";
import { isTimeZone } from "../../src/util/is-time-zone.js";

test("a region, an offset and UTC are time zones, a word is none", () => {
  expect(["Europe/Berlin", "GMT+2", "UTC"].every(isTimeZone)).toBe(true);
  expect(isTimeZone("Middle/Earth")).toBe(false);
});
