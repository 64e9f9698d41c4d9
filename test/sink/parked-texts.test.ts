import { expect, test } from "vitest";
import { ParkedTexts } from "../../src/sink/parked-texts.js";

test("texts are parked up to the number, and come out in order", () => {
  const parked = new ParkedTexts(2, 1_000);

  expect([parked.park("a", 0), parked.park("b", 0), parked.park("c", 0)]).toEqual([true, true, false]);
  expect(parked.peek()).toBe("a");
  parked.shift();
  expect({ next: parked.peek(), count: parked.count, room: parked.park("d", 5), due: parked.dueAt }).toEqual({ next: "b", count: 1, room: true, due: 1_000 });
});

test("texts that have waited long enough expire", () => {
  const parked = new ParkedTexts(10, 100);
  parked.park("a", 0);
  parked.park("b", 50);

  expect(parked.expire(99)).toBe(0);
  expect(parked.expire(100)).toBe(1);
  expect(parked.peek()).toBe("b");
});

test("without a time to wait nothing is parked", () => {
  expect(new ParkedTexts(10, 0).park("a", 0)).toBe(false);
});
