import { PassThrough, Writable } from "node:stream";
import { expect, test } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { charsetNamed } from "../../src/sink/charset.js";
import { StreamSink, type StreamSinkOptions } from "../../src/sink/stream-sink.js";

function opened(stream: Writable, options: Partial<StreamSinkOptions> = {}): { readonly sink: StreamSink; readonly statusManager: StatusManager } {
  const statusManager = new StatusManager();
  const sink = new StreamSink({ stream, origin: "STREAM", statusManager, ...options });
  sink.open();
  return { sink, statusManager };
}

/** Takes the first chunk and no more, until `release` is called. */
class StuckStream extends Writable {
  release: () => void = () => {};

  override _write(_chunk: unknown, _encoding: unknown, callback: () => void): void {
    this.release = callback;
  }
}

test("StreamSink writes events and what belongs to none, and ends the stream when it is closed", async () => {
  const stream = new PassThrough();
  const { sink } = opened(stream);
  sink.writeExtra("head\n");
  sink.write("one\n");
  sink.beginBatch();
  sink.write("two\n");
  sink.endBatch();
  sink.writeExtra("foot\n");
  sink.writeExtra("");
  await sink.close();

  expect((await stream.toArray()).join("")).toBe("head\none\ntwo\nfoot\n");
  expect(stream.writableEnded).toBe(true);
  expect(sink.counters).toEqual({ written: 2, queued: 0, dropped: 0 });
});

test("StreamSink writes in its charset, with what stands before every text in it", async () => {
  const stream = new PassThrough();
  const { sink } = opened(stream, { charset: charsetNamed("UTF-16") });
  sink.write("é");
  await sink.close();

  expect(stream.read()).toEqual(Buffer.from([0xfe, 0xff, 0x00, 0xe9]));
});

test("StreamSink counts what a slow stream has not taken yet as queued", async () => {
  const stream = new StuckStream();
  const { sink } = opened(stream);
  sink.write("one");
  sink.write("two");

  expect(sink.counters).toEqual({ written: 0, queued: 2, dropped: 0 });
  stream.release();
  await new Promise(setImmediate);
  expect(sink.counters).toEqual({ written: 1, queued: 1, dropped: 0 });
});

const floods = [
  { what: "8,192 events", text: "x", count: 8_192 },
  { what: "16 MiB", text: "x".repeat(1024 * 1024), count: 16 },
] as const;

for (const { what, text, count } of floods) {
  test(`StreamSink lets a stream hold ${what}, drops the rest, and says so once`, () => {
    const { sink, statusManager } = opened(new StuckStream());
    for (let index = 0; index < count + 3; index++) {
      sink.write(text);
    }

    expect(sink.counters).toEqual({ written: 0, queued: count, dropped: 3 });
    expect(statusManager.statuses.map(({ level }) => level)).toEqual(["WARN"]);
  });
}

test("StreamSink drops everything after the stream's first error, says so once, and keeps it from the program", async () => {
  const broken = new Writable({ write: (_chunk, _encoding, callback) => { callback(new Error("gone")); } });
  const { sink, statusManager } = opened(broken);
  sink.write("one");
  await new Promise(setImmediate);
  sink.write("two");
  await sink.close();

  expect(sink.counters).toEqual({ written: 0, queued: 0, dropped: 2 });
  expect(statusManager.statuses.map(({ level, message }) => `${level} ${message}`)).toEqual(["ERROR The output stream failed; further events are dropped."]);
});

test("StreamSink drops events of a stream that the application ended", () => {
  const stream = new PassThrough();
  const { sink } = opened(stream);
  stream.end();
  sink.write("late");

  expect(sink.counters).toEqual({ written: 0, queued: 0, dropped: 1 });
});

test("StreamSink cannot be opened on a stream that is closed", () => {
  expect(() => opened(new PassThrough().destroy())).toThrow("The output stream is closed.");
});

test("StreamSink does not end a stream of the process", async () => {
  const stdout = Object.assign(new PassThrough(), { fd: 1 });
  const { sink } = opened(stdout);
  sink.write("one");
  await sink.close();

  expect(stdout.writable).toBe(true);
  expect(stdout.listenerCount("error")).toBe(0);
});

test("StreamSink does not wait for ever for a stream that takes nothing", async () => {
  const { sink } = opened(new StuckStream(), { closeMs: 1 });
  sink.write("one");
  await sink.close();

  expect(sink.counters).toEqual({ written: 0, queued: 1, dropped: 0 });
});
