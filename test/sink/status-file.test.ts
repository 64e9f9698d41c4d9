import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openStatusFile } from "../../src/sink/status-file.js";
import { tempDir } from "../support/temp-dir.js";

test("openStatusFile appends lines to what a file holds, also after it was rotated away", () => {
  const file = path.join(tempDir(), "status.log");
  writeFileSync(file, "before\n");
  const append = openStatusFile(file);
  append("one");
  append("two");
  renameSync(file, `${file}.1`);
  append("three");

  expect(readFileSync(`${file}.1`, "utf8")).toBe("before\none\ntwo\n");
  expect(readFileSync(file, "utf8")).toBe("three\n");
});

test("openStatusFile makes the file and its folder at once, and for nobody else to read", () => {
  const file = path.join(tempDir(), "logs", "status.log");
  openStatusFile(file);

  expect(statSync(file).mode & 0o027).toBe(0);
  expect(statSync(path.dirname(file)).mode & 0o027).toBe(0);
});

test("openStatusFile throws for what cannot be opened", () => {
  const folder = tempDir();

  expect(() => openStatusFile(folder)).toThrow(/is a folder/);
});

test("T10: openStatusFile writes through no symbolic link, at first or later", () => {
  const folder = tempDir();
  const [file, target] = [path.join(folder, "status.log"), path.join(folder, "target")];
  const append = openStatusFile(file);
  writeFileSync(target, "");
  rmSync(file);
  symlinkSync(target, file);
  append("one");

  expect(readFileSync(target, "utf8")).toBe("");
  expect(() => openStatusFile(file)).toThrow(/symbolic link/);
});

test("openStatusFile gives up a line that cannot be written any more, and goes on when one can", () => {
  const file = path.join(tempDir(), "status.log");
  const append = openStatusFile(file);
  rmSync(file);
  mkdirSync(file);

  append("one");
  rmdirSync(file);
  append("two");

  expect(readFileSync(file, "utf8")).toBe("two\n");
});
