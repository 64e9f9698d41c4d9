import { readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { MOST_KEPT_EVENTS } from "../../src/sink/backlog.js";
import { numberedLines, openFileSink, type MadeFileSink } from "../support/file-sinks.js";
import { runFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

interface FullDisk extends MadeFileSink {
  /** Where the lines appear once there is room. */
  readonly real: string;
  makeRoom(): void;
}

/** The sink's path is a link to `/dev/full`, which answers every write with ENOSPC; making room points it to a file. */
function onFullDisk(options: { readonly bufferSize?: number } = {}): FullDisk {
  const folder = tempDir();
  const link = path.join(folder, "app.log");
  const real = path.join(folder, "real.log");
  symlinkSync("/dev/full", link);
  const makeRoom = (): void => {
    rmSync(link);
    symlinkSync(real, link);
  };
  return { ...openFileSink({ path: link, followSymlinks: true, ...options }), real, makeRoom };
}

for (const bufferSize of [0, 100]) {
  test(`a full disk loses nothing within the bounds (buffer of ${String(bufferSize)})`, () => {
    const { sink, drains, real, makeRoom, statuses } = onFullDisk({ bufferSize });
    const lines = numberedLines(1_000);
    for (const [index, line] of lines.slice(0, 900).entries()) {
      sink.write(line);
      const { written, queued, dropped } = sink.counters;
      expect({ written, queued, dropped }).toEqual({ written: 0, queued: index + 1, dropped: 0 });
    }
    expect([...drains.holders]).toHaveLength(1);

    makeRoom();
    sink.drain();
    for (const line of lines.slice(900)) {
      sink.write(line);
    }
    sink.drain();

    expect(readFileSync(real, "utf8")).toBe(lines.join(""));
    expect(sink.counters).toEqual({ written: 1_000, queued: 0, dropped: 0 });
    expect([...drains.holders]).toEqual([]);
    expect(statuses().filter((status) => !status.includes("is a device"))).toEqual([
      expect.stringMatching(/^ERROR Cannot write to the file .* \(ENOSPC\); it is tried again\. \d+ events? (is|are) kept in memory \(at most 8192 events or 16 MiB; newer ones are dropped\), 0 events are dropped so far\.$/),
      expect.stringMatching(/^INFO Writing to the file .* again; nothing is held back, 0 events are dropped so far\.$/),
    ]);
  });
}

test("while a full disk takes nothing, what waits does not count as content of the file", () => {
  const { sink, makeRoom } = onFullDisk();
  for (const line of numberedLines(10)) {
    sink.write(line);
  }

  expect(sink.reaches(1)).toBe(false);

  makeRoom();
  sink.drain();
  expect(sink.reaches(20)).toBe(true);
});

test("a full disk is tried again by a timer", async () => {
  const { sink, real, makeRoom } = onFullDisk();
  sink.write("1\n");

  makeRoom();

  await expect.poll(() => sink.counters).toEqual({ written: 1, queued: 0, dropped: 0 });
  expect(readFileSync(real, "utf8")).toBe("1\n");
});

test("beyond the bounds the newest events are dropped, counted and said", () => {
  const { sink, real, makeRoom, statuses } = onFullDisk();
  const lines = numberedLines(MOST_KEPT_EVENTS + 10);
  for (const line of lines) {
    sink.write(line);
  }
  expect(sink.counters).toEqual({ written: 0, queued: MOST_KEPT_EVENTS, dropped: 10 });

  makeRoom();
  sink.drain();

  expect(readFileSync(real, "utf8")).toBe(lines.slice(0, MOST_KEPT_EVENTS).join(""));
  expect(sink.counters).toEqual({ written: MOST_KEPT_EVENTS, queued: 0, dropped: 10 });
  expect(statuses().at(-1)).toMatch(/10 events are dropped so far\.$/);
});

test("a disk that stays full until the end costs what was kept, and that is said", () => {
  const { sink, statuses } = onFullDisk();
  sink.write("1\n");
  sink.write("2\n");

  sink.close();

  expect(sink.counters).toEqual({ written: 0, queued: 0, dropped: 2 });
  expect(statuses().at(-1)).toMatch(/^ERROR Closed the file .*: 2 events are lost because it could not be written to the end, 2 events are dropped so far\.$/);
});

for (const buffer of ["unbuffered", "buffered"]) {
  test(`a disk that gets full in the middle of a line cuts and doubles nothing when the file is exchanged (${buffer})`, async () => {
    const file = path.join(tempDir(), "app.log");

    // Files of this child cannot grow beyond 8 blocks, so its write that crosses the line is taken only in part.
    const { stdout } = await runFixture("file-size-limit.mjs", [file, buffer, "rename"], { limitBlocks: 8 });

    const result = JSON.parse(stdout) as { readonly wrongSums: number; readonly atLimit: number; readonly sizeAtLimit: number; readonly counters: unknown };
    expect(result).toEqual({ wrongSums: 0, atLimit: expect.any(Number), sizeAtLimit: expect.any(Number), counters: { written: 300, queued: 0, dropped: 0 } });
    expect(result.sizeAtLimit % 512).toBe(0);
    expect(result.atLimit).toBeLessThan(300);
    expect(readFileSync(`${file}.1`, "utf8") + readFileSync(file, "utf8")).toBe(numberedLines(300, 20).join(""));
  });

  test(`a line that a full disk never took to its end is cut off when the file is closed (${buffer})`, async () => {
    const file = path.join(tempDir(), "app.log");

    const { stdout } = await runFixture("file-size-limit.mjs", [file, buffer, "stay"], { limitBlocks: 8 });

    const { wrongSums, sizeAtLimit, counters } = JSON.parse(stdout) as { readonly wrongSums: number; readonly sizeAtLimit: number; readonly counters: unknown };
    const written = Math.floor(sizeAtLimit / 20);
    expect(wrongSums).toBe(0);
    expect(counters).toEqual({ written, queued: 0, dropped: 300 - written });
    expect(readFileSync(file, "utf8")).toBe(numberedLines(300, 20).slice(0, written).join(""));
  });
}
