/** Tests an application of the packed tarball with Jest as it comes, from the npm registry; `.ci/run` calls it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installFromRegistry, root } from "./packed.js";
import { Tally } from "./tally.js";

const JEST = "jest@30.5.2";
const LIMIT_MS = 120_000;
/** What Jest says when something is left that keeps it, or one of its workers, from ending, or that goes on after the tests. */
const LEFT_OPEN = /did not exit|open handle|failed to exit gracefully|has been torn down|done logging|after the tests/i;

const folder = mkdtempSync(join(tmpdir(), "logback-node-jest-"));
const tally = new Tally();

try {
  await tally.attempt(`the tarball and ${JEST} can be installed`, () => {
    installFromRegistry(folder, JEST);
    cpSync(join(root, "test/package/jest"), folder, { recursive: true });
  });
  for (const workers of ["--runInBand", "--maxWorkers=2", "--detectOpenHandles"]) {
    await tally.attempt(`Jest ends by itself with ${workers}`, () => runJest(workers));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
tally.finish();

function runJest(workers) {
  const report = join(folder, "report.json");
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, NO_COLOR: "1" };
  const args = ["node_modules/jest/bin/jest.js", "--ci", "--no-cache", workers, "--json", `--outputFile=${report}`];
  const { status, signal, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8", timeout: LIMIT_MS });
  assert.equal(signal, null, `it had not ended after ${LIMIT_MS} ms\n${stderr}`);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  tally.add(numPassedTests, numFailedTests);
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, LEFT_OPEN);
  rmSync(report);
  return `${numPassedTests} tests`;
}
