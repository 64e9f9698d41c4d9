import { expect, test } from "vitest";
import { WithLayoutListAppender, withLayoutListAppender } from "../../src/appender/with-layout-list-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";
import { complaintsOf } from "../support/recording.js";

test("WithLayoutListAppender keeps the text of events, in order, until it is cleared", () => {
  const appender = new WithLayoutListAppender("LIST", new LoggerContext(), { layout: { doLayout: ({ message }) => `<${message}>` } });
  appender.start();
  appender.doAppend(anEvent({ message: "one" }));
  appender.doAppend(anEvent({ message: "two" }));
  expect(appender.list).toEqual(["<one>", "<two>"]);

  appender.clear();
  expect(appender.list).toEqual([]);
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("withLayoutListAppender prints by its pattern, without a line end of its own", () => {
  const { built, statuses } = buildFrom(withLayoutListAppender, { pattern: "%level %msg" });
  built?.start();
  built?.doAppend(anEvent());

  expect(built?.list).toEqual(["INFO started"]);
  expect(statuses).toEqual([]);
});

for (const properties of [{}, { pattern: "%msg{" }]) {
  test(`withLayoutListAppender with ${JSON.stringify(properties)} is not started and says so`, () => {
    const context = new LoggerContext();
    const { built } = buildFrom(withLayoutListAppender, properties, { context });
    built?.start();

    expect(built?.isStarted).toBe(false);
    expect(complaintsOf(context).at(-1)).toMatch(/^ERROR Appender \[TEST\] could not be started/);
  });
}
