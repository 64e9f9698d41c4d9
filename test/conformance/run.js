/**
 * Compares this library's answers with those of real Logback 1.6.3, over the corpus in `cases/`, and prints the share
 * by kind, the exceptions with their reasons, and "N passed, N failed".
 *
 * Ends with 0 when every case is answered as Logback does, but for those that `exceptions.json` names: differences on
 * purpose that `compare.mjs` does not know as such, each with its reason. A case there that is answered like Logback all
 * the same is a failure too, until it is taken out.
 *
 *   npm run conformance                      all kinds
 *   npm run conformance -- run config        these kinds
 *   npm run conformance -- --show 5          the first five differences too
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const exceptions = new Map(Object.entries(JSON.parse(readFileSync(new URL("exceptions.json", import.meta.url), "utf8"))));
const cases = fileURLToPath(new URL("cases/", import.meta.url));
const answerer = fileURLToPath(new URL("../../temp/conformance/answer.js", import.meta.url));
const { values, positionals } = parseArgs({ options: { show: { type: "string", default: "0" } }, allowPositionals: true });
const folder = mkdtempSync(join(tmpdir(), "conformance-"));

try {
  const all = readdirSync(cases)
    .filter((name) => name.endsWith(".jsonl") && (positionals.length === 0 || positionals.includes(name.replace(".jsonl", ""))))
    .flatMap((name) => parseLines(readFileSync(join(cases, name), "utf8")));
  const answers = new Map(parseLines(run([answerer], all)).map((answer) => [answer.id, answer]));

  const unsupported = new Set(all.filter(({ id }) => answers.get(id).actual === null).map(({ kind }) => kind));
  const isNamed = ({ id }) => exceptions.has(id);
  const counted = all.filter((each) => !isNamed(each) && !unsupported.has(each.kind));
  const named = all.filter((each) => isNamed(each) && !unsupported.has(each.kind));

  const { text, passed, failed } = compare(counted, answers, values.show);
  process.stdout.write(text);
  for (const kind of unsupported) {
    process.stdout.write(`not supported yet: ${kind}\n`);
  }

  const differing = new Set(compare(named, answers, String(named.length)).different);
  const needless = named.filter(({ id }) => !differing.has(id));
  if (named.length > 0) {
    process.stdout.write(`named exceptions: ${named.length} of ${all.length}\n`);
  }
  for (const { id } of named) {
    process.stdout.write(`  ${id}  ${exceptions.get(id)}${differing.has(id) ? "" : "  <-- answered like Logback: take it out of exceptions.json"}\n`);
  }

  const missing = all.filter(({ kind }) => unsupported.has(kind)).length;
  const bad = failed + needless.length + missing;
  process.stdout.write(`${passed} passed, ${bad} failed\n`);
  process.exitCode = bad === 0 && passed > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** What the comparison says of these cases: its text, how many are alike and how many differ, and the ids of those it was asked to show. */
function compare(rows, answers, show) {
  if (rows.length === 0) {
    return { text: "", passed: 0, failed: 0, different: [] };
  }
  write("cases.jsonl", rows);
  write("answers.jsonl", rows.map(({ id }) => answers.get(id)));
  const text = run([join(cases, "compare.mjs"), join(folder, "cases.jsonl"), join(folder, "answers.jsonl"), "--show", show]);
  const shares = [...text.matchAll(/^\w+: (\d+)\/(\d+) like Logback/gm)];
  const passed = shares.reduce((sum, [, alike]) => sum + Number(alike), 0);
  const failed = shares.reduce((sum, [, alike, total]) => sum + Number(total) - Number(alike), 0);
  return { text, passed, failed, different: [...text.matchAll(/^--- (\S+)$/gm)].map(([, id]) => id) };
}

function run(args, rows = []) {
  const input = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) {
    throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);
  }
  return stdout;
}

function write(name, rows) {
  writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

function parseLines(text) {
  return text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}
