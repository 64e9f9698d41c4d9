import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { answerDate, answerPattern } from "./answer-pattern.js";

interface Case {
  readonly id: string;
  readonly input: never;
}

const CASES = path.join(import.meta.dirname, "cases");

/** What the comparison prints about the answers to all cases of a kind; empty when every one is right. */
function differences(kind: string, answer: (input: never) => unknown): string {
  const file = path.join(CASES, `${kind}.jsonl`);
  const cases = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Case);
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  try {
    const answers = path.join(folder, "answers.jsonl");
    writeFileSync(answers, cases.map(({ id, input }) => `${JSON.stringify({ id, actual: answer(input) })}\n`).join(""));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(CASES, "compare.mjs"), file, answers, "--show", "3", "--min", "1"], { encoding: "utf8" });
    return status === 0 ? "" : stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("every pattern of the corpus prints as in real Logback", () => {
  expect(differences("pattern", answerPattern)).toBe("");
});

test("every throwable of the corpus prints as in real Logback", () => {
  expect(differences("throwable", answerPattern)).toBe("");
});

test("every date of the corpus prints as in real Logback", () => {
  expect(differences("date", answerDate)).toBe("");
});
