import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readRegularFile } from "../../src/config/read-regular-file.js";
import { makeFifo } from "../support/file-sinks.js";
import { tempDir } from "../support/temp-dir.js";

test("a file is read as it is, and known by its real path", () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "a"), "text");
  symlinkSync(path.join(folder, "a"), path.join(folder, "link"));

  expect(readRegularFile(path.join(folder, "link"))).toEqual({ content: Buffer.from("text"), realPath: realpathSync(path.join(folder, "a")) });
});

test("a file as large as the limit is read, one byte more is not", () => {
  const file = path.join(tempDir(), "a");
  writeFileSync(file, "x".repeat(100_000));

  expect(readRegularFile(file, 100_000)).toHaveProperty("content.length", 100_000);
  expect(readRegularFile(file, 99_999)).toEqual({ refusal: "it has more than 99999 bytes" });
});

test("a file that says it is empty is read up to the limit", () => {
  expect(readRegularFile("/proc/self/status")).toHaveProperty("content");
  expect(readRegularFile("/proc/self/status", 10)).toEqual({ refusal: "it has more than 10 bytes" });
});

const others = [
  { title: "a folder", make: () => tempDir() },
  { title: "a FIFO that nobody writes", make: makeFifo },
  { title: "a device", make: () => "/dev/zero" },
];

for (const { title, make } of others) {
  test(`T2: ${title} is refused and not waited for`, () => {
    expect(readRegularFile(make())).toEqual({ refusal: "it is no regular file" });
  });
}

test("T2: a circle of symbolic links is refused", () => {
  const file = path.join(tempDir(), "a");
  symlinkSync(file, file);

  expect(readRegularFile(file)).toEqual({ refusal: "it cannot be opened (ELOOP)" });
});

test("what is not there is nothing", () => {
  const folder = tempDir();
  mkdirSync(path.join(folder, "sub"));
  writeFileSync(path.join(folder, "file"), "");

  expect(["none", "none/none", "file/none", "a\0b"].map((name) => readRegularFile(path.join(folder, name)))).toEqual([undefined, undefined, undefined, undefined]);
});
