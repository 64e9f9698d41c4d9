import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchProperties } from "../../src/config/watch-properties.js";
import { tempDir } from "../support/temp-dir.js";

/** Short, because the test must not depend on what the system announces. */
const PERIOD_MS = 20;
const PATIENCE = { timeout: 20_000 };

interface Watched {
  readonly file: string;
  /** What was told, the latest last. */
  readonly told: unknown[];
  readonly close: () => void;
}

function watched(content?: string): Watched {
  const file = path.join(tempDir(), "server.properties");
  if (content !== undefined) {
    writeFileSync(file, content);
  }
  const told: unknown[] = [];
  const listener = {
    onProperties: (properties: ReadonlyMap<string, string> | undefined) => told.push(properties === undefined ? "missing" : Object.fromEntries(properties)),
    onRefused: (reason: string) => told.push(reason),
  };
  const close = watchProperties(file, listener, PERIOD_MS);
  onTestFinished(close);
  return { file, told, close };
}

test("a file is read at once, and again when its content changes", async () => {
  const { file, told } = watched("a=1\n");
  expect(told).toEqual([{ a: "1" }]);
  writeFileSync(file, "a=2\nb = c\\\n  d\n");

  await vi.waitFor(() => { expect(told).toEqual([{ a: "1" }, { a: "2", b: "cd" }]); }, PATIENCE);
});

test("a file may come, go and be exchanged", async () => {
  const { file, told } = watched();
  expect(told).toEqual(["missing"]);
  writeFileSync(`${file}.new`, "a=1\n");
  renameSync(`${file}.new`, file);
  await vi.waitFor(() => { expect(told.at(-1)).toEqual({ a: "1" }); }, PATIENCE);
  rmSync(file);

  await vi.waitFor(() => { expect(told).toEqual(["missing", { a: "1" }, "missing"]); }, PATIENCE);
});

test("a file that cannot be understood is refused, and read again when it is repaired", async () => {
  const { file, told } = watched("a=\\u12\n");
  expect(told).toEqual(["Expected four hexadecimal digits behind \\u."]);
  writeFileSync(file, "a=1\n");

  await vi.waitFor(() => { expect(told.at(-1)).toEqual({ a: "1" }); }, PATIENCE);
});

test("a file that is emptied and then written, as many editors do it, was never empty", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { file, told } = watched("a=1\n");

  writeFileSync(file, "");
  vi.advanceTimersByTime(5 * PERIOD_MS);
  writeFileSync(file, "a=2\n");
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([{ a: "1" }, { a: "2" }]);

  writeFileSync(file, "");
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([{ a: "1" }, { a: "2" }, {}]);
});

test("a file that is too large is refused", () => {
  expect(watched(`a=${"x".repeat(1024 * 1024)}`).told).toEqual(["it has more than 1048576 bytes"]);
});

test("closed, it tells nothing more", async () => {
  const { file, told, close } = watched("a=1\n");
  const other = watched("a=1\n");
  close();
  writeFileSync(file, "a=2\n");
  writeFileSync(other.file, "a=2\n");

  await vi.waitFor(() => { expect(other.told).toHaveLength(2); }, PATIENCE);
  expect(told).toHaveLength(1);
});
