import fc from "fast-check";
import { expect, test } from "vitest";
import { charsetNamed, UTF_8 } from "../../src/sink/charset.js";
import { BATCH_LENGTH, DeliveryQueue } from "../../src/sink/delivery-queue.js";

function textOf(data: string | Uint8Array, encoding: BufferEncoding = "utf8"): string {
  return typeof data === "string" ? data : Buffer.from(data).toString(encoding);
}

function takeAllBatches(queue: DeliveryQueue): { readonly text: string; readonly events: number }[] {
  const batches: { readonly text: string; readonly events: number }[] = [];
  for (let batch = queue.take(); batch !== undefined; batch = queue.take()) {
    batches.push({ text: textOf(batch.data), events: batch.events });
  }
  return batches;
}

test("texts come out joined, in order, in batches of at most 16,384 characters", () => {
  const queue = new DeliveryQueue(1_000, 1_000_000, UTF_8);
  const text = "x".repeat(5_000);

  for (let count = 0; count < 4; count++) {
    queue.add(text, 1);
  }

  expect(takeAllBatches(queue)).toEqual([
    { text: text.repeat(3), events: 3 },
    { text, events: 1 },
  ]);
});

test("a batch that need not wait is text still, one that has to is bytes", () => {
  const queue = new DeliveryQueue(10, 1_000_000, UTF_8);
  queue.add("ü".repeat(BATCH_LENGTH), 1);
  queue.add("next", 1);

  const [first, second] = [queue.take(), queue.take()];

  expect(first?.data.length).toBe(2 * BATCH_LENGTH);
  expect(second?.data).toBe("next");
});

test("a charset other than UTF-8 gives bytes, with what it puts before every text", () => {
  const queue = new DeliveryQueue(10, 1_000_000, charsetNamed("UTF-16"));
  queue.add("a", 1);
  queue.add("b", 1);

  expect(queue.take()).toEqual({ data: Buffer.from("feff0061feff0062", "hex"), events: 2 });
});

test("there is room until the events or the bytes are reached, and always for the first", () => {
  const byEvents = new DeliveryQueue(2, 1_000, UTF_8);
  byEvents.add("a", 1);
  expect(byEvents.hasRoomFor("b")).toBe(true);
  byEvents.add("b", 1);
  expect(byEvents.hasRoomFor("c")).toBe(false);

  const byBytes = new DeliveryQueue(10, 4, UTF_8);
  expect(byBytes.hasRoomFor("too long")).toBe(true);
  byBytes.add("abc", 1);
  expect(byBytes.hasRoomFor("d")).toBe(true);
  expect(byBytes.hasRoomFor("de")).toBe(false);
});

test("text that is no event is not counted as one", () => {
  const queue = new DeliveryQueue(10, 1_000, UTF_8);
  queue.add("head", 0);
  queue.add("line", 1);

  expect(queue.events).toBe(1);
  expect(queue.take()).toEqual({ data: "headline", events: 1 });
});

test("an event without text is an event", () => {
  const queue = new DeliveryQueue(10, 1_000, UTF_8);
  queue.add("", 1);

  expect(queue.isEmpty).toBe(false);
  expect(queue.take()).toEqual({ data: "", events: 1 });
  expect(queue.isEmpty).toBe(true);
});

test("everything can be taken out at once", () => {
  const queue = new DeliveryQueue(100, 1_000_000, UTF_8);
  queue.add("x".repeat(BATCH_LENGTH), 1);
  queue.add("y", 1);

  const all = queue.takeAll();

  expect(textOf(all?.data ?? "")).toBe(`${"x".repeat(BATCH_LENGTH)}y`);
  expect(all?.events).toBe(2);
  expect({ isEmpty: queue.isEmpty, events: queue.events, bytes: queue.bytes, next: queue.takeAll() }).toEqual({ isEmpty: true, events: 0, bytes: 0, next: undefined });
});

test("whatever is added and taken, nothing is lost or doubled, and the counts are right", () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ text: fc.string({ unit: "binary", maxLength: 20 }), times: fc.integer({ min: 1, max: 1_500 }) }) },
    { weight: 1, arbitrary: fc.constantFrom("take", "takeAll") },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const queue = new DeliveryQueue(1_000_000, 100_000_000, UTF_8);
      let [added, taken] = ["", ""];
      let [events, eventsTaken] = [0, 0];
      for (const next of steps) {
        if (typeof next === "object") {
          const text = next.text.repeat(next.times).toWellFormed();
          queue.add(text, 1);
          added += text;
          events++;
        } else {
          const batch = next === "take" ? queue.take() : queue.takeAll();
          taken += textOf(batch?.data ?? "");
          eventsTaken += batch?.events ?? 0;
        }
        expect(queue.events).toBe(events - eventsTaken);
      }
      const rest = queue.takeAll();
      expect(taken + textOf(rest?.data ?? "")).toBe(added);
      expect(queue.bytes).toBe(0);
    }),
    { numRuns: 200 },
  );
});
