import { expect, test } from "vitest";
import { MemorySink } from "./memory-sink.js";

test("MemorySink keeps texts and counts events", () => {
  const sink = new MemorySink();
  sink.write("too early\n");
  sink.open();
  sink.writeExtra("# header\n");
  sink.write("event\n");
  sink.close();
  sink.write("too late\n");

  expect(sink.texts).toEqual(["# header\n", "event\n"]);
  expect(sink.text).toBe("# header\nevent\n");
  expect(sink.counters).toEqual({ written: 1, queued: 0, dropped: 2 });
});

test("MemorySink forgets its texts, not its counts", () => {
  const sink = new MemorySink();
  sink.open();
  sink.write("event\n");

  sink.clear();

  expect(sink.text).toBe("");
  expect(sink.counters.written).toBe(1);
});
