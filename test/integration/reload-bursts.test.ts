import { closeSync, openSync, renameSync, symlinkSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { configure, LoggerFactory, resetForTests } from "../../src/global.js";
import { tempDir } from "../support/temp-dir.js";

/** `RELOAD_BURSTS=500` for a longer run. */
const BURSTS = Number(process.env["RELOAD_BURSTS"] ?? 25);

afterEach(resetForTests);

/** Ways to save a file, each followed by a pause of some milliseconds. */
const saves: Readonly<Record<string, (file: string, text: string) => void | Promise<void>>> = {
  "in place": (file, text) => {
    writeFileSync(file, text);
  },
  "by rename": (file, text) => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  },
  "deleted and made again": (file, text) => {
    unlinkSync(file);
    writeFileSync(file, text);
  },
  "as vi does": (file, text) => {
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
  },
  "as a link": (file, text) => {
    const target = `${file}.${String(text.length)}${String(Math.random())}`;
    writeFileSync(target, text);
    symlinkSync(target, `${file}.new`);
    renameSync(`${file}.new`, file);
  },
  "in two halves": async (file, text) => {
    const fd = openSync(file, "w");
    writeSync(fd, text.slice(0, text.length / 2));
    await wait(20);
    writeSync(fd, text.slice(text.length / 2));
    closeSync(fd);
  },
};

const burst = fc.array(fc.record({ how: fc.constantFrom(...Object.keys(saves)), pauseMs: fc.nat(90) }), { minLength: 1, maxLength: 5 });

test("after any burst of edits, the last one is in force", { timeout: 30_000 + BURSTS * 2_000 }, async () => {
  const file = path.join(tempDir(), "logback.xml");
  let edit = 0;
  const nextText = (): string =>
    `<configuration scan="true" scanPeriod="300 milliseconds"><statusListener class="NopStatusListener"/><property scope="context" name="EDIT" value="${String(++edit)}"/></configuration>`;
  writeFileSync(file, nextText());
  configure({ file });

  await fc.assert(
    fc.asyncProperty(burst, async (edits) => {
      for (const { how, pauseMs } of edits) {
        await saves[how]?.(file, nextText());
        await wait(pauseMs);
      }

      await vi.waitFor(() => { expect(LoggerFactory.getLoggerContext().getProperty("EDIT")).toBe(String(edit)); }, { timeout: 10_000, interval: 5 });
    }),
    { numRuns: BURSTS, endOnFailure: true },
  );
});
