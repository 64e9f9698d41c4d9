/**
 * Tests of the benchmark itself: `node --test bench/test.js`. They measure nothing. Needs a built checkout.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { judgeGoals } from "./harness/goals.js";
import { ensureInstalled } from "./harness/install.js";
import { ACCEPTED, LOGGER } from "./harness/messages.js";
import { runCell } from "./harness/run-cell.js";
import { pairedRatio, summary } from "./harness/statistics.js";
import { scenarioTable } from "./harness/tables.js";
import { verifyFile } from "./harness/verify.js";

const RUN = fileURLToPath(new URL("./run.js", import.meta.url));
const EVENTS = 40;

let folder;

before(() => {
  ensureInstalled(() => {});
  folder = mkdtempSync(join(tmpdir(), "logback-node-bench-"));
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("every scenario runs, and every library does all of its work or says why it cannot", () => {
  const json = join(folder, "result.json");
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, "--quick", "--json", json], { encoding: "utf8" });
  assert.equal(status, 0, stderr);

  const { scenarios, goals } = JSON.parse(readFileSync(json, "utf8"));
  const failed = scenarios.flatMap(({ name, cells }) => cells.filter(({ failures }) => failures.length > 0).map((cell) => `${name}: ${cell.name}: ${cell.failures[0]}`));
  const silent = scenarios.flatMap(({ cells }) => cells.filter(({ samples, unavailable, failures }) => Object.keys(samples).length === 0 && unavailable === undefined && failures.length === 0));
  assert.deepEqual(failed, []);
  assert.deepEqual(silent, []);
  assert.ok(goals.length > 20);
  assert.match(stdout, /^## Goals$/m);
});

test("an unknown scenario is refused and the known ones are named", () => {
  const { status, stderr } = spawnSync(process.execPath, [RUN, "--quick", "--scenario", "nonsense"], { encoding: "utf8" });

  assert.equal(status, 1);
  assert.match(stderr, /expected one of disabled, .*, got nonsense/);
});

for (const { fault, outcome } of [
  { fault: "none", outcome: /^\{"values":\{"ns":/ },
  { fault: "loses", outcome: /^\{"lost":1\}$/ },
  { fault: "loses the last", outcome: /^\{"lost":1\}$/ },
  { fault: "loses all", outcome: new RegExp(`^\\{"lost":${EVENTS}\\}$`) },
  { fault: "doubles", outcome: /"failed":"twice: Order 1000007 / },
  { fault: "swaps", outcome: /"failed":"out of order: Order 1000007 / },
  { fault: "garbles", outcome: /"failed":"expected \\"Order 1000007 accepted/ },
  { fault: "breaks the layout", outcome: /"failed":"not a line of the layout: / },
  { fault: "tears the last line", outcome: /"failed":"the last line has no end: / },
  { fault: "writes late", outcome: /"failed":"\d+ bytes came after it said that all was written"/ },
  { fault: "throws", outcome: /"failed":"ended with 1: Error: as it should"/ },
  { fault: "exits", outcome: /"failed":"no answer: / },
  { fault: "is not there", outcome: /^\{"unavailable":"as it should be"\}$/ },
]) {
  test(`a library that ${fault === "none" ? "works is measured" : `${fault} is found out`}`, async () => {
    const cell = { name: fault, family: "faulty", peer: "harness/faulty-peer.js", options: { fault }, lines: "text" };
    const scenario = { measure: "events", perTurn: 10 };

    const result = await runCell(cell, scenario, { folder, counts: { warmUp: 0, events: EVENTS } });

    assert.match(JSON.stringify(result), outcome);
  });
}

test("JSON lines must have the fields of their own request", () => {
  const line = (index, requestId) =>
    JSON.stringify({ logger: LOGGER, message: ACCEPTED.of(index), requestId, session: "3f2a9c1e-77b0-4c55-9a1d-0c6a5f2e8b41", user: "ada.lovelace", tenant: "acme-europe", client: "203.0.113.17" });
  const expected = { events: 2, format: "json", members: { message: "message" }, perScope: 1 };

  assert.deepEqual(verifyLines([line(0, "req-100000"), line(1, "req-100001")], expected).problem, undefined);
  assert.match(verifyLines([line(0, "req-100000"), line(1, "req-100000")], expected).problem, /expected requestId "req-100001", got "req-100000"/);
});

test("an error without its frames is found out, in text and in JSON", () => {
  const head = `2026-01-01 00:00:00,000 [main] ERROR ${LOGGER} - Order 1000000 failed for customer acct10`;
  const frames = (count) => Array.from({ length: count }, () => "\tat failIn (messages.js:1:1)");
  const json = (count) => JSON.stringify({ logger: LOGGER, message: "Order 1000000 failed for customer acct10", stack: ["Error: card refused", ...frames(count)].join("\n") });
  const text = { events: 1, format: "text", call: "failed" };
  const asJson = { events: 1, format: "json", call: "failed", members: { message: "message", stack: (record) => record.stack } };

  assert.equal(verifyLines([head, "Error: card refused", ...frames(10)], text).ok, true);
  assert.match(verifyLines([head, "Error: card refused", ...frames(9)], text).problem, /9 frames/);
  assert.equal(verifyLines([json(10)], asJson).ok, true);
  assert.match(verifyLines([json(9)], asJson).problem, /9 frames/);
});

test("a row that lost events in one round has no figures, and no goal is reached against it", () => {
  const row = (name, family, ns, failures) => ({ cell: { name, family }, samples: new Map([["ns", new Map([[0, ns]])]]), failures, unavailable: undefined });
  const results = [row("logback-node", "ours", 100, []), row("pino", "pino", 500, ["LOST 3 events"])];
  const run = { scenario: { name: "json-sync", shown: ["ns"], compared: ["ns"] }, results };

  assert.match(scenarioTable(run), /\| pino \| LOST 3 events \|/);
  assert.doesNotMatch(scenarioTable(run), /500/);
  assert.equal(judgeGoals([run])[0].verdict, "not measured");
});

test("a goal is judged by the ratio of the medians and says when the rounds disagree", () => {
  const row = (name, family, values) => ({ cell: { name, family }, samples: new Map([["ns", new Map(values.entries())]]), failures: [], unavailable: undefined });
  const judge = (ours, theirs) => judgeGoals([{ scenario: { name: "json-sync" }, results: [row("logback-node", "ours", ours), row("pino", "pino", theirs)] }])[0].verdict;

  assert.equal(judge([80, 80, 80], [100, 100, 100]), "goal reached");
  assert.equal(judge([90, 90, 90], [100, 100, 100]), "must reached, goal not");
  assert.equal(judge([120, 120, 120], [100, 100, 100]), "MISSED");
  assert.equal(judge([10, 110, 110], [20, 100, 90]), "MISSED");
  assert.equal(judge([70, 100, 130], [65, 101, 119]), "must reached, goal not (paired: MISSED)");
});

test("ratios are taken within a round", () => {
  const ours = new Map([[0, 10], [1, 40], [2, 30]]);
  const theirs = new Map([[0, 10], [2, 10]]);

  assert.deepEqual(pairedRatio(ours, theirs), { median: 2, min: 1, max: 3 });
  assert.equal(pairedRatio(ours, new Map()), undefined);
  assert.deepEqual(summary([3, 1, 2]), { median: 2, min: 1, max: 3 });
});

function verifyLines(lines, expected) {
  const file = join(folder, "lines.log");
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return verifyFile(file, expected);
}
