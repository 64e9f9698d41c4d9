import { expect, test } from "vitest";
import { ListAppender } from "../../../src/appender/list-appender.js";
import { TrackedAppenders, type TrackedAppendersOptions } from "../../../src/appender/sifting/tracked-appenders.js";
import { LoggerContext } from "../../../src/core/logger-context.js";

const START = 1_710_498_600_000;

interface Tracking {
  readonly tracked: TrackedAppenders;
  /** `value: why` */
  readonly removed: string[];
  /** Values of which an appender was made. */
  readonly made: string[];
  values(): string[];
}

function tracking(options: Partial<TrackedAppendersOptions> = {}): Tracking {
  const removed: string[] = [];
  const made: string[] = [];
  const context = new LoggerContext();
  const tracked = new TrackedAppenders({
    timeoutMs: 60_000,
    maxCount: 100,
    make: (value) => {
      made.push(value);
      const appender = new ListAppender(value, context);
      appender.start();
      return appender;
    },
    onRemoved: ({ value }, why) => {
      removed.push(`${value}: ${why}`);
    },
    ...options,
  });
  return { tracked, removed, made, values: () => tracked.all.map(({ value }) => value) };
}

test("an appender is made for the first event of a value only", () => {
  const { tracked, made } = tracking();

  const [first, second] = [tracked.use("a", START), tracked.use("a", START + 1)];

  expect(second).toBe(first);
  expect(made).toEqual(["a"]);
});

test("an appender goes when it was not used for the timeout, looked at once a second", () => {
  const { tracked, removed } = tracking();
  tracked.use("a", START);
  tracked.use("b", START + 500);
  tracked.removeStale(START + 60_000);
  tracked.removeStale(START + 60_500);

  expect(removed).toEqual([]);

  tracked.removeStale(START + 61_000);

  expect(removed).toEqual(["a: timeout", "b: timeout"]);
});

test("when the clock was set back, looking goes on", () => {
  const { tracked, removed } = tracking();
  tracked.removeStale(START + 3_600_000);
  tracked.use("a", START - 120_000);

  tracked.removeStale(START);

  expect(removed).toEqual(["a: timeout"]);
});

test("there are never more than the limit: the one used longest ago makes room", () => {
  const { tracked, removed, values } = tracking({ maxCount: 2 });

  for (const value of ["a", "b", "a", "c", "a", "d"]) {
    tracked.use(value, START);
  }

  expect(removed).toEqual(["b: limit", "c: limit"]);
  expect(values()).toEqual(["a", "d"]);
});

test("at the end of its session an appender stays ten seconds after its last event", () => {
  const { tracked, removed, made } = tracking();
  tracked.use("a", START, true);
  tracked.removeStale(START);
  tracked.use("a", START + 9_000);
  tracked.removeStale(START + 12_000);

  expect(removed).toEqual([]);

  tracked.removeStale(START + 19_001);

  expect(removed).toEqual(["a: end of session"]);
  expect(made).toEqual(["a"]);
});

test("those that linger do not count among the others", () => {
  const { tracked, removed, values } = tracking({ maxCount: 2 });

  for (const value of ["a", "b", "c"]) {
    tracked.use(value, START, value !== "b");
  }
  tracked.use("d", START);
  tracked.use("e", START);

  expect(removed).toEqual(["b: limit"]);
  expect(values()).toEqual(["a", "c", "d", "e"]);
});

test("there are never more than 512 that linger", () => {
  const { tracked, removed } = tracking({ maxCount: 2 });

  for (let value = 0; value < 514; value++) {
    tracked.use(String(value), START, true);
  }

  expect(tracked.size).toBe(512);
  expect(removed).toEqual(["0: limit", "1: limit"]);
});

test("an appender that could not be started goes at the next look, so that it is tried again", () => {
  const context = new LoggerContext();
  const { tracked, removed } = tracking({ make: (value) => new ListAppender(value, context) });
  tracked.removeStale(START);
  tracked.use("a", START);
  tracked.removeStale(START + 999);

  expect(removed).toEqual([]);

  tracked.removeStale(START + 1_000);

  expect(removed).toEqual(["a: failure"]);
});

test("one that could not be made stays for the timeout, so that it is not tried at every event", () => {
  const tried: string[] = [];
  const { tracked } = tracking({
    make: (value) => {
      tried.push(value);
      return undefined;
    },
  });

  for (let time = START; time < START + 10_000; time += 500) {
    tracked.use("a", time);
    tracked.removeStale(time);
  }

  expect(tried).toEqual(["a"]);
});

test("after eight failures to start in a row nothing is tried until the next look", () => {
  const context = new LoggerContext();
  const { tracked } = tracking({ make: (value) => new ListAppender(value, context) });
  tracked.removeStale(START);

  const uses = Array.from({ length: 10 }, (_, index) => tracked.use(`v${String(index)}`, START));

  expect(uses.map((each) => each === undefined)).toEqual([false, false, false, false, false, false, false, false, true, true]);

  tracked.removeStale(START + 1_000);

  expect(tracked.use("v9", START + 1_000)).toBeDefined();
});
