import { expect, test } from "vitest";
import { answerRun } from "./answer-run.js";
import { differences } from "./differences.js";

test("every run of the corpus leaves what real Logback leaves: files, archives, console, events", async () => {
  expect(await differences("run", answerRun)).toBe("");
}, 60_000);
