import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WrongLogins } from "../../src/control/wrong-logins.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("an address is remembered for a time from its last wrong login on", () => {
  const wrong = new WrongLogins(500);
  wrong.add("::1");
  vi.advanceTimersByTime(400);
  wrong.add("::1");
  vi.advanceTimersByTime(499);
  expect([wrong.cameFrom("::1"), wrong.cameFrom("127.0.0.1")]).toEqual([true, false]);
  vi.advanceTimersByTime(1);
  expect(wrong.cameFrom("::1")).toBe(false);
});

test("a thousand addresses are remembered, the latest ones", () => {
  const wrong = new WrongLogins(500);
  const addresses = Array.from({ length: 1_001 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
  for (const address of addresses) {
    wrong.add(address);
  }

  expect(addresses.filter((address) => !wrong.cameFrom(address))).toEqual(["10.0.0.0"]);
});
