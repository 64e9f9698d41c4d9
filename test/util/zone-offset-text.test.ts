import { expect, test } from "vitest";
import { parseLongOffset } from "../../src/util/zone-offset-text.js";

test.each([
  ["1/1/2024, GMT", 0],
  ["1/1/2024, GMT+05:45", 20_700],
  ["1/1/2024, GMT-03:30", -12_600],
  ["1/1/1800, GMT+00:53:28", 3208],
])("%s is %d seconds", (text, seconds) => {
  expect(parseLongOffset(text)).toBe(seconds);
});
