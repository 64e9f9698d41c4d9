import { expect, test } from "vitest";
import { Matcher, matcher } from "../../src/evaluator/matcher.js";
import { buildFrom } from "../support/build.js";

const matches = [
  { regex: "statement [13579]", flags: {}, text: "a statement 3, say", answer: true },
  { regex: "statement [13579]", flags: {}, text: "a Statement 3", answer: false },
  { regex: "statement [13579]", flags: { caseSensitive: false }, text: "a Statement 3", answer: true },
  { regex: "ä", flags: { caseSensitive: false }, text: "Ä", answer: false },
  { regex: "ä", flags: { caseSensitive: false, unicodeCase: true }, text: "Ä", answer: true },
  { regex: "\\p{Alpha}++\\z", flags: {}, text: "1a", answer: true },
  { regex: "a", flags: {}, text: `${"b".repeat(100_000)}a`, answer: true },
  { regex: "(a|b)+c.*d", flags: {}, text: `${"x".repeat(70_000)}acd`, answer: false },
] as const;

for (const { regex, flags, text, answer } of matches) {
  test(`Matcher ${regex} with ${JSON.stringify(flags)} ${answer ? "finds" : "does not find"} itself in "${text.slice(-20)}"`, () => {
    expect(new Matcher("M", regex, flags).matches(text)).toBe(answer);
  });
}

for (const regex of ["(", "^(a+)+$"]) {
  test(`Matcher refuses ${regex}`, () => {
    expect(() => new Matcher("M", regex)).toThrow(Error);
  });
}

test("matcher is built from its elements", () => {
  const { built, statuses } = buildFrom(matcher, { name: "odd", regex: "x", caseSensitive: "false" });

  expect(built).toMatchObject({ name: "odd", regex: "x" });
  expect(built?.matches("X")).toBe(true);
  expect(statuses).toEqual([]);
});

test("matcher without a name or a regex is left out and says so", () => {
  expect(buildFrom(matcher, { regex: "x" }).statuses[0]).toMatch(/^ERROR <name> is required/);
  expect(buildFrom(matcher, { name: "x" }).statuses[0]).toMatch(/^ERROR <regex> is required/);
});

test("matcher with a regex that takes for ever is left out and says so", () => {
  const { built, statuses } = buildFrom(matcher, { name: "slow", regex: "^(a+)+$" });

  expect(built).toBe(undefined);
  expect(statuses[0]).toMatch(/^ERROR The matcher is left out\. .*\^\(a\+\)\+\$.*/);
});

test("matcher warns that characters are compared as they are written when canonEq is asked for", () => {
  const { built, statuses } = buildFrom(matcher, { name: "M", regex: "x", canonEq: "true" });

  expect(built?.matches("x")).toBe(true);
  expect(statuses).toEqual(["WARN canonEq is not offered: characters are compared as they are written."]);
});
