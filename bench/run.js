/**
 * The benchmark: `npm run bench`, or
 *
 *   node bench/run.js [--scenario NAME]... [--rounds N] [--json FILE] [--quick]
 *
 * Prints tables in Markdown on standard output and its progress on standard error. `--quick` makes a handful of calls a
 * cell: it shows that everything runs, its figures mean nothing. Needs a built checkout (`node scripts/ensure.js`).
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { goalsTable, judgeGoals } from "./harness/goals.js";
import { BENCH_FOLDER, ensureInstalled } from "./harness/install.js";
import { javaVersions } from "./harness/java.js";
import { machineOf, packageVersions } from "./harness/machine.js";
import { runScenario } from "./harness/run-scenario.js";
import { scenarioTable } from "./harness/tables.js";
import { SCENARIOS } from "./scenarios.js";

const DEFAULT_ROUNDS = 5;

const say = (text) => process.stderr.write(`bench: ${text}\n`);

function readArguments() {
  const { values } = parseArgs({
    options: {
      scenario: { type: "string", multiple: true },
      rounds: { type: "string" },
      json: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : DEFAULT_ROUNDS));
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds: expected a whole number from 1, got ${values.rounds}`);
  }
  const unknown = (values.scenario ?? []).find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown !== undefined) {
    throw new Error(`--scenario: expected one of ${SCENARIOS.map(({ name }) => name).join(", ")}, got ${unknown}`);
  }
  return { ...values, rounds, scenarios: SCENARIOS.filter(({ name }) => values.scenario?.includes(name) ?? true) };
}

async function main() {
  const { rounds, json, quick, scenarios } = readArguments();
  ensureInstalled(say);
  const beganMs = performance.now();
  const folder = join(BENCH_FOLDER, "..", "temp", `bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const header = {
      ...machineOf(folder, { rounds, commandLine: ["node bench/run.js", ...process.argv.slice(2)].join(" ") }),
      libraries: packageVersions(BENCH_FOLDER),
      java: await javaVersions(folder),
    };
    print("# Benchmark of logback-node", Object.entries(header).map(([key, value]) => `- ${key}: ${value}`).join("\n"));
    if (quick) {
      print("**These figures mean nothing: `--quick` makes too few calls.**");
    }
    const runs = [];
    for (const scenario of scenarios) {
      const run = await runScenario(scenario, { folder, rounds, quick, say });
      runs.push(run);
      print(`## ${scenario.name}: ${scenario.title}`, scenario.notes, scenarioTable(run));
    }
    const goals = judgeGoals(runs);
    print("## Goals", "Ratios of medians, ours to theirs; then the median [min–max] of the ratios within the rounds. Below 1.3 either way, read a ratio as a tie.", goalsTable(goals));
    print(`Took ${((performance.now() - beganMs) / 60_000).toFixed(1)} minutes.`);
    if (json !== undefined) {
      writeFileSync(json, `${JSON.stringify({ header, scenarios: runs.map(toJson), goals: goals.map(goalToJson) }, undefined, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(...paragraphs) {
  process.stdout.write(`${paragraphs.filter((text) => text !== undefined).join("\n\n")}\n\n`);
}

function toJson({ scenario, results }) {
  return {
    name: scenario.name,
    cells: results.map(({ cell, samples, unavailable, failures, bytesPerEvent }) => ({
      name: cell.name,
      family: cell.family,
      unavailable,
      failures,
      bytesPerEvent,
      samples: Object.fromEntries([...samples].map(([metric, values]) => [metric, Object.fromEntries(values)])),
    })),
  };
}

const goalToJson = ({ scenario, what, must, goal, value, measured, verdict }) => ({ scenario, what, must, goal, value, measured, verdict });

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
