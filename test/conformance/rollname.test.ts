import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { answerRollname, type RollnameInput } from "./answer-rollname.js";

interface Case {
  readonly id: string;
  readonly input: RollnameInput;
  readonly expected: { readonly threw?: string; readonly names?: object; readonly rows?: readonly object[] };
}

const CASES = readFileSync(path.join(import.meta.dirname, "cases/rollname.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Case);

test("every file name pattern of the corpus gives the names and periods of real Logback", () => {
  vi.stubEnv("TZ", "UTC");
  for (const { id, input, expected: { threw, names, rows } } of CASES) {
    const answer = answerRollname(input);

    if (threw !== undefined) {
      expect(answer, id).toMatchObject({ statusWorst: "ERROR" });
    } else {
      expect(answer, id).toMatchObject({ ...(names === undefined ? {} : { names }), ...(rows === undefined ? {} : { rows }) });
    }
  }
});
