import { expect, test } from "vitest";
import { NOPAppender, nopAppender } from "../../src/appender/nop-appender.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

test("NOPAppender takes events and does nothing with them", () => {
  const { built, statuses } = buildFrom(nopAppender, {}, { name: "NOWHERE" });
  built?.start();
  built?.doAppend(anEvent());

  expect(built).toBeInstanceOf(NOPAppender);
  expect(built).toMatchObject({ name: "NOWHERE", isStarted: true, counters: { logged: 1, written: 1, queued: 0, dropped: 0 } });
  expect(statuses).toEqual([]);
});
