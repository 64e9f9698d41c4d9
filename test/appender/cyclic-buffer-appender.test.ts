import { expect, test } from "vitest";
import { CyclicBufferAppender, cyclicBufferAppender } from "../../src/appender/cyclic-buffer-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";
import { complaintsOf } from "../support/recording.js";

function holding(maxSize: number, messages: string): CyclicBufferAppender {
  const appender = new CyclicBufferAppender("CYC", new LoggerContext(), { maxSize });
  appender.start();
  for (const message of messages) {
    appender.doAppend(anEvent({ message }));
  }
  return appender;
}

function contents(appender: CyclicBufferAppender): string {
  return Array.from({ length: appender.length }, (_, index) => appender.get(index)?.message ?? "?").join("");
}

const buffers = [
  { maxSize: 3, messages: "", kept: "" },
  { maxSize: 3, messages: "ab", kept: "ab" },
  { maxSize: 3, messages: "abc", kept: "abc" },
  { maxSize: 3, messages: "abcd", kept: "bcd" },
  { maxSize: 3, messages: "abcdefgh", kept: "fgh" },
  { maxSize: 1, messages: "abc", kept: "c" },
] as const;

for (const { maxSize, messages, kept } of buffers) {
  test(`CyclicBufferAppender of ${maxSize} keeps "${kept}" of "${messages}"`, () => {
    const appender = holding(maxSize, messages);

    expect(contents(appender)).toBe(kept);
    expect(appender.length).toBe(kept.length);
    expect([appender.get(-1), appender.get(kept.length)]).toEqual([undefined, undefined]);
    expect(appender.counters.written).toBe(messages.length);
  });
}

test("CyclicBufferAppender begins anew after a reset, and after it was stopped", () => {
  const appender = holding(2, "abc");
  appender.reset();
  appender.doAppend(anEvent({ message: "d" }));
  const afterReset = contents(appender);
  void appender.stop();
  const afterStop = appender.length;
  appender.start();
  appender.doAppend(anEvent({ message: "e" }));

  expect([afterReset, afterStop, contents(appender)]).toEqual(["d", 0, "e"]);
});

test("cyclicBufferAppender keeps 512 events unless told", () => {
  expect(buildFrom(cyclicBufferAppender, {}).built).toMatchObject({ maxSize: 512 });
  expect(buildFrom(cyclicBufferAppender, { maxSize: "3" })).toMatchObject({ built: { maxSize: 3 }, statuses: [] });
});

test("cyclicBufferAppender without room for one event is not started and says so", () => {
  const context = new LoggerContext();
  const { built } = buildFrom(cyclicBufferAppender, { maxSize: "0" }, { context });
  built?.start();

  expect(built?.isStarted).toBe(false);
  expect(complaintsOf(context)[0]).toMatch(/^ERROR Appender \[TEST\] could not be started/);
});
