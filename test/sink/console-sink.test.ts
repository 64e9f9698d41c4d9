import { closeSync, constants, openSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { ConsoleSink, type ConsoleSinkOptions } from "../../src/sink/console-sink.js";
import { RecordingDrains } from "../support/drains.js";
import { FifoReader, makeFifo, numberedLines } from "../support/file-sinks.js";

interface Piped {
  readonly sink: ConsoleSink;
  readonly drains: RecordingDrains;
  readonly reader: FifoReader;
  readonly fifo: string;
  statuses(): string[];
}

/** A sink whose descriptor is the writing end of a pipe with `O_NONBLOCK`, as libuv leaves it after a look at `process.stdout`. */
function piped(options: Partial<ConsoleSinkOptions> = {}): Piped {
  const fifo = makeFifo();
  const reader = new FifoReader(fifo);
  const fd = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  onTestFinished(() => {
    closeSync(fd);
  });
  const statusManager = new StatusManager();
  const drains = new RecordingDrains();
  const sink = new ConsoleSink({ fd, origin: "CONSOLE", drains, statusManager, ...options });
  sink.open();
  return { sink, drains, reader, fifo, statuses: () => statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

test("every text is in the pipe when write returns, and events are counted", () => {
  const { sink, reader } = piped();

  sink.writeExtra("begin\n");
  sink.write("one\n");

  expect(reader.read()).toBe("begin\none\n");
  expect(sink.counters).toEqual({ written: 1, queued: 0, dropped: 0 });
});

test("a buffered sink writes within its flush time", async () => {
  const { sink, reader } = piped({ bufferSize: 8_192, flushMs: 1 });
  sink.write("one\n");
  expect(sink.counters.queued).toBe(1);

  await expect.poll(() => reader.read()).toBe("one\n");
});

for (const bufferSize of [0, 100]) {
  test(`a reader that goes away switches the sink off with exactly one status (buffer of ${String(bufferSize)})`, () => {
    const { sink, drains, reader, statuses } = piped({ bufferSize });
    sink.write("one\n");
    sink.drain();
    reader.close();

    for (const line of numberedLines(1_000)) {
      sink.write(line);
    }
    sink.drain();

    expect(sink.counters).toEqual({ written: 1, queued: 0, dropped: 1_000 });
    expect(statuses()).toEqual(["ERROR Nobody reads the standard output any more (EPIPE); its output is switched off, and further events are dropped."]);
    expect([...drains.holders]).toEqual([]);
  });
}

test("a full pipe is waited for as long as its reader takes something", async () => {
  const { sink, fifo } = piped({});
  const lines = numberedLines(2_000, 1_000);
  // It reads while this thread waits in its writes.
  const reader = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     const { openSync, readSync, constants } = require("node:fs");
     const fd = openSync(workerData.fifo, constants.O_RDONLY);
     parentPort.postMessage("ready");
     const parts = [];
     for (let left = workerData.bytes; left > 0; ) {
       const room = Buffer.alloc(16384);
       const count = readSync(fd, room, 0, Math.min(left, room.length));
       parts.push(room.subarray(0, count));
       left -= count;
     }
     parentPort.postMessage(Buffer.concat(parts).toString());`,
    { eval: true, workerData: { fifo, bytes: lines.join("").length } },
  );
  const messages: string[] = [];
  const isRead = new Promise<void>((resolve, reject) => {
    reader.once("error", reject);
    reader.on("message", (message: string) => {
      messages.push(message);
      if (messages.length === 1) {
        for (const line of lines) {
          sink.write(line);
        }
        expect(sink.counters).toEqual({ written: 2_000, queued: 0, dropped: 0 });
      } else {
        resolve();
      }
    });
  });

  await isRead;

  expect(messages[1] === lines.join("")).toBe(true);
});

test("a full pipe whose reader stalls is not waited for twice; nothing is lost when it goes on", () => {
  const { sink, reader, statuses } = piped({ stallMs: 1 });
  const lines = numberedLines(300, 1_001);

  for (const line of lines) {
    sink.write(line);
  }
  expect(sink.counters.queued).toBeGreaterThan(0);
  let text = reader.read();
  while (sink.counters.queued > 0) {
    sink.drain();
    text += reader.read();
  }

  expect(text === lines.join("")).toBe(true);
  expect(sink.counters).toEqual({ written: 300, queued: 0, dropped: 0 });
  expect(statuses()).toEqual([expect.stringMatching(/^ERROR Cannot write to the standard output \(EAGAIN\)/), expect.stringMatching(/^INFO Writing to the standard output again/)]);
});

test("a reader that goes away while events wait costs them, counted", () => {
  const { sink, reader, statuses } = piped({ stallMs: 1 });
  for (const line of numberedLines(300, 1_001)) {
    sink.write(line);
  }
  const { written, queued } = sink.counters;
  reader.close();

  sink.drain();

  expect(sink.counters).toEqual({ written, queued: 0, dropped: queued });
  expect(statuses()).toHaveLength(2);
});

test("closing writes what is held and leaves the descriptor open", () => {
  const { sink, reader } = piped({ bufferSize: 8_192 });
  sink.write("held\n");
  sink.close();
  sink.write("dropped\n");

  sink.open();
  sink.write("again\n");
  sink.drain();

  expect(reader.read()).toBe("held\nagain\n");
  expect(sink.counters).toEqual({ written: 2, queued: 0, dropped: 1 });
});
