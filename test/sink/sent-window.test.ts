import { expect, test } from "vitest";
import { SentWindow } from "../../src/sink/sent-window.js";

const MIB = 1024 * 1024;

test("of what was sent, everything is uncertain up to 16 MiB", () => {
  const window = new SentWindow();

  for (let count = 0; count < 16; count++) {
    window.add(10, MIB);
  }

  expect(window.events).toBe(160);
});

test("of more, the last 16 MiB are, and at most 2 MiB besides", () => {
  const window = new SentWindow();

  for (let count = 0; count < 100 * 64; count++) {
    window.add(1, MIB / 64);
  }

  expect(window.events).toBeGreaterThanOrEqual(16 * 64);
  expect(window.events).toBeLessThanOrEqual(18 * 64);
});
