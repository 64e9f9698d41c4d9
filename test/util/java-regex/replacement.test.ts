import { expect, test } from "vitest";
import { JavaRegexError } from "../../../src/util/java-regex/error.js";
import { translateJavaRegex } from "../../../src/util/java-regex/java-regex.js";
import { compileJavaReplacement } from "../../../src/util/java-regex/replacement.js";
import { refusedReplacements } from "./expectations.js";

test.each(refusedReplacements)("for %j on %j the replacement %j is refused, as in Java", (pattern, _input, replacement) => {
  const regex = translateJavaRegex(pattern);

  expect(() => compileJavaReplacement(replacement, regex)).toThrow(JavaRegexError);
});

test.each([
  ["$", 'Expected a group number or "{" after "$", found the end of the replacement (column 2)'],
  ["ab$x", 'Expected a group number or "{" after "$", found "x" (column 4)'],
  ["$2", "Expected a group number of at most 1, found 2 (column 2)"],
  ["a\\", 'Expected a character after "\\", found the end of the replacement (column 2)'],
  ["${x}", 'Expected the name of a group, found "x" (column 3)'],
  ["${n", 'Expected a group name and "}" after "${", found the end of the replacement (column 4)'],
])("the replacement %j is refused with %j", (replacement, message) => {
  const regex = translateJavaRegex("(?<n>a)");

  expect(() => compileJavaReplacement(replacement, regex)).toThrow(message);
});

test("a group that took no part is replaced by nothing", () => {
  const regex = translateJavaRegex("(a)|(b)");

  expect(regex.replaceAll("ab", compileJavaReplacement("[$1,$2]", regex))).toBe("[a,][,b]");
});

test("groups keep their Java numbers where the translation adds groups of its own", () => {
  const regex = translateJavaRegex("(?>x+)(a)(?:b++)(c)");

  expect(regex.replaceAll("xxabbc", compileJavaReplacement("$2$1", regex))).toBe("ca");
});

test("JavaScript's own replacement signs mean nothing", () => {
  const regex = translateJavaRegex("a");

  expect(regex.replaceAll("xay", compileJavaReplacement("\\$&\\$`\\$'", regex))).toBe("x$&$`$'y");
});
