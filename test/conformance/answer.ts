/**
 * Answers conformance cases: reads them as JSON lines from standard input, any mix of kinds, and prints one line
 * `{"id", "actual"}` for each, in order. A kind that is not supported yet answers `"actual": null`.
 *
 * `cases/README.md` says what the cases ask and what the answers hold.
 */
import { createInterface } from "node:readline";
import { answerConfig } from "./answer-config.js";
import { answerFormat } from "./answer-format.js";
import { answerDate, answerPattern } from "./answer-pattern.js";

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
}

type Answerer = (input: never) => unknown;

const ANSWERERS: ReadonlyMap<string, Answerer> = new Map<string, Answerer>([
  ["config", answerConfig],
  ["date", answerDate],
  ["format", answerFormat],
  ["pattern", answerPattern],
  ["throwable", answerPattern],
]);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== "") {
    const { id, kind, input } = JSON.parse(line) as Case;
    const actual = ANSWERERS.get(kind)?.(input as never) ?? null;
    process.stdout.write(`${JSON.stringify({ id, actual })}\n`);
  }
}
