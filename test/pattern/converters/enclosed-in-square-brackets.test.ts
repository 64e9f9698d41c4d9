import { expect, test } from "vitest";
import { enclosedInSquareBrackets } from "../../../src/pattern/converters/enclosed-in-square-brackets.js";
import { aContext } from "../../support/events.js";
import { textOf, WORDS } from "../../support/patterns.js";

const words = new Map([...WORDS, ["esb", enclosedInSquareBrackets]]);
const property = (key: string): string | undefined => (key === "APPLICATION_NAME" ? "shop" : undefined);

const cases = [
  { pattern: "%esb(%level)-", text: "[INFO] -" },
  { pattern: "%esb()-", text: "-" },
  { pattern: "%esb(){APPLICATION_NAME}-", text: "[shop] -" },
  { pattern: "%esb{APPLICATION_NAME}-", text: "[shop] -" },
  { pattern: "%esb(){NOTHING}-", text: "-" },
  { pattern: "%esb(%level){APPLICATION_NAME}-", text: "[INFO] -" },
  { pattern: "%esb(%X{tenant})-", text: "-" },
];

for (const { pattern, text } of cases) {
  test(`${pattern} prints "${text}"`, () => {
    expect(textOf(pattern, {}, { words, property })).toBe(text);
  });
}

test("%esb takes a property of the context before one of the program", () => {
  expect(textOf("%esb(){APPLICATION_NAME}", { context: aContext({ properties: new Map([["APPLICATION_NAME", "cart"]]) }) }, { words, property })).toBe("[cart] ");
});
