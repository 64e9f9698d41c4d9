import { expect, test } from "vitest";
import { runFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

const RELOADS = 1_000;
/** A configuration that is kept each time would come to some 40 MB; what the engine itself gathers is far less. */
const GROWTH_ALLOWED_BYTES = 1_000_000;

interface Held {
  readonly descriptors: number;
  readonly listeners: number;
  readonly timers: number;
  readonly heapBytes: number;
}

test(`${RELOADS} reloads leave no descriptor, no listener, no timer and no memory behind`, { timeout: 120_000 }, async () => {
  const { stdout, stderr, code } = await runFixture("reload-growth.mjs", [tempDir(), String(RELOADS)], { nodeOptions: ["--expose-gc"] });

  const { early, late } = JSON.parse(stdout) as { early: Held; late: Held };
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  expect({ ...late, heapBytes: 0 }).toEqual({ ...early, heapBytes: 0 });
  expect(late.heapBytes - early.heapBytes).toBeLessThan(GROWTH_ALLOWED_BYTES);
  console.log(`${RELOADS} reloads: the heap went from ${(early.heapBytes / 1e6).toFixed(2)} to ${(late.heapBytes / 1e6).toFixed(2)} MB; ${late.descriptors} descriptors, ${late.timers} timers, ${late.listeners} listeners`);
});
