import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { OutputStreamAppender, outputStreamAppender } from "../../src/appender/output-stream-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";
import { complaintsOf } from "../support/recording.js";
import { MESSAGE_ENCODER, messageEncoder } from "../support/text-encoder.js";

test("OutputStreamAppender writes header, events and footer to its stream, and ends it", async () => {
  const stream = new PassThrough();
  const encoder = { ...MESSAGE_ENCODER, header: () => "begin\n", footer: () => "end\n" };
  const appender = new OutputStreamAppender("OUT", new LoggerContext(), { stream, encoder });
  appender.start();
  appender.doAppend(anEvent({ message: "one" }));
  appender.beginBatch();
  appender.doAppend(anEvent({ message: "two" }));
  appender.endBatch();
  await appender.stop();

  expect((await stream.toArray()).join("")).toBe("begin\none\ntwo\nend\n");
  expect(stream.writableEnded).toBe(true);
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("OutputStreamAppender without an encoder is not started", () => {
  const context = new LoggerContext();
  const appender = new OutputStreamAppender("OUT", context, { stream: new PassThrough(), encoder: undefined });
  appender.start();

  expect(appender.isStarted).toBe(false);
  expect(complaintsOf(context)).toHaveLength(1);
  expect(appender.counters).toEqual({ logged: 0, written: 0, queued: 0, dropped: 0 });
});

test("outputStreamAppender is not started, because a configuration cannot give it a stream", () => {
  const context = new LoggerContext();
  const { built, statuses } = buildFrom(outputStreamAppender, { encoder: { class: "MessageEncoder" } }, { context, components: [messageEncoder] });
  built?.start();

  expect(built).toMatchObject({ isStarted: false, immediateFlush: true });
  expect(statuses).toEqual([]);
  expect(complaintsOf(context)).toEqual(["ERROR Appender [TEST] could not be started; its events are not written."]);
  expect(String(context.statusManager.statuses.at(-1)?.cause)).toContain("make the appender in code");
});
