import { mkdirSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { ConfigurationWatcher } from "../../src/config/watch.js";
import { tempDir } from "../support/temp-dir.js";

function watching(file: string, periodMs: number): { changes: () => number } {
  let changes = 0;
  const watcher = new ConfigurationWatcher([file], periodMs, () => {
    changes++;
  });
  onTestFinished(() => watcher.close());
  return { changes: () => changes };
}

const edits: readonly { how: string; edit: (file: string) => void }[] = [
  { how: "written in place", edit: (file) => { writeFileSync(file, "b"); } },
  { how: "replaced by rename, as editors do", edit: (file) => { writeFileSync(`${file}.new`, "b"); renameSync(`${file}.new`, file); } },
  { how: "deleted and made again", edit: (file) => { unlinkSync(file); writeFileSync(file, "b"); } },
];

for (const { how, edit } of edits) {
  test(`a file ${how} is seen long before the poll`, async () => {
    const file = path.join(tempDir(), "logback.xml");
    writeFileSync(file, "a");
    const { changes } = watching(file, 600_000);
    // The watcher is loaded and set up in the background; an edit before that is only seen by the poll.
    await vi.waitFor(() => {
      writeFileSync(file, String(Math.random()));
      expect(changes()).toBeGreaterThan(0);
    }, { timeout: 10_000, interval: 200 });
    const before = changes();

    edit(file);

    await vi.waitFor(() => { expect(changes()).toBeGreaterThan(before); }, { timeout: 10_000 });
  });
}

test("a symbolic link pointed elsewhere, which nobody announces, is seen by the poll", async () => {
  const folder = tempDir();
  for (const version of ["1", "2"]) {
    mkdirSync(path.join(folder, version));
    writeFileSync(path.join(folder, version, "logback.xml"), version);
  }
  const link = path.join(folder, "logback.xml");
  symlinkSync(path.join(folder, "1/logback.xml"), link);
  const { changes } = watching(link, 20);

  symlinkSync(path.join(folder, "2/logback.xml"), `${link}.new`);
  renameSync(`${link}.new`, link);

  await vi.waitFor(() => { expect(changes()).toBe(1); }, { timeout: 10_000 });
});

test("touching a file without changing it is no change", () => {
  const file = path.join(tempDir(), "logback.xml");
  writeFileSync(file, "a");
  let changes = 0;
  const watcher = new ConfigurationWatcher([file], 600_000, () => {
    changes++;
  });
  onTestFinished(() => watcher.close());

  writeFileSync(file, "a");

  expect(watcher.check()).toBe(false);
  expect(changes).toBe(0);
});

test("a file that appears later is seen", async () => {
  const file = path.join(tempDir(), "logback.xml");
  const { changes } = watching(file, 20);

  writeFileSync(file, "a");

  await vi.waitFor(() => { expect(changes()).toBe(1); }, { timeout: 10_000 });
});
