/**
 * Compares this library's answers with those of real Logback 1.6.3, over the corpus in `cases/`, and prints the share
 * by kind. Kinds that are not supported yet are listed as such and not counted.
 *
 *   npm run conformance                      all supported kinds
 *   npm run conformance -- --show 5          the first five differences too
 *   npm run conformance -- --min 1           fail below that share
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cases = fileURLToPath(new URL("cases/", import.meta.url));
const answerer = fileURLToPath(new URL("../../temp/conformance/answer.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "conformance-"));

try {
  const texts = readdirSync(cases).filter((name) => name.endsWith(".jsonl")).map((name) => readFileSync(join(cases, name), "utf8").trim());
  const answered = run([answerer], { input: `${texts.join("\n")}\n` }).trim().split("\n").map((line) => JSON.parse(line));
  const missing = new Set(answered.filter(({ actual }) => actual === null).map(({ id }) => id));
  const all = texts.join("\n").split("\n").map((line) => JSON.parse(line));
  const supported = all.filter(({ id }) => !missing.has(id));

  write("cases.jsonl", supported);
  write("answers.jsonl", answered.filter(({ id }) => !missing.has(id)));
  const kinds = new Set(all.filter(({ id }) => missing.has(id)).map(({ kind }) => kind));
  if (kinds.size > 0) {process.stdout.write(`not supported yet: ${[...kinds].join(", ")}\n`);}

  const compared = spawnSync(process.execPath, [join(cases, "compare.mjs"), join(folder, "cases.jsonl"), join(folder, "answers.jsonl"), ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = compared.status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}

function run(args, options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { ...options, encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) {throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);}
  return stdout;
}

function write(name, rows) {
  writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
