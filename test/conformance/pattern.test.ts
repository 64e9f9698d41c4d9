import { expect, test } from "vitest";
import { answerDate, answerPattern } from "./answer-pattern.js";
import { differences } from "./differences.js";

test("every pattern of the corpus prints as in real Logback", async () => {
  expect(await differences("pattern", answerPattern)).toBe("");
});

test("every throwable of the corpus prints as in real Logback", async () => {
  expect(await differences("throwable", answerPattern)).toBe("");
});

test("every date of the corpus prints as in real Logback", async () => {
  expect(await differences("date", answerDate)).toBe("");
});
