import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { rolledLines, wrongNumbers } from "../support/rolled-lines.js";
import { runFixture, startFixture, endOf } from "../support/run-fixture.js";
import { SeededRandom } from "../support/random.js";
import { tempDir } from "../support/temp-dir.js";

/** `ROLLING_KILLS=200` in continuous integration. */
const KILLS = Number(process.env["ROLLING_KILLS"] ?? "5");
const LONGEST_LIFE_MS = 150;
const LINES = 3_000;

test("four processes write to one prudent file while it rolls: every line is whole and there once", async () => {
  const folder = tempDir();
  const settings = JSON.stringify({ prudent: true, fileNamePattern: "app.%d{yyyy-MM-dd_HH-mm-ss}.%i.log", maxFileSize: 20_000 });
  const names = ["a", "b", "c", "d"];

  const ends = await Promise.all(names.map((name) => runFixture("rolling-writer.mjs", [folder, name, String(LINES), settings])));

  const lines = rolledLines(folder);
  for (const [index, name] of names.entries()) {
    expect(wrongNumbers(lines, name, LINES)).toEqual([]);
    expect(ends[index]?.stdout.trim().split("\n").at(-1)).toBe(JSON.stringify({ written: LINES, dropped: 0, complaints: [] }));
  }
  expect([...lines.values()].reduce((sum, count) => sum + count, 0)).toBe(names.length * LINES);
  expect(readdirSync(folder).length).toBeGreaterThan(4);
}, 60_000);

test(`a process that is killed ${String(KILLS)} times while it rolls and compresses leaves all that it had written`, async () => {
  const folder = tempDir();
  const settings = JSON.stringify({ file: "app.log", fileNamePattern: "app.%d{yyyy-MM-dd_HH-mm}.%i.log.gz", maxFileSize: 20_000 });
  const random = new SeededRandom(KILLS);
  const logged: number[] = [];
  for (let run = 0; run < KILLS; run++) {
    logged.push(await killed(["rolling-writer.mjs", folder, `run${String(run)}`, "1000000", settings], random.between(0, LONGEST_LIFE_MS)));
  }

  const { stdout, stderr } = await runFixture("rolling-writer.mjs", [folder, "last", "0", settings]);

  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({ written: 0, dropped: 0, complaints: [] });
  const lines = rolledLines(folder);
  expect(logged.map((count, run) => wrongNumbers(lines, `run${String(run)}`, count))).toEqual(logged.map(() => []));
  expect(Math.max(...logged)).toBeGreaterThan(0);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
}, 3_600_000);

/** Starts a writer and kills it so long after its first word. @returns How many lines it had logged at least. */
async function killed([program = "", ...args]: readonly string[], afterMs: number): Promise<number> {
  const child = startFixture(program, args);
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    if (output === "") {
      setTimeout(() => child.kill("SIGKILL"), afterMs);
    }
    output += text;
  });
  await endOf(child);
  return Math.max(0, ...output.split("\n").slice(0, -1).map(Number));
}
