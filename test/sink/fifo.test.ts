import { expect, test } from "vitest";
import { FifoReader, makeFifo, numberedLines, openFileSink } from "../support/file-sinks.js";

test("a FIFO that nobody reads does not stop the process: events wait for the reader", () => {
  const fifo = makeFifo();
  const { sink, drains, statuses } = openFileSink({ path: fifo });
  sink.write("1\n");
  sink.write("2\n");
  expect(sink.counters).toEqual({ written: 0, queued: 2, dropped: 0 });
  expect(statuses()[0]).toBe(`INFO ${fifo} is a FIFO.`);
  expect(statuses()[1]).toMatch(/^WARN Cannot write to the file .*fifo \(ENXIO: it has no reader\); it is tried again\./);

  const reader = new FifoReader(fifo);
  drains.drainAll();
  sink.write("3\n");

  expect(reader.read()).toBe("1\n2\n3\n");
  expect(sink.counters).toEqual({ written: 3, queued: 0, dropped: 0 });
});

test("a reader that comes is noticed by a timer", async () => {
  const fifo = makeFifo();
  const { sink } = openFileSink({ path: fifo });
  sink.write("1\n");

  const reader = new FifoReader(fifo);

  await expect.poll(() => reader.read()).toBe("1\n");
});

test("when the reader of a FIFO goes, events wait for the next one", () => {
  const fifo = makeFifo();
  const first = new FifoReader(fifo);
  const { sink, drains } = openFileSink({ path: fifo });
  sink.write("1\n");
  expect(first.read()).toBe("1\n");
  first.close();
  sink.write("2\n");
  expect(sink.counters).toEqual({ written: 1, queued: 1, dropped: 0 });

  const second = new FifoReader(fifo);
  drains.drainAll();

  expect(second.read()).toBe("2\n");
});

for (const bufferSize of [0, 10_000]) {
  test(`a FIFO whose reader stalls loses and doubles nothing (buffer of ${String(bufferSize)})`, () => {
    const fifo = makeFifo();
    const reader = new FifoReader(fifo);
    const { sink } = openFileSink({ path: fifo, bufferSize, stallMs: 1 });
    const lines = numberedLines(500, 1_001);

    for (const [index, line] of lines.entries()) {
      sink.write(line);
      const { written, queued, dropped } = sink.counters;
      expect({ sum: written + queued, dropped }).toEqual({ sum: index + 1, dropped: 0 });
    }
    expect(sink.counters.queued).toBeGreaterThan(0);
    let text = reader.read();
    while (sink.counters.queued > 0) {
      sink.drain();
      text += reader.read();
    }

    expect(text).toBe(lines.join(""));
    expect(sink.counters).toEqual({ written: 500, queued: 0, dropped: 0 });
  });
}

test("a line that a reader got in part begins anew for the next reader", () => {
  const fifo = makeFifo();
  const first = new FifoReader(fifo);
  const { sink, drains } = openFileSink({ path: fifo, stallMs: 1 });
  const large = `${"x".repeat(200_000)}\n`;
  sink.write(large);
  expect(first.read().length).toBeLessThan(large.length);
  first.close();
  drains.drainAll();

  const second = new FifoReader(fifo);
  let text = "";
  while (sink.counters.queued > 0) {
    drains.drainAll();
    text += second.read();
  }

  expect(text === large).toBe(true);
});

test("what no reader ever came for is dropped at the end, counted and said", () => {
  const fifo = makeFifo();
  const { sink, statuses } = openFileSink({ path: fifo });
  sink.write("1\n");

  sink.close();

  expect(sink.counters).toEqual({ written: 0, queued: 0, dropped: 1 });
  expect(statuses().at(-1)).toBe(`ERROR Closed the file ${fifo}: 1 event is lost because it could not be written to the end, 1 event is dropped so far.`);
});
