import { expect, test } from "vitest";
import { OPEN_XCHANGE_WORDS } from "../../support/open-xchange-words.js";
import { printed } from "../../support/patterns.js";

const cases = [
  { pattern: "%ereplace(%msg){'; ', '%n'}", message: "a; b; c", text: "a\nb\nc" },
  { pattern: "%ereplace(%msg){'; ', '\\n'}", message: "a; b", text: "a\nb" },
  { pattern: "%ereplace(%msg){'; ', '\\r\\n  '}", message: "a; b", text: "a\n  b" },
  { pattern: "%ereplace(%msg){'(\\d+)', '<$1>%n'}", message: "1 2", text: "<1>\n <2>\n" },
  { pattern: "%ereplace(%msg){'[\\r\\n]+', ' '}", message: "a\r\nb", text: "a b" },
];

for (const { pattern, message, text } of cases) {
  test(`${pattern} prints ${JSON.stringify(message)} as ${JSON.stringify(text)}`, () => {
    expect(printed(pattern, { message }, { words: OPEN_XCHANGE_WORDS })).toEqual({ text, started: true, problems: [] });
  });
}

test("without two options nothing is replaced, with an error", () => {
  expect(printed("%ereplace(%msg){'a'}", { message: "abc" }, { words: OPEN_XCHANGE_WORDS })).toEqual({
    text: "abc",
    started: true,
    problems: ["ERROR 1 %ereplace needs a regular expression and a replacement, as in %ereplace(%msg){'\\s', '_'}; nothing is replaced."],
  });
});

test("a replacement that is wrong prints an error with the word's name", () => {
  const { text, problems } = printed("%ereplace(%msg){'a', '$7'}", { message: "abc" }, { words: OPEN_XCHANGE_WORDS });

  expect(text).toBe("%PARSER_ERROR[ereplace]");
  expect(problems).toHaveLength(1);
});
