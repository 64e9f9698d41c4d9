import { expect, test } from "vitest";
import { StoppingAppenders } from "../../../src/appender/sifting/stopping-appenders.js";
import type { Appender } from "../../../src/core/appender.js";

interface Stopping {
  readonly stopping: StoppingAppenders;
  /** `name: cause` */
  readonly failures: string[];
  readonly released: string[];
}

function stopping(): Stopping {
  const failures: string[] = [];
  const released: string[] = [];
  const factory = {
    make: () => undefined,
    release: ({ name }: Appender) => {
      released.push(name);
    },
  };
  const made = new StoppingAppenders(factory, ({ name }, cause) => {
    failures.push(`${name}: ${String(cause)}`);
  });
  return { stopping: made, failures, released };
}

function anAppender(name: string, stop: () => void | Promise<void>, dropped = 0): Appender {
  return { name, isStarted: true, start: () => {}, stop, doAppend: () => {}, counters: { logged: 3, written: 3 - dropped, queued: 0, dropped } };
}

test("one that is done at once leaves only what it dropped", () => {
  const { stopping: appenders, failures, released } = stopping();

  appenders.stop(anAppender("a", () => {}, 2));

  expect([appenders.dropped, appenders.counters.length, appenders.settled]).toEqual([2, 0, undefined]);
  expect([failures, released]).toEqual([[], ["a"]]);
});

test("one that needs time is counted as long as it waits, and its file is free at once", async () => {
  const { stopping: appenders, released } = stopping();
  let finish = (): void => {};
  appenders.stop(anAppender("a", () => new Promise((resolve) => (finish = resolve)), 1));

  expect([appenders.dropped, appenders.counters.length]).toEqual([0, 1]);
  expect(released).toEqual(["a"]);

  finish();
  await appenders.settled;

  expect([appenders.dropped, appenders.counters.length]).toEqual([1, 0]);
});

test("what is thrown or rejected with is told, and the appender is done", async () => {
  const { stopping: appenders, failures, released } = stopping();

  appenders.stop(anAppender("a", () => { throw new Error("now"); }));
  appenders.stop(anAppender("b", () => Promise.reject(new Error("later"))));
  await appenders.settled;

  expect(failures).toEqual(["a: Error: now", "b: Error: later"]);
  expect(released).toEqual(["a", "b"]);
  expect(appenders.settled).toBe(undefined);
});
