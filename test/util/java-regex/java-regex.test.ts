import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JavaRegexError } from "../../../src/util/java-regex/error.js";
import { translateJavaRegex } from "../../../src/util/java-regex/java-regex.js";
import { compileJavaReplacement } from "../../../src/util/java-regex/replacement.js";
import { expectations, refusedPatterns } from "./expectations.js";

function replaceAll(pattern: string, input: string, replacement: string): string {
  const regex = translateJavaRegex(pattern);
  return regex.replaceAll(input, compileJavaReplacement(replacement, regex));
}

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof JavaRegexError) {
      return error.message;
    }
    throw error;
  }
  return "no error";
}

for (const [topic, rows] of expectations) {
  describe(topic, () => {
    test.each(rows)("%j on %j with %j gives %j, as in Java", (pattern, input, replacement, text) => {
      expect(replaceAll(pattern, input, replacement)).toBe(text);
    });
  });
}

test.each(refusedPatterns)("%j is refused, as in Java", (pattern) => {
  expect(() => translateJavaRegex(pattern)).toThrow(JavaRegexError);
});

describe("what Java takes and JavaScript cannot match alike", () => {
  test.each([
    ["\\Ga", 'Expected an escape, found "\\G", which JavaScript cannot match the same way (column 1)'],
    ["a\\X", 'Expected an escape, found "\\X", which JavaScript cannot match the same way (column 2)'],
    ["\\N{SPACE}", 'Expected an escape, found "\\N", which JavaScript cannot match the same way (column 1)'],
    ["\\b{g}", 'Expected an escape that JavaScript can match, found "\\b{" (column 1)'],
    ["(?c)a", 'Expected a flag of "idmsuxU" after "(?", found "c" (canonical equivalence), which is not supported (column 3)'],
    ["\\p{InGreek}", 'Expected a property that can be matched here, found "InGreek" (column 1)'],
    ["(?iu)ß", 'Expected a letter that Java matches evenly under (?iu), found "ß" (column 6)'],
    ["\\1(a)", 'Expected a reference to an earlier group, found "\\1", which never matches (column 1)'],
    ["(?i)(a)\\1", 'Expected no reference under (?i), found "\\1", which JavaScript cannot match in either case (column 8)'],
    ["(?:(a)|b)\\1", "Expected a reference to a group that is certainly set, found one to group 1: the group may be left out (column 10)"],
    ["(a)|\\1", "Expected a reference to a group that is certainly set, found one to group 1: it stands in another alternative (column 5)"],
    ["(a\\1)", "Expected a reference to a group that is certainly set, found one to group 1: it stands inside that group (column 3)"],
    ["(?:a*|b)*", "Expected a loop whose rounds all match something, found one with a round that may be empty (column 9)"],
    ["a{2}{3}", 'Expected something to repeat before "{", found nothing (column 5)'],
    ["\\ud83d", "Expected a whole character, found half of a surrogate pair (column 1)"],
    ["(?<=^.)a", "Expected a lookbehind that both match alike, found a set with supplementary characters that is not the first in it (column 6)"],
    ["(?<=a*b*)c", "Expected a lookbehind that both match alike, found one whose maximum length overflows in Java (column 1)"],
    ["(?<=(?>a))b", "Expected a lookbehind that both match alike, found an atomic group inside it (column 5)"],
  ])("%j is refused: %s", (pattern, message) => {
    expect(messageOf(() => translateJavaRegex(pattern))).toBe(message);
  });

  test.each([
    ["(?:(a)|b)*", 1, "it need not take part in every round of its loop"],
    ["(?:(.)b)*", 1, "Java does not restore it when its loop gives a round back"],
    ["(a*)*", 1, "a round of its loop can be empty"],
    ["(?:(?=(a))ab|c)", 1, "Java keeps it from an attempt that was given up"],
    ["(?<=(a))b", 1, "it is captured in a lookbehind"],
  ])("a replacement that uses the group of %j is refused", (pattern, group, reason) => {
    const regex = translateJavaRegex(pattern);
    const message = messageOf(() => compileJavaReplacement(`$${group}`, regex));

    expect(message).toBe(`Expected a group that Java and JavaScript set alike, found group ${group}: ${reason} (column 1)`);
    expect(messageOf(() => compileJavaReplacement("$0", regex))).toBe("no error");
  });
});

test.each([
  ["[a-\\d]", 4],
  ["ab(c", 5],
  ["ab)c", 3],
  ["a**", 3],
  ["😀\\y", 3],
  ["[a-z", 5],
])("the error of %j names column %i", (pattern, column) => {
  expect(messageOf(() => translateJavaRegex(pattern))).toContain(`(column ${column})`);
});

test("matches wants all of the input, find a part of it", () => {
  const regex = translateJavaRegex("a|ab");

  expect([regex.matches("ab"), regex.matches("abc"), regex.find("xab"), regex.find("b")]).toEqual([true, false, true, false]);
});

test("flags given beside the pattern work like those inside it", () => {
  const pattern = translateJavaRegex("^a .# comment", { caseInsensitive: true, multiline: true, dotAll: true, comments: true });

  expect(pattern.find("x\nA\n")).toBe(true);
  expect(translateJavaRegex("É", { caseInsensitive: true, unicodeCase: true }).matches("é")).toBe(true);
  expect(translateJavaRegex("\\w", { unicodeCharacterClass: true }).matches("é")).toBe(true);
});

test("searching leaves no trace: the same regex can be used again", () => {
  const regex = translateJavaRegex("a");

  expect([regex.find("ba"), regex.find("ba"), regex.find("a")]).toEqual([true, true, true]);
});

test("a pattern with very many groups or items is matched or refused, never a crash", () => {
  expect(messageOf(() => translateJavaRegex("(".repeat(5_000) + ")".repeat(5_000)))).toMatch(/^Expected at most 200 nested groups/);
  expect(translateJavaRegex("ab".repeat(5_000)).matches("ab".repeat(5_000))).toBe(true);
  expect(messageOf(() => translateJavaRegex("(?:a|b){3}".repeat(20_000)))).toMatch(/^no error$|^Expected a pattern/);
});

const syntax = fc.array(
  fc.constantFrom(...Array.from("ab1-^$.|()[]{}*+?,&\\QEdwsbBRpPLxu0k<>:=!i#\n "), "(?:", "(?<n>", "(?i)", "(?<=", "\\p{", "\\x{", "[^", "&&", "😀"),
  { maxLength: 14 },
);

test("whatever the pattern and the replacement, nothing but a JavaRegexError is thrown", () => {
  fc.assert(
    fc.property(syntax, fc.string({ maxLength: 8 }), fc.string({ unit: "binary", maxLength: 12 }), (parts, replacement, input) => {
      messageOf(() => replaceAll(parts.join(""), input, "$0"));
      messageOf(() => replaceAll(parts.join(""), input, replacement));
    }),
    { numRuns: 3_000 },
  );
});

test("a quoted text matches itself and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, other) => {
      const quoted = `\\Q${text.replaceAll("\\E", "\\E\\\\E\\Q")}\\E`;
      const regex = translateJavaRegex(quoted);

      expect(regex.matches(text)).toBe(true);
      expect(regex.matches(other)).toBe(text === other);
    }),
  );
});

test("the whole match put back leaves every text as it is", () => {
  const regexes = ["", "a*", "\\b", "[^a]*?", "(?m)^", ".", "(?=.)"].map((pattern) => translateJavaRegex(pattern));
  fc.assert(
    fc.property(fc.constantFrom(...regexes), fc.string({ unit: "binary" }), (regex, input) => {
      expect(regex.replaceAll(input, compileJavaReplacement("$0", regex))).toBe(input);
    }),
  );
});

test("a half pair before a whole one does not mislead a word boundary", () => {
  expect(replaceAll(".{1}\\B|s", "k\ud83d𝐀", "<$0>")).toBe("k\ud83d𝐀");
});
