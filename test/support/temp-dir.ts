import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for the running test, removed when the test is over. */
export function tempDir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "logback-node-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
