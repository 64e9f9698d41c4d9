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
import { answerRollname } from "./answer-rollname.js";
import { answerRun } from "./answer-run.js";
import { answerSyslog } from "./answer-syslog.js";

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
  ["rollname", answerRollname],
  ["run", answerRun],
  ["syslog", answerSyslog],
  ["throwable", answerPattern],
]);

/** What escapes from the library is an answer too: nothing should. */
async function answerTo(kind: string, input: unknown): Promise<unknown> {
  try {
    return (await ANSWERERS.get(kind)?.(input as never)) ?? null;
  } catch (error) {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
    return { threw: String(error) };
  }
}

// The zone in which real Logback gave its answers.
process.env["TZ"] = "UTC";

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== "") {
    const { id, kind, input } = JSON.parse(line) as Case;
    const actual = await answerTo(kind, input);
    process.stdout.write(`${JSON.stringify({ id, actual })}\n`);
  }
}
