import { expect, test } from "vitest";
import { wholeCharacters } from "../../src/util/whole-characters.js";

const rows = [
  { text: "abc", maxLength: 2, kept: "ab" },
  { text: "abc", maxLength: 0, kept: "" },
  { text: "a😀b", maxLength: 2, kept: "a" },
  { text: "a😀b", maxLength: 3, kept: "a😀" },
  { text: "😀", maxLength: 1, kept: "" },
];

for (const { text, maxLength, kept } of rows) {
  test(`of "${text}", ${String(maxLength)} code units are "${kept}"`, () => {
    expect(wholeCharacters(text, maxLength)).toBe(kept);
  });
}
