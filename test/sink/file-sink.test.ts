import { appendFileSync, chmodSync, fstatSync, linkSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from "node:fs";
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

  // The umask of whoever runs the tests may take bits away, but not the owner's.
  expect(["600", "640"]).toContain((statSync(file).mode & 0o777).toString(8));
  expect(["700", "710", "740", "750"]).toContain((statSync(path.dirname(file)).mode & 0o777).toString(8));
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

test("before a file is closed its descriptor is shown, with everything written: at an exchange, for a file renamed from outside, at the end", () => {
  const sizes: number[] = [];
  const { sink, file } = opened({ beforeClose: (fd) => { sizes.push(fstatSync(fd).size); } });
  const { descriptor } = sink;
  sink.write("one\n");

  sink.exchange({ path: `${file}.2` });
  expect(sink.descriptor).not.toBe(descriptor);
  sink.write("second\n");
  renameSync(`${file}.2`, `${file}.away`);
  sink.reopen();
  sink.close();

  expect(sizes).toEqual([4, 7, 0]);
  expect(sink.descriptor).toBe(-1);
});
