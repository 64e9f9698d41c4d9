import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { AsyncAppender, asyncAppender, type AsyncAppenderOptions } from "../../src/appender/async-appender.js";
import { FileAppender } from "../../src/appender/file-appender.js";
import type { Filter } from "../../src/core/filter.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { buildFrom } from "../support/build.js";
import { configured } from "../support/configured.js";
import { RecordingDrains } from "../support/drains.js";
import { anEvent } from "../support/events.js";
import { RecordingAppender } from "../support/recording.js";
import { tempDir } from "../support/temp-dir.js";
import { MESSAGE_ENCODER } from "../support/text-encoder.js";

function queued(options: Omit<AsyncAppenderOptions, "appenders"> = {}) {
  const drains = new RecordingDrains();
  const context = new LoggerContext({ drains });
  const target = new RecordingAppender("TARGET", context);
  const queue = new AsyncAppender("ASYNC", context, { appenders: [target], ...options });
  queue.start();
  context.root.addAppender(queue);
  return { context, drains, target, queue, log: context.root };
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

test("an event reaches its target after the turn, not within the log call", async () => {
  const { log, target, queue } = queued();

  log.info("later");
  expect(target.messages).toEqual([]);
  expect(queue.queueLength).toBe(1);
  await nextTurn();

  expect(target.messages).toEqual(["later"]);
  expect(queue.queueLength).toBe(0);
});

test("an error is printed as it was when it was logged", async () => {
  const { log, target } = queued();
  const error = Object.assign(new Error("first"), { attempt: 1 });

  log.error("failed", error);
  error.message = "second";
  error.attempt = 2;
  await nextTurn();

  expect(target.events.map(({ throwableInfo }) => [throwableInfo?.message, throwableInfo?.fields])).toEqual([["first", [["attempt", "1"]]]]);
});

test("a loop of 1,000 events loses none and never holds more than the queue", () => {
  const { log, target, queue } = queued();
  let longest = 0;

  for (const number of numbers(1_000)) {
    log.debug(number);
    longest = Math.max(longest, queue.queueLength);
  }
  queue.drain();

  expect(target.messages).toEqual(numbers(1_000));
  expect(longest).toBeLessThanOrEqual(256);
  expect(queue.counters).toEqual({ logged: 1_000, written: 1_000, queued: 0, dropped: 0 });
});

const full = [
  { title: "with the default threshold, INFO is discarded when less than a fifth is free", options: {}, level: Level.INFO, kept: 9 },
  { title: "with the default threshold, WARN is kept until the queue is full", options: {}, level: Level.WARN, kept: 10 },
  { title: "with threshold 0, INFO is kept until the queue is full", options: { discardingThreshold: 0 }, level: Level.INFO, kept: 10 },
  { title: "with a threshold of 6, INFO is discarded when less than 6 are free", options: { discardingThreshold: 6 }, level: Level.INFO, kept: 5 },
];

for (const { title, options, level, kept } of full) {
  test(`neverBlock: ${title}`, () => {
    const { log, queue, target } = queued({ neverBlock: true, queueSize: 10, ...options });

    for (const number of numbers(20)) {
      log.log(level, number);
    }

    expect(queue.counters).toEqual({ logged: 20, written: 0, queued: kept, dropped: 20 - kept });
    queue.drain();
    expect(target.messages).toEqual(numbers(kept));
    expect(queue.counters).toEqual({ logged: 20, written: kept, queued: 0, dropped: 20 - kept });
  });
}

test("discarded events are said with the counters, when there is room again", () => {
  const { context, log, queue } = queued({ neverBlock: true, queueSize: 5, discardingThreshold: 0 });

  for (const number of numbers(8)) {
    log.info(number);
  }
  queue.drain();
  void queue.stop();

  expect(context.statusManager.statuses.map(({ level, message }) => `${level} ${message}`)).toEqual([
    "WARN 3 events discarded (so far 8 logged, 5 handed on, 0 queued, 3 discarded).",
  ]);
});

test("arguments may change after the log call", () => {
  const { log, target, queue } = queued();
  const cart = ["tea"];

  log.info("{}", cart);
  cart.push("milk");
  queue.drain();

  expect(target.messages).toEqual(["[tea]"]);
});

test("the call site is there only with includeCallerData", () => {
  const places = [true, false].map((includeCallerData) => {
    const { log, target, queue } = queued({ includeCallerData });
    log.info("here");
    queue.drain();
    return target.events[0]?.callerFrames[0]?.fileName;
  });

  expect(places).toEqual(["async-appender.test.ts", undefined]);
});

test("while events wait, the appender is registered for the end of the process", () => {
  const { log, drains, queue, target } = queued();

  log.info("last words");
  expect(drains.holders.has(queue)).toBe(true);
  drains.drainAll();

  expect(target.messages).toEqual(["last words"]);
  expect(drains.holders.has(queue)).toBe(false);
});

test("events that wait after a log call emptied the queue are registered again", () => {
  const { log, drains, queue, target } = queued();

  for (const number of numbers(300)) {
    log.info(number);
  }
  expect(queue.queueLength).toBeGreaterThan(0);
  drains.drainAll();

  expect(target.messages).toEqual(numbers(300));
});

test("where data must be written through, nothing waits", () => {
  const { log, drains, target } = queued();
  drains.writeThrough = true;

  log.info("at once");

  expect(target.messages).toEqual(["at once"]);
});

test("stopping hands on what waits; its target stays open", () => {
  const { log, queue, target } = queued();
  log.info("queued");

  void queue.stop();

  expect(target.messages).toEqual(["queued"]);
  expect(target.isStarted).toBe(true);
});

test("what maxFlushTime leaves is discarded, counted and said", () => {
  const { context, log, queue, target } = queued({ maxFlushTimeMs: 5 });
  let nowMs = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => nowMs);
  onTestFinished(() => {
    clock.mockRestore();
  });
  target.onAppend = () => nowMs++;
  for (const number of numbers(200)) {
    log.info(number);
  }

  void queue.stop();

  // The clock is read once in 64 events.
  expect(queue.counters).toEqual({ logged: 200, written: 64, queued: 0, dropped: 136 });
  expect(context.statusManager.statuses.map(({ message }) => message)).toContain("The queue could not be emptied within 5 ms.");
});

test("a target that logs again while the queue is emptied neither recurses nor loses the others", () => {
  const { log, queue, target } = queued({ queueSize: 4 });
  target.onAppend = (event) => {
    if (event.message.startsWith("outer")) {
      log.info("inner of {}", event.message);
    }
  };

  log.info("outer 1");
  log.info("outer 2");
  queue.drain();
  queue.drain();

  expect(target.messages).toEqual(["outer 1", "outer 2", "inner of outer 1", "inner of outer 2"]);
  const { logged, written, dropped } = queue.counters;
  expect(logged).toBe(written + dropped);
});

test("a batch is one write to its file, and every line of it is there", () => {
  const file = path.join(tempDir(), "app.log");
  const context = new LoggerContext({ drains: new RecordingDrains() });
  const sizes = new Set<number>();
  const lookAtFile: Filter = {
    decide: () => {
      sizes.add(statSync(file).size);
      return "NEUTRAL";
    },
  };
  const target = new FileAppender("FILE", context, { encoder: MESSAGE_ENCODER, file, filters: [lookAtFile] });
  target.start();
  const queue = new AsyncAppender("ASYNC", context, { appenders: [target] });
  queue.start();

  for (const number of numbers(100)) {
    queue.doAppend(anEvent({ message: number }));
  }
  queue.drain();

  expect([...sizes]).toEqual([0]);
  expect(readFileSync(file, "utf8")).toBe(numbers(100).map((line) => `${line}\n`).join(""));
  expect(target.counters).toEqual({ logged: 100, written: 100, queued: 0, dropped: 0 });
});

test("asyncAppender takes Logback's properties", () => {
  const { built, statuses } = buildFrom(asyncAppender, { queueSize: 512, discardingThreshold: 0, neverBlock: true, maxFlushTime: 20, includeCallerData: true });

  expect(built).toMatchObject({ queueSize: 512, discardingThreshold: 0, neverBlock: true, maxFlushTimeMs: 20, includeCallerData: true });
  expect(statuses).toEqual([]);
});

const refused = [
  { title: "without an appender", inside: "", cause: "No attached appenders found: expected an <appender-ref> to an appender that can be made." },
  { title: "with a queue of 0", inside: `<queueSize>0</queueSize><appender-ref ref="LIST"/>`, cause: "Invalid queue size [0]: expected 1 or more." },
];

for (const { title, inside, cause } of refused) {
  test(`${title} it is not started and says why`, () => {
    const { context, configure } = configured();

    const result = configure(`<configuration>
      <appender name="LIST" class="ListAppender"/>
      <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">${inside}</appender>
      <root level="INFO"><appender-ref ref="ASYNC"/><appender-ref ref="LIST"/></root>
    </configuration>`);

    expect(context.findAppender("ASYNC")?.isStarted).toBe(false);
    expect(result.statuses.map((status) => (status.cause as Error | undefined)?.message)).toContain(cause);
  });
}

test("of several appenders the first counts, with a WARN", () => {
  const { context, configure } = configured();

  const result = configure(`<configuration>
    <appender name="A" class="ListAppender"/>
    <appender name="B" class="ListAppender"/>
    <appender name="ASYNC" class="AsyncAppender"><appender-ref ref="A"/><appender-ref ref="B"/></appender>
    <root level="INFO"><appender-ref ref="ASYNC"/></root>
  </configuration>`);

  expect((context.findAppender("ASYNC") as AsyncAppender).appender?.name).toBe("A");
  expect(result.statuses.map(({ level, message }) => `${level} ${message}`)).toEqual(["WARN One and only one appender may be attached to AsyncAppender; the others are ignored."]);
});

test("a reload that stops an async appender and its file loses nothing that waits", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  configure(`<configuration>
    <appender name="FILE" class="FileAppender"><file>app.log</file><encoder><pattern>%msg%n</pattern></encoder></appender>
    <appender name="ASYNC" class="AsyncAppender"><appender-ref ref="FILE"/></appender>
    <root level="INFO"><appender-ref ref="ASYNC"/></root>
  </configuration>`);
  context.root.info("waits");

  const result = configure(`<configuration><root level="OFF"/></configuration>`);
  await result.settled;

  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("waits\n");
});
