import { expect, test } from "vitest";
import { FanOutAppender } from "../../src/appender/fan-out-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { anEvent } from "../support/events.js";

test("FanOutAppender hands each event to all of its appenders", () => {
  const context = new LoggerContext();
  const appenders = [new ListAppender("ONE", context), new ListAppender("TWO", context)];
  const fanOut = new FanOutAppender("BOTH", appenders);
  expect(fanOut.isStarted).toBe(false);
  for (const appender of appenders) {
    appender.start();
  }
  expect(fanOut.isStarted).toBe(true);
  const event = anEvent();

  fanOut.beginBatch();
  fanOut.doAppend(event);
  fanOut.endBatch();

  expect(appenders.map(({ list }) => list)).toEqual([[event], [event]]);
  expect(fanOut.counters).toMatchObject({ logged: 1, written: 1 });
});
