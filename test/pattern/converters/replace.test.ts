import { expect, test } from "vitest";
import { compilePattern } from "../../../src/pattern/compiler.js";
import { anEvent } from "../../support/events.js";
import { printed, textOf, WORDS } from "../../support/patterns.js";

const message = "one\r\ntwo (3) $4 \\5";

const replacements = [
  { pattern: "%replace(%msg){'[\\r\\n]+', ' | '}", text: "one | two (3) $4 \\5" },
  { pattern: "%replace(%msg){'(\\w+)', '<$1>'}", text: "<one>\r\n<two> (<3>) $<4> \\<5>" },
  { pattern: "%replace(%msg){'\\s', '\\\\n'}", text: "one\\n\\ntwo\\n(3)\\n$4\\n\\5" },
  { pattern: "%replace(%msg){o,0}", text: "0ne\r\ntw0 (3) $4 \\5" },
  { pattern: "%replace(%level %c{0}){'', '.'}", text: ".I.N.F.O. .M.a.i.n." },
  { pattern: "%-6replace(%level){'O', '0'}|", text: "INF0  |" },
  { pattern: "%replace(%red(%level)){'\\x1b\\[[0-9;]*m', ''}", text: "INFO" },
  { pattern: "%replace(%level){'A', 'B', 'extra'}", text: "INFO" },
] as const;

for (const { pattern, text } of replacements) {
  test(`${pattern} prints ${JSON.stringify(text)}`, () => {
    expect(printed(pattern, { message })).toEqual({ text, started: true, problems: [] });
  });
}

for (const pattern of ["%replace(%level)", "%replace(%level){}", "%replace(%level){a}"]) {
  test(`${pattern} replaces nothing, with an error`, () => {
    const { text, problems } = printed(pattern);

    expect(text).toBe("INFO");
    expect(problems).toEqual(["ERROR 1 %replace needs a regular expression and a replacement, as in %replace(%msg){'\\s', '_'}; nothing is replaced."]);
  });
}

test("an expression that is wrong prints an error in place of the text, which it may be there to hide", () => {
  const { text, problems } = printed("a %replace(%msg){'[', 'x'} b");

  expect(text).toBe("a %PARSER_ERROR[replace] b");
  expect(problems[0]).toMatch(/^ERROR 3 "%replace" could not be made: .* It is printed as an error\.$/);
});

test("T9 an expression that takes too long is refused", () => {
  const { text, problems } = printed("%replace(%msg){'^(a+)+$', 'x'}", { message: `${"a".repeat(60)}!` });

  expect(text).toBe("%PARSER_ERROR[replace]");
  expect(problems).toEqual([
    'ERROR 1 "%replace" could not be made: the regular expression "^(a+)+$" is not used, because it takes too long on a text of 31 characters' +
      " (column 4 of it: Nested quantifiers can take exponential time). It is printed as an error.",
  ]);
});

test("T9 an expression that looks slow and passes the trial is used, with a warning at the place in it", () => {
  const { text, problems } = printed("%level %replace(%msg){ '^.*.*x', 'y'}", { message: "abcx" });

  expect(text).toBe("INFO y");
  expect(problems).toEqual([
    'WARN 29 The regular expression "^.*.*x" may take long here: Wildcards side by side can take quadratic time or worse. It is used for texts of up to 65536 characters.',
  ]);
});

test("a replacement that is wrong prints an error in place of a text with a match", () => {
  const { text, problems } = printed("%replace(%level){'N', '$1'} %replace(%level){'X', '$1'}");

  expect(text).toBe("%PARSER_ERROR[replace] INFO");
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(/^ERROR 1 The replacement "\$1" cannot be used: .* Matches are printed as an error\.$/);
});

test("T9 a text that is too long for an expression that may take long is not printed, and that is said once", () => {
  const problems: string[] = [];
  const { convert } = compilePattern("%replace(%msg){'\\s+$', ''}", { words: WORDS, report: ({ message: text }) => problems.push(text) });
  const long = anEvent({ message: " ".repeat(70_000) });

  expect([convert(long), convert(long)]).toEqual(Array.from({ length: 2 }, () => "[70000 characters, too long for %replace]"));
  expect(problems).toEqual(["A text of 70000 characters is too long for this %replace and is not printed. Said once."]);
});

test("a text of any length is searched when the time grows with its length only", () => {
  expect(textOf("%replace(%msg){'[\\r\\n]+', ' '}", { message: "a\n".repeat(70_000) })).toBe("a ".repeat(70_000));
});
