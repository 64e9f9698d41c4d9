import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { digestOf, NO_CONTENT } from "../../src/config/digest.js";
import { ConfigurationWatcher } from "../../src/config/watch.js";
import { makeFifo } from "../support/file-sinks.js";
import { tempDir } from "../support/temp-dir.js";

function digestsOf(...files: readonly string[]): Map<string, string> {
  return new Map(files.map((file) => [file, existsSync(file) ? digestOf(readFileSync(file)) : NO_CONTENT]));
}

function watching(file: string, periodMs: number): { changes: () => number } {
  let changes = 0;
  const watcher = new ConfigurationWatcher(digestsOf(file), periodMs, () => {
    changes++;
  });
  onTestFinished(() => watcher.close());
  return { changes: () => changes };
}

const edits: readonly { how: string; edit: (file: string) => void }[] = [
  { how: "written in place", edit: (file) => { writeFileSync(file, "b"); } },
  { how: "replaced by rename, as editors do", edit: (file) => { writeFileSync(`${file}.new`, "b"); renameSync(`${file}.new`, file); } },
  { how: "deleted and made again", edit: (file) => { unlinkSync(file); writeFileSync(file, "b"); } },
  { how: "moved away and made again, as vi does", edit: (file) => { renameSync(file, `${file}~`); writeFileSync(file, "b"); unlinkSync(`${file}~`); } },
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

    edit(file);
    writeFileSync(file, "c");

    await vi.waitFor(() => { expect(changes()).toBeGreaterThan(before + 1); }, { timeout: 10_000 });
  });
}

test("a symbolic link pointed elsewhere is seen long before the poll, again and again", async () => {
  const folder = tempDir();
  const link = path.join(folder, "logback.xml");
  const pointTo = (content: string): void => {
    writeFileSync(path.join(folder, content), content);
    symlinkSync(content, `${link}.new`);
    renameSync(`${link}.new`, link);
  };
  pointTo("first");
  const { changes } = watching(link, 600_000);
  await vi.waitFor(() => {
    pointTo(String(Math.random()));
    expect(changes()).toBeGreaterThan(0);
  }, { timeout: 10_000, interval: 200 });

  for (const content of ["second", "third"]) {
    const before = changes();
    pointTo(content);
    await vi.waitFor(() => { expect(changes()).toBeGreaterThan(before); }, { timeout: 10_000 });
  }
});

/** Each leads to another content every time, and back and forth between links and files. */
const swaps: readonly { what: string; file: string; swap: (folder: string, turn: number) => void }[] = [
  {
    what: "a file that is replaced by a symbolic link, and that by a file",
    file: "logback.xml",
    swap: (folder, turn) => {
      writeFileSync(path.join(folder, `target${turn}`), String(turn));
      const next = path.join(folder, "next");
      if (turn % 2 === 0) {
        writeFileSync(next, String(turn));
      } else {
        symlinkSync(`target${turn}`, next);
      }
      renameSync(next, path.join(folder, "logback.xml"));
    },
  },
  {
    what: "a ConfigMap, whose `..data` is pointed elsewhere",
    file: "logback.xml",
    swap: (folder, turn) => {
      mkdirSync(path.join(folder, `..${turn}`));
      writeFileSync(path.join(folder, `..${turn}/logback.xml`), String(turn));
      symlinkSync(`..${turn}`, path.join(folder, "..data_tmp"));
      renameSync(path.join(folder, "..data_tmp"), path.join(folder, "..data"));
      if (turn === 0) {
        symlinkSync("..data/logback.xml", path.join(folder, "logback.xml"));
      }
    },
  },
  {
    what: "a folder on the way that is pointed to the next release",
    file: "current/logback.xml",
    swap: (folder, turn) => {
      mkdirSync(path.join(folder, `releases/${turn}`), { recursive: true });
      writeFileSync(path.join(folder, `releases/${turn}/logback.xml`), String(turn));
      symlinkSync(`releases/${turn}`, path.join(folder, "next"));
      renameSync(path.join(folder, "next"), path.join(folder, "current"));
    },
  },
];

for (const { what, file, swap } of swaps) {
  test(`${what} is seen long before the poll, again and again`, async () => {
    const folder = tempDir();
    let turn = 0;
    swap(folder, turn++);
    const { changes } = watching(path.join(folder, file), 600_000);
    await vi.waitFor(() => {
      swap(folder, turn++);
      expect(changes()).toBeGreaterThan(0);
    }, { timeout: 10_000, interval: 200 });

    for (let round = 0; round < 4; round++) {
      const before = changes();
      swap(folder, turn++);
      await vi.waitFor(() => { expect(changes()).toBeGreaterThan(before); }, { timeout: 10_000 });
    }
  });
}

test("what else happens in the folder of a link does not have the file read", async () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "target"), "1");
  symlinkSync("target", path.join(folder, "logback.xml"));
  const { changes } = watching(path.join(folder, "logback.xml"), 600_000);
  await vi.waitFor(() => {
    writeFileSync(path.join(folder, "target"), String(Math.random()));
    expect(changes()).toBeGreaterThan(0);
  }, { timeout: 10_000, interval: 200 });
  const read = vi.spyOn(ConfigurationWatcher.prototype, "check");
  onTestFinished(() => {
    read.mockRestore();
  });

  for (let line = 0; line < 20; line++) {
    appendFileSync(path.join(folder, "app.log"), "a line\n");
    await new Promise(setImmediate);
  }
  const before = changes();
  writeFileSync(path.join(folder, "target"), "2");
  await vi.waitFor(() => { expect(changes()).toBeGreaterThan(before); }, { timeout: 10_000 });

  expect(read.mock.calls.length).toBeLessThanOrEqual(3);
});

test("what was read meanwhile is what the next look is compared with", () => {
  const folder = tempDir();
  const [file, other] = [path.join(folder, "logback.xml"), path.join(folder, "part.xml")];
  writeFileSync(file, "a");
  writeFileSync(other, "a");
  let changes = 0;
  const watcher = new ConfigurationWatcher(digestsOf(file, other), 600_000, () => {
    changes++;
  });
  onTestFinished(() => watcher.close());

  writeFileSync(file, "b");
  watcher.expect(digestsOf(file), true);
  writeFileSync(other, "b");

  expect(watcher.check()).toBe(false);
  expect(watcher.files).toEqual([file]);
  watcher.expect(digestsOf(other), false);
  writeFileSync(other, "c");
  expect(watcher.check()).toBe(true);
  expect(changes).toBe(1);
});

test("a pipe in place of the file is no change, and nothing is taken from it", () => {
  const fifo = makeFifo();
  let changes = 0;
  const watcher = new ConfigurationWatcher(new Map([[fifo, "read once"]]), 600_000, () => {
    changes++;
  });
  onTestFinished(() => watcher.close());

  expect(watcher.check()).toBe(false);
  expect(changes).toBe(0);
});

test("touching a file without changing it is no change", () => {
  const file = path.join(tempDir(), "logback.xml");
  writeFileSync(file, "a");
  let changes = 0;
  const watcher = new ConfigurationWatcher(digestsOf(file), 600_000, () => {
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
