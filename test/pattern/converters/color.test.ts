import { expect, test } from "vitest";
import { Level } from "../../../src/core/level.js";
import { COLORS } from "../../../src/pattern/converters/color.js";
import { textOf } from "../../support/patterns.js";

for (const [word, code] of COLORS) {
  test(`%${word} prints its parts in the colour ${code}`, () => {
    expect(textOf(`%${word}(%level)|`)).toBe(`\x1b[${code}mINFO\x1b[0;39m|`);
  });
}

const highlights = [
  { level: Level.ERROR, code: "1;31" },
  { level: Level.WARN, code: "31" },
  { level: Level.INFO, code: "34" },
  { level: Level.DEBUG, code: "39" },
  { level: Level.TRACE, code: "39" },
] as const;

for (const { level, code } of highlights) {
  test(`%highlight prints ${level.name} in the colour ${code}`, () => {
    expect(textOf("%highlight(%level)", { level })).toBe(`\x1b[${code}m${level.name}\x1b[0;39m`);
  });
}

test("the codes count for padding and truncation, as in Logback", () => {
  expect(textOf("%-20red(%level)|%.3red(%level)|")).toBe("\x1b[31mINFO\x1b[0;39m    |39m|");
});
