import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

interface Settled {
  /** What V8 had to undo of the library's optimised code while 200,000 events were logged, with its place in the source. */
  readonly deoptimised: readonly string[];
  /** Allocated for one event, by whatever code. */
  readonly bytes: number;
  /** What V8 had to undo since the start. */
  readonly sinceStart: readonly string[];
}

/** It takes three seconds, on a machine with nothing else to do. */
const TIMEOUT_MS = 120_000;

async function settled(kind: string): Promise<Settled> {
  const folder = tempDir();
  const logOptions = ["--log-deopt", "--no-logfile-per-isolate", `--logfile=${path.join(folder, "v8.log")}`];
  const { stderr } = await runFixture("hot-path.mjs", [kind, folder], { nodeOptions: logOptions });

  expect(stderr).toBe("");
  return JSON.parse(readFileSync(path.join(folder, "result.json"), "utf8")) as Settled;
}

/** Where turbo filters are asked and nothing is logged; from Node.js 24 on V8 may make the array of the call's arguments all the same. */
const ASKED_BYTES = Number.parseInt(process.versions.node, 10) >= 24 ? 140 : 16;

/**
 * The limits are about twice what Node.js 20 to 24 need, and are counts, not times. Of the 570 bytes of a line of text,
 * 240 are the event and the array of its arguments, 110 the line itself; the rest are V8's sums of strings.
 */
const kinds = [
  { kind: "text-buffered", most: 1_200 },
  { kind: "text-sync", most: 1_300 },
  { kind: "json-buffered", most: 1_600 },
  { kind: "mdc-json", most: 2_500 },
  { kind: "async", most: 1_200 },
  { kind: "error-text", most: 3_400 },
  { kind: "error-json", most: 4_100 },
  { kind: "disabled", most: 16 },
  { kind: "disabled-1-filter", most: ASKED_BYTES },
  { kind: "disabled-1000-filters", most: ASKED_BYTES },
  // The scopes, each for 16 calls, and nothing else.
  { kind: "disabled-1000-traces", most: 200 },
] as const;

for (const { kind, most } of kinds) {
  test(`once it is warm, V8 keeps all the code it has optimised, and an event takes at most ${most} bytes (${kind})`, async () => {
    const { deoptimised, bytes } = await settled(kind);

    expect(deoptimised).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(most);
  }, TIMEOUT_MS);
}

test("code that V8 has to give up is seen", async () => {
  const { sinceStart } = await settled("unsettling");

  expect(sinceStart.join("\n")).toContain("/base-appender.js:");
}, TIMEOUT_MS);
