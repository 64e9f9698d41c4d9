import { expect, test } from "vitest";
import { nanoseconds } from "../../src/json/nanoseconds.js";
import { anEvent } from "../support/events.js";

const times = [
  { timestamp: 1_710_498_600_123, nanos: 0, written: 123_000_000 },
  { timestamp: 1_710_498_600_128, nanos: 123_456, written: 128_123_456 },
  { timestamp: 1_710_498_600_000, nanos: 1, written: 1 },
  { timestamp: -1, nanos: 5, written: 999_000_005 },
];

for (const { timestamp, nanos, written } of times) {
  test(`${String(timestamp)} ms and ${String(nanos)} ns are ${String(written)} ns within the second`, () => {
    expect(nanoseconds("n").write(anEvent({ timestamp, nanos }))).toBe(`"n":${String(written)}`);
  });
}
