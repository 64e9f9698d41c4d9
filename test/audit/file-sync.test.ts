import fs, { closeSync, openSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { AuditRecord } from "../../src/audit/audit-record.js";
import { FileSync } from "../../src/audit/file-sync.js";
import { StatusManager } from "../../src/core/status.js";
import { tempDir } from "../support/temp-dir.js";

/** No process has so many files. */
const NO_DESCRIPTOR = 999_999;

interface Made {
  readonly sync: FileSync;
  readonly fd: number;
  readonly file: string;
  /** Levels of the statuses. */
  levels(): string[];
  restCalls(): number;
}

function made(descriptor?: number): Made {
  const file = path.join(tempDir(), "audit.log");
  const fd = openSync(file, "a");
  onTestFinished(() => {
    closeSync(fd);
  });
  const statusManager = new StatusManager();
  let restCalls = 0;
  const sync = new FileSync({ statusManager, descriptor: () => descriptor ?? fd, atRest: () => { restCalls++; } });
  return { sync, fd, file, levels: () => statusManager.statuses.map(({ level }) => level), restCalls: () => restCalls };
}

test("T16 a record is acknowledged when a sync that began after it is done, and then all is at rest", async () => {
  const { sync, restCalls } = made();
  sync.use("each");
  const records = [1, 2, 3].map((number) => new AuditRecord(number));

  for (const record of records) {
    sync.wrote(record, false);
  }
  expect([sync.isPending, restCalls()]).toEqual([true, 0]);
  const receipts = await Promise.all(records.map(({ receipt }) => receipt));

  expect(receipts).toEqual([1, 2, 3].map((sequenceNumber) => ({ state: "synced", sequenceNumber })));
  expect(sync.isPending).toBe(false);
  expect(restCalls()).toBeGreaterThan(0);
});

test("T16 a sync that fails rejects its records, and is said once until one succeeds", async () => {
  const { sync, levels } = made(NO_DESCRIPTOR);
  sync.use("each");
  const records = [1, 2].map((number) => new AuditRecord(number));

  for (const record of records) {
    sync.wrote(record, false);
    await expect(record.receipt).rejects.toThrow(`The audit record ${record.sequenceNumber} is written, but could not be synced to the disk.`);
  }

  expect(levels()).toEqual(["ERROR"]);
});

test("so does one that is done at once", async () => {
  const { sync } = made(NO_DESCRIPTOR);
  sync.use("each");
  const record = new AuditRecord(1);

  sync.wrote(record, true);

  expect(sync.isPending).toBe(false);
  await expect(record.receipt).rejects.toMatchObject({ name: "AuditError", sequenceNumber: 1, cause: { code: "EBADF" } });
});

test("a file that is left is synced before, whatever runs in the background", async () => {
  const { sync, fd, file } = made();
  sync.use("each");
  const [first, second] = [new AuditRecord(1), new AuditRecord(2)];
  sync.wrote(first, false);
  sync.wrote(second, false);

  sync.leave(fd, file);

  expect(sync.isPending).toBe(false);
  expect((await Promise.all([first.receipt, second.receipt])).map(({ state }) => state)).toEqual(["synced", "synced"]);
});

test("while there is no file, records wait for the next", async () => {
  const { sync, fd, file } = made(-1);
  sync.use("each");
  const record = new AuditRecord(1);

  sync.wrote(record, true);
  expect(sync.isPending).toBe(true);
  sync.leave(fd, file);

  expect((await record.receipt).state).toBe("synced");
});

test("a record that comes while a sync runs is synced, too, however long that takes", async () => {
  const answers: (() => void)[] = [];
  const real = fs.fdatasync;
  fs.fdatasync = ((fd: number, answer: (error: NodeJS.ErrnoException | null) => void) => {
    answers.push(() => { real(fd, answer); });
  }) as typeof fs.fdatasync;
  syncBuiltinESMExports();
  onTestFinished(() => {
    fs.fdatasync = real;
    syncBuiltinESMExports();
  });
  const { sync } = made();
  sync.use({ everyMs: 5 });
  sync.wrote(new AuditRecord(1), false);
  await expect.poll(() => answers.length).toBe(1);
  sync.wrote(new AuditRecord(2), false);
  await setTimeout(50);

  answers[0]?.();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await expect.poll(() => sync.isPending).toBe(false);
  expect(answers).toHaveLength(2);
});

test("what was promised holds when syncing is switched off", async () => {
  const { sync } = made();
  sync.use("each");
  const record = new AuditRecord(1);
  sync.wrote(record, false);

  sync.use("never");
  const later = new AuditRecord(2);
  sync.wrote(later, false);

  expect([await record.receipt, await later.receipt].map(({ state }) => state)).toEqual(["synced", "written"]);
});
