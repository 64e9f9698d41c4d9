import { expect, test } from "vitest";
import { answerConfig } from "./answer-config.js";
import { differences } from "./differences.js";

test("every configuration of the corpus builds what real Logback builds", async () => {
  expect(await differences("config", answerConfig)).toBe("");
});
