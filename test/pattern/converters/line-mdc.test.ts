import fc from "fast-check";
import { expect, test } from "vitest";
import { neutralise } from "../../../src/util/neutralise.js";
import { anEvent } from "../../support/events.js";
import { OPEN_XCHANGE_WORDS } from "../../support/open-xchange-words.js";
import { textOf } from "../../support/patterns.js";

const lmdc = (pattern: string, mdc: Record<string, string>): string => textOf(pattern, { mdc }, { words: OPEN_XCHANGE_WORDS });

const cases = [
  { pattern: "%lmdc", mdc: {}, text: "" },
  { pattern: "%lmdc", mdc: { b: "2", a: "1" }, text: " a=1\n b=2\n" },
  { pattern: "%lmdc", mdc: { "a.b": "1", "a.B": "2", Z: "3" }, text: " Z=3\n a.B=2\n a.b=1\n" },
  { pattern: "%lmdc", mdc: { __threadId: "7", a: "1" }, text: " a=1\n" },
  { pattern: "%lmdc", mdc: { __threadId: "7" }, text: "" },
  { pattern: "%lmdc", mdc: { a: "one\r\n\ttwo\x7fthree" }, text: " a=one two three\n" },
  { pattern: "%lmdc", mdc: { a: "\n" }, text: " a= \n" },
  { pattern: "%lmdc", mdc: { a: "" }, text: " a=\n" },
  { pattern: "[%lmdc{a}]", mdc: { a: "1\n2" }, text: "[1 2]" },
  { pattern: "[%lmdc{a}]", mdc: { b: "1" }, text: "[]" },
  { pattern: "[%lmdc{a:-none}]", mdc: {}, text: "[none]" },
  { pattern: "[%lmdc{a:-none}]", mdc: { a: "" }, text: "[]" },
];

for (const { pattern, mdc, text } of cases) {
  test(`${pattern} prints ${JSON.stringify(mdc)} as ${JSON.stringify(text)}`, () => {
    expect(lmdc(pattern, mdc)).toBe(text);
  });
}

test("the lines are made once for an MDC", () => {
  const event = anEvent({ mdc: { a: "1" } });

  expect(textOf("%lmdc%lmdc", { mdc: event.mdc }, { words: OPEN_XCHANGE_WORDS })).toBe(" a=1\n a=1\n");
});

test("neutralised, keys and values are made harmless, and the line ends stay", () => {
  expect(textOf("%lmdc", { mdc: { "a\nb": "c\u202ed" } }, { words: OPEN_XCHANGE_WORDS, neutralise })).toBe(" a\\nb=c\\u{202e}d\n");
});

test("T5: whatever the values are, there is one line for each key", () => {
  const key = fc.string({ minLength: 1 }).filter((text) => text !== "__threadId" && !text.includes("\n"));
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, fc.string({ unit: "binary" })), { selector: ([name]) => name }), (pairs) => {
      const text = textOf("%lmdc", { mdc: pairs }, { words: OPEN_XCHANGE_WORDS });

      expect(text.split("\n")).toHaveLength(pairs.length + 1);
    }),
  );
});
