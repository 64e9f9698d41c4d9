import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { moveFile } from "../../src/rolling/move-file.js";
import { tempDir } from "../support/temp-dir.js";

const DIR_MODE = 0o750;

function source(text = "text\n"): { readonly folder: string; readonly file: string } {
  const folder = tempDir();
  const file = path.join(folder, "app.log");
  writeFileSync(file, text, { mode: 0o604 });
  return { folder, file };
}

test("a file is renamed, its folders are made, and it can be put back", () => {
  const { folder, file } = source();
  const target = path.join(folder, "a/b/app.1.log");

  const moved = moveFile(file, target, DIR_MODE);
  expect(moved.how).toBe("renamed");
  expect(readFileSync(target, "utf8")).toBe("text\n");
  expect(statSync(target).mode & 0o777).toBe(0o604);

  moved.undo?.();
  expect(readFileSync(file, "utf8")).toBe("text\n");
});

test("what is there already is kept: the file is appended to it", () => {
  const { folder, file } = source("new\n");
  const target = path.join(folder, "app.1.log");
  writeFileSync(target, "old\n");

  expect(moveFile(file, target, DIR_MODE)).toEqual({ how: "appended", undo: undefined });

  expect(readFileSync(target, "utf8")).toBe("old\nnew\n");
  expect(existsSync(file)).toBe(false);
});

for (const [what, put] of [
  ["folder", (target: string) => mkdirSync(target)],
  ["symbolic link", (target: string) => { symlinkSync("/etc/hostname", target); }],
] as const) {
  test(`a ${what} in the way is an error, and nothing is moved`, () => {
    const { folder, file } = source();
    put(path.join(folder, "app.1.log"));

    expect(() => moveFile(file, path.join(folder, "app.1.log"), DIR_MODE)).toThrow("exists and is no file");

    expect(readFileSync(file, "utf8")).toBe("text\n");
  });
}

test("on another file system the file is copied with its mode", () => {
  const { file } = source();
  // In memory on Linux; where it is missing, a folder beside shows that the file is renamed.
  const memory = existsSync("/dev/shm") ? "/dev/shm" : path.dirname(file);
  const elsewhere = mkdtempSync(path.join(memory, "logback-node-"));
  onTestFinished(() => {
    rmSync(elsewhere, { recursive: true });
  });
  const isElsewhere = statSync(elsewhere).dev !== statSync(file).dev;
  const target = path.join(elsewhere, "app.1.log");

  expect(moveFile(file, target, DIR_MODE).how).toBe(isElsewhere ? "copied" : "renamed");

  expect(readFileSync(target, "utf8")).toBe("text\n");
  expect(statSync(target).mode & 0o777).toBe(0o604);
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(elsewhere)).toEqual(["app.1.log"]);
});
