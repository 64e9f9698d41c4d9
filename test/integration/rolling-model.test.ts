import path from "node:path";
import { expect, test } from "vitest";
import { SeededRandom } from "../support/random.js";
import { playRolling } from "../support/rolling-model.js";
import { tempDir } from "../support/temp-dir.js";

/** `ROLLING_SEEDS=10000` in continuous integration; `ROLLING_SEED=17` plays that one alone. */
const only = process.env["ROLLING_SEED"];
const first = only === undefined ? 1 : Number(only);
const count = only === undefined ? Number(process.env["ROLLING_SEEDS"] ?? "120") : 1;
const STEPS = 40;

test(`rolling at random, by ${String(count)} seeds, loses no line, doubles none and touches no foreign file`, async () => {
  const folder = path.join(tempDir(), "logs");

  for (let seed = first; seed < first + count; seed++) {
    const problems = await playRolling(new SeededRandom(seed), folder, STEPS);
    expect(problems, `ROLLING_SEED=${String(seed)}`).toEqual([]);
  }
}, 3_600_000);
