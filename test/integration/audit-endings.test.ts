import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { endOf, runFixture, startFixture, type RunOptions } from "../support/run-fixture.js";
import { mayMount, mountSmallDisk } from "../support/small-disk.js";
import { tempDir } from "../support/temp-dir.js";

/** Times that each ending is tried; with AUDIT_RUNS=50 that is 200 ends. */
const RUNS = Number(process.env["AUDIT_RUNS"] ?? 3);
const RECORDS = Number(process.env["AUDIT_RECORDS"] ?? 4_000);
/** As many as the records need, so that none is removed. */
const ARCHIVES = Math.ceil((RECORDS * 100) / 65_536) + 1;
/** One run in so many has every record synced, which takes much longer. */
const ONE_SYNCED_IN = 5;
const SYNCED_RECORDS = 4_000;
const LONG_MS = RUNS * (10_000 + RECORDS);

interface Run {
  readonly location: string;
  readonly acknowledged: string;
  readonly start: (options?: RunOptions) => ReturnType<typeof startFixture>;
}

function prepare(ending: string, run: number, folder: string = tempDir()): Run {
  const isSynced = run % ONE_SYNCED_IN === ONE_SYNCED_IN - 1 || (RUNS < ONE_SYNCED_IN && run === RUNS - 1);
  const records = isSynced ? Math.min(RECORDS, SYNCED_RECORDS) : RECORDS;
  const location = path.join(folder, "audit.log");
  const acknowledged = path.join(tempDir(), "acknowledged");
  writeFileSync(acknowledged, "");
  const end = Math.floor((records * (run + 0.5)) / RUNS);
  const args = [ending, location, acknowledged, String(records), String(end), isSynced ? "each" : "never", String(ARCHIVES)];
  return { location, acknowledged, start: (options) => startFixture("audit-endings.mjs", args, { stdio: "ignore", ...options }) };
}

/** What the archives hold, oldest first, then the file. */
function textOf(location: string): string {
  const archives = readdirSync(path.dirname(location)).flatMap((name) => (/^audit\.log\.\d+$/.test(name) ? [Number(name.slice("audit.log.".length))] : []));
  const names = [...archives.sort((a, b) => b - a).map((index) => `${location}.${index}`), location].filter((name) => existsSync(name));
  return names.map((name) => readFileSync(name, "utf8")).join("");
}

/** What is wrong with what is on the disk; nothing, and every acknowledged record is there, in order, and none twice. */
function verify(text: string, acknowledged: string): { readonly acknowledged: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const lines = text.split("\n");
  if (lines.pop() !== "") {
    wrong.push("the last line has no end");
  }
  lines.forEach((line, index) => {
    // Numbers rise by one from 0: nothing is missing between, doubled, cut or out of order.
    if (line !== String(index).padStart(99, "0")) {
      wrong.push(`line ${index} is "${line}"`);
    }
  });
  const numbers = readFileSync(acknowledged, "utf8").split("\n").slice(0, -1).map(Number);
  wrong.push(...numbers.filter((number) => number >= lines.length).map((number) => `record ${number} was acknowledged and is not there`));
  return { acknowledged: numbers.length, wrong: wrong.slice(0, 5) };
}

const endings = [
  { ending: "exit", end: { code: 3, signal: null } },
  { ending: "throw", end: { code: 1, signal: null } },
  { ending: "sigterm", end: { code: null, signal: "SIGTERM" } },
  { ending: "sigkill", end: { code: null, signal: "SIGKILL" } },
] as const;

for (const { ending, end } of endings) {
  test(`T16 ${ending}, ${RUNS} times: every acknowledged record is there, in order, none twice`, { timeout: LONG_MS }, async () => {
    let acknowledged = 0;
    for (let run = 0; run < RUNS; run++) {
      const { location, acknowledged: file, start } = prepare(ending, run);

      expect(await endOf(start())).toEqual(end);

      const result = verify(textOf(location), file);
      expect(result.wrong).toEqual([]);
      acknowledged += result.acknowledged;
      rmSync(path.dirname(location), { recursive: true });
    }
    expect(acknowledged).toBeGreaterThan(0);
  });
}

/** Has something done whenever no record was acknowledged for a while, until the child ends. */
async function whenItStalls(child: ReturnType<typeof startFixture>, acknowledged: string, free: () => void): Promise<void> {
  let last = -1;
  const end = endOf(child);
  for (;;) {
    const ended = await Promise.race([end, setTimeout(LOOK_MS, undefined)]);
    if (ended !== undefined) {
      expect(ended).toEqual({ code: 0, signal: null });
      return;
    }
    const { size } = statSync(acknowledged);
    if (size === last && size > 0) {
      child.kill("SIGSTOP");
      free();
      child.kill("SIGCONT");
    }
    last = size;
  }
}

const DISK_KIB = 300;
const LOOK_MS = 150;
/** Of util-linux; it raises a limit of a process that runs. */
const LACKS_PRLIMIT = spawnSync("prlimit", ["--version"]).status !== 0 && process.env["CI"] === undefined;

// Only some users may mount a file system; the limit below shows the same without one.
if (mayMount()) {
  test(`T16 a full disk that is freed again, ${RUNS} times: every record is acknowledged and there, in order, none twice`, { timeout: LONG_MS }, async () => {
    for (let run = 0; run < RUNS; run++) {
      const disk = path.join(tempDir(), "disk");
      mkdirSync(disk);
      const unmount = mountSmallDisk(disk, DISK_KIB);
      const { location, acknowledged, start } = prepare("natural", run, disk);
      let away = "";
      let stalls = 0;

      await whenItStalls(start(), acknowledged, () => {
        stalls++;
        const archives = readdirSync(disk).map((name) => Number(name.slice("audit.log.".length))).filter((index) => index > 0).sort((a, b) => b - a);
        for (const index of archives) {
          away += readFileSync(`${location}.${index}`, "utf8");
          rmSync(`${location}.${index}`);
        }
      });

      const result = verify(away + textOf(location), acknowledged);
      expect(result.wrong).toEqual([]);
      expect(result.acknowledged).toBeGreaterThanOrEqual(Math.min(RECORDS, SYNCED_RECORDS));
      expect(stalls).toBeGreaterThan(0);
      unmount();
    }
  });
}

test.skipIf(LACKS_PRLIMIT)("a file that the system lets grow no more, and then does: every record is acknowledged and there, in order, none twice", async () => {
  const { location, acknowledged, start } = prepare("natural", 0);
  let stalls = 0;
  const child = start({ limitBlocks: 8 });

  await whenItStalls(child, acknowledged, () => {
    stalls++;
    raiseLimit(child);
  });

  expect(verify(textOf(location), acknowledged).wrong).toEqual([]);
  expect(stalls).toBe(1);
});

test.skipIf(LACKS_PRLIMIT)("SIGTERM waits for such a file, and no record that was on its way is missing", async () => {
  const { location, acknowledged, start } = prepare("service", 0);
  const child = start({ limitBlocks: 8 });
  const end = endOf(child);
  await expect.poll(() => statSync(location, { throwIfNoEntry: false })?.size).toBe(8 * 512);

  child.kill("SIGTERM");
  raiseLimit(child);

  expect(await end).toEqual({ code: null, signal: "SIGTERM" });
  expect(verify(textOf(location), acknowledged).wrong).toEqual([]);
  // Forty records fit below the limit; twenty more were on their way.
  expect(textOf(location).split("\n").length - 1).toBeGreaterThanOrEqual(60);
});

function raiseLimit({ pid }: ReturnType<typeof startFixture>): void {
  execFileSync("prlimit", ["--pid", String(pid), "--fsize=unlimited:"]);
}

test("in the standard mode, who awaits a record that is in a queue goes on, also where nothing else keeps the process alive", async () => {
  const file = path.join(tempDir(), "audit.log");

  const { code, stdout, stderr } = await runFixture("audit-standard.mjs", [file]);

  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "written\n", stderr: "" });
  expect(readFileSync(file, "utf8")).toBe("a\n");
});
