import { expect, test } from "vitest";
import { guardReplacer } from "../../src/util/guarded-replacer.js";
import { translateJavaRegex } from "../../src/util/java-regex.js";
import { compileJavaReplacement } from "../../src/util/java-replacement.js";

const regex = translateJavaRegex("\\d+");
const replacement = compileJavaReplacement("#", regex);

test("a text up to the limit has its matches replaced", () => {
  expect(guardReplacer(regex, replacement, { maxLength: 5 })("a1b22")).toBe("a#b#");
});

test("a longer text stays as it is when open", () => {
  expect(guardReplacer(regex, replacement, { maxLength: 5 })("a1b223")).toBe("a1b223");
});

test("a longer text is replaced as a whole when closed", () => {
  const replace = guardReplacer(regex, replacement, { maxLength: 5, whenTooLong: { kind: "closed", text: "[too long]" } });

  expect([replace("a1b22"), replace("a1b223")]).toEqual(["a#b#", "[too long]"]);
});

test("the limit is 65536 characters unless given", () => {
  const replace = guardReplacer(regex, replacement);

  expect([replace("1".repeat(65_536)), replace("1".repeat(65_537)).length]).toEqual(["#", 65_537]);
});
