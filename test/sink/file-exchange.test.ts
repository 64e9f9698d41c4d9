import { appendFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openFileSink as opened } from "../support/file-sinks.js";
import { tempDir } from "../support/temp-dir.js";

test("a closed sink never opens its file again by itself", () => {
  const { sink, file } = opened({ lookMs: 0 });
  sink.close();
  rmSync(file);

  for (let count = 0; count < 10_000; count++) {
    sink.write("too late\n");
  }
  sink.reopen();
  sink.exchange({});

  expect(statSync(file, { throwIfNoEntry: false })).toBe(undefined);
  expect(sink.counters).toEqual({ written: 0, queued: 0, dropped: 10_000 });
});

test("a file that was renamed is opened anew; nothing is lost on either side", async () => {
  const { sink, file } = opened({ lookMs: 1, header: () => "#\n" });
  sink.write("1\n");
  renameSync(file, `${file}.1`);

  let count = 1;
  await expect
    .poll(
      () => {
        sink.write(`${String(++count)}\n`);
        return statSync(file, { throwIfNoEntry: false }) !== undefined;
      },
      { interval: 1 },
    )
    .toBe(true);

  const all = readFileSync(`${file}.1`, "utf8") + readFileSync(file, "utf8");
  const numbers = Array.from({ length: count }, (_, index) => `${String(index + 1)}\n`);
  expect(all.replaceAll("#\n", "")).toBe(numbers.join(""));
  expect(readFileSync(file, "utf8")).toMatch(/^#\n/);
  expect(sink.counters).toEqual({ written: count, queued: 0, dropped: 0 });
});

test("a removed file is noticed in a loop that lets no timer run", () => {
  const { sink, file } = opened({ lookMs: 0 });
  sink.write("gone\n");
  rmSync(file);

  let count = 0;
  while (statSync(file, { throwIfNoEntry: false }) === undefined && count < 10_000) {
    sink.write(`${String(++count)}\n`);
  }

  expect(readFileSync(file, "utf8")).toBe(`${String(count)}\n`);
});

test("a path that cannot be opened anew gets a WARN, and the old file is written on", () => {
  const folder = path.join(tempDir(), "logs");
  const { sink, statuses } = opened({ path: path.join(folder, "app.log") });
  sink.write("1\n");
  renameSync(folder, `${folder}.old`);
  writeFileSync(folder, "in the way");

  sink.reopen();
  sink.write("2\n");

  expect(readFileSync(path.join(`${folder}.old`, "app.log"), "utf8")).toBe("1\n2\n");
  expect(statuses()).toEqual([`WARN ${path.join(folder, "app.log")} is no longer the file that is open, and could not be opened anew; the old file is written on.`]);
});

test("reopen goes on with a new file at once", () => {
  const { sink, file } = opened({ bufferSize: 100 });
  sink.write("old\n");
  renameSync(file, `${file}.1`);

  sink.reopen();
  sink.write("new\n");
  sink.drain();

  expect(readFileSync(`${file}.1`, "utf8")).toBe("old\n");
  expect(readFileSync(file, "utf8")).toBe("new\n");
});

test("a file that was truncated goes on at its new end, and its size is found out", async () => {
  const { sink, file } = opened({ lookMs: 1 });
  sink.write("0123456789\n");
  truncateSync(file, 0);

  sink.write("after\n");

  expect(readFileSync(file, "utf8")).toBe("after\n");
  await expect
    .poll(
      () => {
        sink.write("x");
        return sink.size === statSync(file).size;
      },
      { interval: 1 },
    )
    .toBe(true);
});

test("size counts what was in the file and what was written", () => {
  const file = path.join(tempDir(), "app.log");
  writeFileSync(file, "1234");
  const { sink } = opened({ path: file, bufferSize: 100 });

  sink.write("ü\n");
  expect(sink.size).toBe(4);
  sink.drain();
  expect(sink.size).toBe(7);
});

test("reaches is exact for every kind of text, and writes only near the limit", () => {
  for (const [text, bytes] of [["abc\n", 4], ["ü€😀\n", 10]] as const) {
    const { sink, file } = opened({ bufferSize: 8_192 });
    let reached = 0;
    while (!sink.reaches(1_000)) {
      sink.write(text);
      reached++;
      if (reached === 10) {
        expect(statSync(file).size).toBe(0);
      }
    }

    expect(reached).toBe(1_000 / bytes);
  }
});

test("exchange parts two files between two events", () => {
  const { sink, file } = opened({ bufferSize: 8_192, header: () => "#\n" });
  sink.write("old\n");

  sink.exchange({
    between: () => {
      renameSync(file, `${file}.1`);
      return undefined;
    },
  });
  sink.write("new\n");
  sink.drain();

  expect(readFileSync(`${file}.1`, "utf8")).toBe("#\nold\n");
  expect(readFileSync(file, "utf8")).toBe("#\nnew\n");
  expect(sink.size).toBe(6);
});

test("exchange can go on with another path, and empty it", () => {
  const { sink, file } = opened();
  writeFileSync(`${file}.2`, "remains\n");

  sink.write("1\n");
  sink.exchange({ path: `${file}.2`, append: false });
  sink.write("2\n");

  expect(sink.path).toBe(`${file}.2`);
  expect(readFileSync(file, "utf8")).toBe("1\n");
  expect(readFileSync(`${file}.2`, "utf8")).toBe("2\n");
});

test("exchange goes on in the old file when between throws, and passes the error on", () => {
  const { sink, file } = opened();

  expect(() => {
    sink.exchange({
      between: () => {
        throw new Error("no rename today");
      },
    });
  }).toThrow("no rename today");
  sink.write("goes on\n");

  expect(readFileSync(file, "utf8")).toBe("goes on\n");
});

test("events wait in memory while the next file cannot be opened, and are written when it can", () => {
  const folder = path.join(tempDir(), "logs");
  const { sink, statuses, drains } = opened({ path: path.join(folder, "app.log"), header: () => "#\n" });
  sink.exchange({
    between: () => {
      renameSync(folder, `${folder}.old`);
      writeFileSync(folder, "in the way");
      return undefined;
    },
  });
  sink.write("1\n");
  sink.write("2\n");
  expect(sink.counters).toEqual({ written: 0, queued: 2, dropped: 0 });
  expect(statuses()[0]).toMatch(/^ERROR Cannot write to the file .*app\.log \(E[A-Z]+\); it is tried again\. 0 events are kept/);

  rmSync(folder);
  drains.drainAll();
  sink.write("3\n");

  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("#\n1\n2\n3\n");
  expect(sink.counters).toEqual({ written: 3, queued: 0, dropped: 0 });
  expect(statuses().at(-1)).toBe(`INFO Writing to the file ${path.join(folder, "app.log")} again; nothing is held back, 0 events are dropped so far.`);
});


test("a move is undone and the old file written on when the next file cannot be opened", () => {
  const { sink, file } = opened();
  sink.write("1\n");

  expect(() => {
    sink.exchange({
      between: () => {
        renameSync(file, `${file}.1`);
        mkdirSync(file);
        return {
          undo: () => {
            rmdirSync(file);
            renameSync(`${file}.1`, file);
          },
        };
      },
    });
  }).toThrow(/is a folder/);
  sink.write("2\n");

  expect(readFileSync(file, "utf8")).toBe("1\n2\n");
  expect(sink.checkPlace()).toBe(true);
});

test("the old file is written on when another path cannot be opened", () => {
  const { sink, file } = opened();
  mkdirSync(`${file}.2`);

  expect(() => {
    sink.exchange({ path: `${file}.2` });
  }).toThrow(/is a folder/);
  sink.write("1\n");

  expect(sink.path).toBe(file);
  expect(readFileSync(file, "utf8")).toBe("1\n");
});

test("what somebody else adds to the file is noticed when it is looked at", () => {
  const { sink, file } = opened();
  sink.write("1\n");
  expect(sink.checkPlace()).toBe(true);
  expect(sink.foreignGrowths).toBe(0);

  appendFileSync(file, "foreign\n");

  expect(sink.checkPlace()).toBe(true);
  expect(sink.foreignGrowths).toBe(1);
  expect(sink.size).toBe(10);
});
