import { readFileSync } from "node:fs";
import path from "node:path";
import type { EventInput } from "../conformance/answer-pattern.js";

/** A case of the kind `run`, as far as tests of single parts look at it. */
export interface RunCase {
  readonly id: string;
  readonly input: { readonly xml: string; readonly events: readonly EventInput[] };
  readonly expected: { readonly files: Readonly<Record<string, string>> };
}

/** What real Logback made of a run, by the id of its case. */
export function runCase(id: string): RunCase {
  const file = path.join(import.meta.dirname, "../conformance/cases/run.jsonl");
  const found = readFileSync(file, "utf8").split("\n").find((line) => line.startsWith(`{"id": "${id}"`));
  if (found === undefined) {
    throw new RangeError(`There is no case ${id}.`);
  }
  return JSON.parse(found) as RunCase;
}
