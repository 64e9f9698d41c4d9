import { expect, test } from "vitest";
import { levelHint } from "../../src/core/level-hint.js";

const hints = [
  ["fatal", "ERROR"],
  ["SEVERE", "ERROR"],
  [" Warning ", "WARN"],
  ["FINE", "DEBUG"],
  ["finest", "TRACE"],
  ["verbose", "TRACE"],
  ["DEBG", "DEBUG"],
] as const;

for (const [word, level] of hints) {
  test(`who writes [${word}] is asked for ${level}`, () => {
    expect(levelHint(word)).toBe(` Did you mean "${level}"?`);
  });
}

test("a word that resembles no level gets no hint", () => {
  expect(levelHint("loud")).toBe("");
  expect(levelHint("__proto__")).toBe("");
});
