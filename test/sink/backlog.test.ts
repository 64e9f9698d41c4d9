import { expect, test } from "vitest";
import { Backlog, MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "../../src/sink/backlog.js";

const bytes = (text: string): Buffer => Buffer.from(text);
const text = (chunk: Uint8Array): string => Buffer.from(chunk).toString();

test("Backlog gives out what was added, and counts an event when its last byte is out", () => {
  const backlog = new Backlog();
  backlog.add(bytes("one\n"), true);
  backlog.add(bytes("two\n"), true);

  expect(text(backlog.nextChunk())).toBe("one\ntwo\n");
  expect(backlog.advance(5)).toBe(1);
  expect(text(backlog.nextChunk())).toBe("wo\n");
  expect({ events: backlog.events, bytes: backlog.bytes }).toEqual({ events: 1, bytes: 3 });
  expect(backlog.advance(3)).toBe(1);
  expect(backlog.isEmpty).toBe(true);
});

test("Backlog goes on in the middle of a record that was begun", () => {
  const backlog = new Backlog();
  backlog.add(bytes("begun\n"), true, 2);

  expect(text(backlog.nextChunk())).toBe("gun\n");
  expect(backlog.restart()).toBe(2);
  expect(text(backlog.nextChunk())).toBe("begun\n");
});

test("Backlog does not count text that is no event", () => {
  const backlog = new Backlog();
  backlog.add(bytes("event\n"), true);
  backlog.addFirst(bytes("<header>\n"));

  expect(backlog.events).toBe(1);
  expect(text(backlog.nextChunk())).toBe("<header>\nevent\n");
  expect(backlog.advance(9)).toBe(0);
});

test("Backlog passes over empty records", () => {
  const backlog = new Backlog();
  backlog.add(bytes(""), true);
  backlog.add(bytes("a"), true);

  expect(backlog.advance(1)).toBe(2);
  expect(backlog.isEmpty).toBe(true);
});

test("Backlog is full at its bound of events", () => {
  const backlog = new Backlog();
  for (let count = 0; count < MOST_KEPT_EVENTS; count++) {
    expect(backlog.hasRoomFor(1)).toBe(true);
    backlog.add(bytes("x"), true);
  }

  expect(backlog.hasRoomFor(1)).toBe(false);
  expect(backlog.clear()).toBe(MOST_KEPT_EVENTS);
  expect(backlog.hasRoomFor(1)).toBe(true);
});

test("Backlog is full at its bound of bytes, but takes a first record of any size", () => {
  const backlog = new Backlog();

  expect(backlog.hasRoomFor(MOST_KEPT_BYTES + 1)).toBe(true);
  backlog.add(Buffer.alloc(MOST_KEPT_BYTES - 1), true);
  expect(backlog.hasRoomFor(1)).toBe(true);
  expect(backlog.hasRoomFor(2)).toBe(false);
});
