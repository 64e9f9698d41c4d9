import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeAsLogback, escapeSafely, jsonEscapedSafely, jsonNumber } from "../../src/json/json-text.js";

const texts = [
  { text: "", logback: "", safe: "" },
  { text: "plain text, é 😀", logback: "plain text, é 😀", safe: "plain text, é 😀" },
  { text: 'a "b" \\ c', logback: 'a \\"b\\" \\\\ c', safe: 'a \\"b\\" \\\\ c' },
  { text: "</script>", logback: "<\\/script>", safe: "</script>" },
  { text: "\b\t\n\f\r", logback: "\\b\\t\\n\\f\\r", safe: "\\b\\t\\n\\f\\r" },
  { text: "\0\x1b[2J", logback: "\\u0000\\u001B[2J", safe: "\\u0000\\u001b[2J" },
  { text: "\x7f\x9b\u2028\u202e\u200b\ufeff", logback: "\x7f\x9b\u2028\u202e\u200b\ufeff", safe: "\\u007F\\u009B\\u2028\\u202E\\u200B\\uFEFF" },
  { text: "\x1b\x9b31m", logback: "\\u001B\x9b31m", safe: "\\u001B\\u009B31m" },
  { text: "tag \u{e0041}", logback: "tag \u{e0041}", safe: "tag \\uDB40\\uDC41" },
  { text: "half \ud83d and \ude00", logback: "half \ufffd and \ufffd", safe: "half \ufffd and \ufffd" },
];

for (const { text, logback, safe } of texts) {
  test(`${JSON.stringify(text)} is escaped as Logback does, and safely`, () => {
    expect(escapeAsLogback(text)).toBe(logback);
    expect(escapeSafely(text)).toBe(safe);
  });
}

/** Any UTF-16 code units, halves of surrogate pairs too. */
const anyUnits = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x22, 0x5c, 0x2f, 0xd83d, 0xde00, 0xdb40, 0xdc41))).map((units) => String.fromCharCode(...units));

for (const escape of [escapeAsLogback, escapeSafely]) {
  test(`${escape.name} gives readers of JSON the same text, well-formed and on one line`, () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const escaped = escape(text);

        expect(JSON.parse(`"${escaped}"`)).toBe(text.toWellFormed());
        expect(escaped.isWellFormed()).toBe(true);
        expect(escaped).not.toMatch(/[\0-\x1f]/);
      }),
      { numRuns: 2000 },
    );
  });
}

test("escapeSafely leaves no character that steers a terminal or hides", () => {
  fc.assert(
    fc.property(anyUnits, (text) => {
      expect(escapeSafely(text)).not.toMatch(/[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u);
    }),
    { numRuns: 2000 },
  );
});

test("a number that JSON does not have is null", () => {
  expect([0, -0, 1.5, 1e21, -7, Number.NaN, Number.POSITIVE_INFINITY].map(jsonNumber)).toEqual(["0", "0", "1.5", "1e+21", "-7", "null", "null"]);
});

test("JSON that is written already keeps its meaning, and hides nothing", () => {
  fc.assert(
    fc.property(fc.json(), fc.string({ unit: "binary" }), (json, text) => {
      const whole = JSON.stringify([JSON.parse(json), text]);
      const escaped = jsonEscapedSafely(whole);

      expect(JSON.parse(escaped)).toEqual(JSON.parse(whole));
      expect(escaped).not.toMatch(/[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
    }),
  );
});
