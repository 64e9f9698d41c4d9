import { expect, test } from "vitest";
import type { ConverterFactory } from "../../src/pattern/converter.js";
import { learnOpenXchangeWords } from "../../src/pattern/open-xchange-words.js";

test("the words are added, and one that has a meaning keeps it", () => {
  const own: ConverterFactory = () => () => "own";
  const known = new Map([["lmdc", own]]);
  learnOpenXchangeWords(known);

  expect([...known.keys()].sort()).toEqual(["ereplace", "lmdc", "sanitisedMessage", "tid"]);
  expect(known.get("lmdc")).toBe(own);
});
