import { appendFileSync, chmodSync, linkSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { charsetNamed } from "../../src/sink/charset.js";
import { makeFileSink as make, openFileSink as opened } from "../support/file-sinks.js";
import { tempDir } from "../support/temp-dir.js";

test("an unbuffered sink has every event in the file when write returns", () => {
  const { sink, file, drains } = opened();

  sink.write("one\n");
  expect(readFileSync(file, "utf8")).toBe("one\n");
  sink.write("zwölf €\n");
  expect(readFileSync(file, "utf8")).toBe("one\nzwölf €\n");
  expect(sink.counters).toEqual({ written: 2, queued: 0, dropped: 0 });
  expect(drains.holdsCalls).toBe(0);
});

test("an event larger than the buffer for encoding is written whole", () => {
  const { sink, file } = opened();
  const large = `${"€".repeat(2_000_000)}\n`;

  sink.write("small\n");
  sink.write(large);

  expect(readFileSync(file, "utf8")).toBe(`small\n${large}`);
});

test("a buffered sink holds events until the chunk is full, and tells the registry once", () => {
  const { sink, file, drains } = opened({ bufferSize: 10 });

  sink.write("1234\n");
  expect(sink.counters).toEqual({ written: 0, queued: 1, dropped: 0 });
  expect([...drains.holders]).toHaveLength(1);
  sink.write("5678\n");
  expect(readFileSync(file, "utf8")).toBe("1234\n5678\n");
  sink.write("90\n");
  expect(sink.counters).toEqual({ written: 2, queued: 1, dropped: 0 });
  expect(drains.holdsCalls).toBe(1);
});

test("a buffered sink is emptied by its registry, and holds nothing then", () => {
  const { sink, file, drains } = opened({ bufferSize: 8_192 });

  sink.write("last words\n");
  drains.drainAll();

  expect(readFileSync(file, "utf8")).toBe("last words\n");
  expect([...drains.holders]).toEqual([]);
});

test("a buffered sink writes what it holds within its flush time", async () => {
  const { sink, file } = opened({ bufferSize: 8_192, flushMs: 1 });

  sink.write("waiting\n");

  await expect.poll(() => readFileSync(file, "utf8")).toBe("waiting\n");
});

test("a buffered sink writes through after the final drain", () => {
  const { sink, file, drains } = opened({ bufferSize: 8_192 });
  sink.write("before\n");
  drains.writeThrough = true;

  sink.write("after\n");

  expect(readFileSync(file, "utf8")).toBe("before\nafter\n");
});

test("closing writes what is held; later events are dropped and counted", () => {
  const { sink, file } = opened({ bufferSize: 8_192 });
  sink.write("held\n");

  sink.close();
  sink.write("too late\n");

  expect(readFileSync(file, "utf8")).toBe("held\n");
  expect(sink.counters).toEqual({ written: 1, queued: 0, dropped: 1 });
});

test("a file is made with mode 0640 in folders of mode 0750", () => {
  const { file, statuses } = opened({ path: path.join(tempDir(), "deep", "er", "app.log") });

  expect((statSync(file).mode & 0o777).toString(8)).toBe((0o640 & ~process.umask()).toString(8));
  expect((statSync(path.dirname(file)).mode & 0o777).toString(8)).toBe((0o750 & ~process.umask()).toString(8));
  expect(statuses()).toEqual([]);
});

test("mode and dirMode decide what is made", () => {
  const { file } = opened({ path: path.join(tempDir(), "sub", "app.log"), mode: 0o600, dirMode: 0o700 });

  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
});

test("append keeps what is there, its absence empties the file", () => {
  const file = path.join(tempDir(), "app.log");
  writeFileSync(file, "old\n");

  const first = opened({ path: file });
  first.sink.write("new\n");
  expect(readFileSync(file, "utf8")).toBe("old\nnew\n");
  expect(first.sink.size).toBe(8);
  first.sink.close();

  const second = opened({ path: file, append: false });
  expect(second.sink.size).toBe(0);
  second.sink.write("fresh\n");
  expect(readFileSync(file, "utf8")).toBe("fresh\n");
});

test("the header begins a file that is opened, also one that holds something already", () => {
  const file = path.join(tempDir(), "app.log");
  writeFileSync(file, "old\n");
  const { sink } = opened({ path: file, header: () => "<html>\n" });

  sink.write("event\n");
  sink.writeExtra("</html>\n");

  expect(readFileSync(file, "utf8")).toBe("old\n<html>\nevent\n</html>\n");
  expect(sink.counters.written).toBe(1);
});

test("each event of UTF-16 begins with a byte order mark, as in Logback", () => {
  const { sink, file } = opened({ charset: charsetNamed("UTF-16"), bufferSize: 100 });

  sink.write("a");
  sink.write("b");
  sink.drain();

  expect(readFileSync(file).toString("hex")).toBe("feff0061feff0062");
});

test("a symbolic link is refused unless it is asked for", () => {
  const folder = tempDir();
  const link = path.join(folder, "link.log");
  symlinkSync(path.join(folder, "real.log"), link);

  expect(() => opened({ path: link })).toThrow(`${link} is a symbolic link, and followSymlinks is not set.`);

  const { sink } = opened({ path: link, followSymlinks: true });
  sink.write("through\n");
  expect(readFileSync(path.join(folder, "real.log"), "utf8")).toBe("through\n");
});

test("a folder is refused", () => {
  const folder = tempDir();

  expect(() => opened({ path: folder })).toThrow(`${folder} is a folder.`);
});

test("a socket is refused", async () => {
  const file = path.join(tempDir(), "socket");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(file, resolve));
  onTestFinished(() => {
    server.close();
  });

  expect(() => opened({ path: file })).toThrow(`${file} is a socket or a device that is not there.`);
});

test("a file in the place of a parent folder is refused", () => {
  const parent = path.join(tempDir(), "file");
  writeFileSync(parent, "");
  const file = path.join(parent, "app.log");

  expect(() => opened({ path: file })).toThrow(`The folder of ${file} could not be made (`);
});

test("a second hard link gets a WARN", () => {
  const folder = tempDir();
  const file = path.join(folder, "app.log");
  writeFileSync(file, "");
  linkSync(file, path.join(folder, "other"));

  expect(opened({ path: file }).statuses()).toEqual([`WARN ${file} has 2 hard links: what is logged appears under another name too.`]);
});

const folders = [
  { mode: 0o777, warned: true },
  { mode: 0o775, warned: true },
  { mode: 0o1777, warned: false },
  { mode: 0o755, warned: false },
] as const;

for (const { mode, warned } of folders) {
  test(`a folder of mode ${mode.toString(8)} gets ${warned ? "a WARN" : "no status"}`, () => {
    const folder = tempDir();
    chmodSync(folder, mode);

    expect(opened({ path: path.join(folder, "app.log") }).statuses()).toEqual(
      warned ? [`WARN The folder ${folder} can be written by others (mode ${mode.toString(8)}): they can exchange the log file.`] : [],
    );
  });
}

test("a character device is taken, with an INFO", () => {
  const { sink, statuses } = opened({ path: "/dev/null" });

  sink.write("gone\n");

  expect(sink.counters.written).toBe(1);
  expect(statuses()).toEqual(["INFO /dev/null is a device."]);
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

test("exchange opens the next file although between throws, and passes the error on", () => {
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
  expect(statuses().at(-1)).toBe(`INFO Writing to the file ${path.join(folder, "app.log")} again; nothing is held back. 0 events are dropped so far.`);
});

test("several sinks can share a file without losing a line", () => {
  const file = path.join(tempDir(), "app.log");
  const [one, two] = [opened({ path: file }), opened({ path: file })];

  for (let count = 0; count < 100; count++) {
    one.sink.write(`a${String(count)}\n`);
    two.sink.write(`b${String(count)}\n`);
    appendFileSync(file, "c\n");
  }

  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(301);
});

test("a relative path means a place below the working folder of the start", () => {
  const file = path.join(tempDir(), "app.log");

  expect(make({ path: path.relative(process.cwd(), file) }).sink.path).toBe(file);
});

test("a file of another user gets a WARN", () => {
  const self = process.geteuid?.() ?? 0;
  const file = path.join(tempDir(), "app.log");
  vi.spyOn(process, "geteuid").mockReturnValue(self + 1);

  const { statuses } = opened({ path: file });
  vi.restoreAllMocks();

  expect(statuses()).toEqual([
    `WARN ${file} belongs to user ${String(self)}, but this process runs as user ${String(self + 1)}: that user can read and change what is logged.`,
  ]);
});
