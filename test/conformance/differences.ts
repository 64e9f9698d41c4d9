import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

interface Case {
  readonly id: string;
  readonly input: never;
}

const CASES = path.join(import.meta.dirname, "cases");

const EXCEPTIONS = Object.keys(JSON.parse(readFileSync(path.join(import.meta.dirname, "exceptions.json"), "utf8")) as object);

/** What the comparison prints about the answers to all cases of a kind but the named exceptions; empty when every one is right. */
export async function differences(kind: string, answer: (input: never) => unknown): Promise<string> {
  const lines = readFileSync(path.join(CASES, `${kind}.jsonl`), "utf8").trim().split("\n");
  const cases = lines.map((line) => JSON.parse(line) as Case).filter(({ id }) => !EXCEPTIONS.includes(id));
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  try {
    const [asked, answered] = ["cases.jsonl", "answers.jsonl"].map((name) => path.join(folder, name)) as [string, string];
    const answers: string[] = [];
    for (const { id, input } of cases) {
      answers.push(`${JSON.stringify({ id, actual: await answer(input) })}\n`);
    }
    writeFileSync(asked, cases.map((each) => `${JSON.stringify(each)}\n`).join(""));
    writeFileSync(answered, answers.join(""));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(CASES, "compare.mjs"), asked, answered, "--show", "3", "--min", "1"], { encoding: "utf8" });
    return status === 0 ? "" : stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
