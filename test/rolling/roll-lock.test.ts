import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { underRollLock } from "../../src/rolling/roll-lock.js";
import { tempDir } from "../support/temp-dir.js";

function place(content?: string): { readonly file: string; readonly lock: string } {
  const file = path.join(tempDir(), "app.log");
  if (content !== undefined) {
    writeFileSync(`${file}.lock`, content);
  }
  return { file, lock: `${file}.lock` };
}

test("while something is done under it, the lock has the process's id, and is gone afterwards", () => {
  const { file, lock } = place();
  let seen = "";

  const done = underRollLock(file, () => {
    seen = readFileSync(lock, "utf8");
    expect(underRollLock(file, () => expect.unreachable())).toBe(false);
  });

  expect({ done, seen }).toEqual({ done: true, seen: String(process.pid) });
  expect(existsSync(lock)).toBe(false);
});

test("what is thrown under it comes out, and the lock is gone", () => {
  const { file, lock } = place();

  expect(() =>
    underRollLock(file, () => {
      throw new Error("no");
    }),
  ).toThrow("no");

  expect(existsSync(lock)).toBe(false);
});

test("the lock of a process that is gone counts for nothing", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const { file } = place(String(pid));

  expect(underRollLock(file, () => {})).toBe(true);
});

test("the lock of a process that is there counts, but not for ever", () => {
  const { file, lock } = place(String(process.pid));
  expect(underRollLock(file, () => {})).toBe(false);

  utimesSync(lock, new Date(0), new Date(0));
  expect(underRollLock(file, () => {})).toBe(true);
});

test("an empty lock counts for a moment", () => {
  const { file, lock } = place("");
  expect(underRollLock(file, () => {})).toBe(false);

  utimesSync(lock, Date.now() / 1000 - 60, Date.now() / 1000 - 60);
  expect(underRollLock(file, () => {})).toBe(true);
});

test("where no lock can be made it does without", () => {
  const { file } = place();
  mkdirSync(file);

  expect(underRollLock(path.join(file, "missing/app.log"), () => {})).toBe(true);
});
