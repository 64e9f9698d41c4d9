import { readFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { FileAppender } from "../../src/appender/file-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import { SiftingAppender, siftingAppender, type SiftingAppenderOptions } from "../../src/appender/sifting-appender.js";
import { MDCBasedDiscriminator, mdcBasedDiscriminator } from "../../src/appender/sifting/mdc-based-discriminator.js";
import type { AppenderFactory } from "../../src/core/appender-factory.js";
import type { Appender, AppenderCounters } from "../../src/core/appender.js";
import { BaseAppender } from "../../src/core/base-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { Marker } from "../../src/core/marker.js";
import { buildFrom } from "../support/build.js";
import { RecordingDrains } from "../support/drains.js";
import { anEvent, SOME_TIME } from "../support/events.js";
import { complaintsOf, RecordingAppender } from "../support/recording.js";
import { tempDir } from "../support/temp-dir.js";
import { MESSAGE_ENCODER } from "../support/text-encoder.js";

interface Sifting {
  readonly appender: SiftingAppender;
  readonly context: LoggerContext;
  /** All appenders ever made, by name. */
  readonly made: Map<string, RecordingAppender>;
  readonly released: string[];
  /** Gives it an event with that MDC value, so many milliseconds after the first. */
  log(user: string, message?: string, afterMs?: number, markers?: readonly Marker[]): void;
}

function sifting(options: Partial<SiftingAppenderOptions> = {}): Sifting {
  const context = new LoggerContext();
  const made = new Map<string, RecordingAppender>();
  const released: string[] = [];
  const factory: AppenderFactory = {
    make: (value) => {
      const nested = new RecordingAppender(value, context);
      made.set(value, nested);
      return nested;
    },
    release: ({ name }) => {
      released.push(name);
    },
  };
  const appender = new SiftingAppender("SIFT", context, { discriminator: new MDCBasedDiscriminator("user", "none"), factory, ...options });
  appender.start();
  return {
    appender,
    context,
    made,
    released,
    log: (user, message = "m", afterMs = 0, markers = []) => {
      appender.doAppend(anEvent({ message, mdc: { user }, timestamp: SOME_TIME + afterMs, markers }));
    },
  };
}

test("each value has an appender of its own, made at its first event", () => {
  const { appender, made, log } = sifting();

  log("joe", "1");
  log("ann", "2");
  log("joe", "3");

  expect([...made].map(([name, { messages }]) => [name, messages])).toEqual([["joe", ["1", "3"]], ["ann", ["2"]]]);
  expect(appender.appenders).toEqual([...made.values()]);
  expect(appender.counters).toEqual({ logged: 3, written: 3, queued: 0, dropped: 0 });
});

test("an appender without events for the timeout is stopped, and made anew when its value comes again", () => {
  const { made, released, log } = sifting({ timeoutMs: 2_000 });
  log("joe", "1");
  log("ann", "2", 500);
  const [joe] = made.values();

  log("ann", "3", 60_000);

  expect(joe?.isClosed).toBe(true);
  expect(released).toEqual(["joe"]);

  log("joe", "4", 61_000);

  expect(made.get("joe")).not.toBe(joe);
  expect(made.get("joe")?.messages).toEqual(["4"]);
});

for (const { title, marker } of [
  { title: "FINALIZE_SESSION", marker: new Marker("FINALIZE_SESSION") },
  { title: "a marker that refers to it", marker: new Marker("LOGOUT").add(new Marker("FINALIZE_SESSION")) },
]) {
  test(`ten seconds after an event with ${title} its appender is stopped`, () => {
    const { made, log } = sifting();
    log("joe", "bye", 0, [marker]);
    log("joe", "late", 5_000);

    log("ann", "2", 15_000);

    expect(made.get("joe")?.messages).toEqual(["bye", "late"]);
    expect(made.get("joe")?.isClosed).toBe(false);

    log("ann", "3", 16_001);

    expect(made.get("joe")?.isClosed).toBe(true);
  });
}

test("there are never more appenders than the limit, which is said once", () => {
  const { appender, context, made, log } = sifting({ maxAppenderCount: 3 });

  for (let user = 0; user < 100; user++) {
    log(`u${String(user)}`);

    expect(appender.appenders.length).toBeLessThanOrEqual(3);
  }

  expect(made.size).toBe(100);
  expect([...made.values()].filter(({ isClosed }) => !isClosed)).toHaveLength(3);
  expect(complaintsOf(context)).toEqual(["WARN More than 3 appenders are wanted at one time; for each more, the one used longest ago is stopped. <maxAppenderCount> allows more. Said once."]);
});

test("without a limit of its own it keeps 512 appenders at most", () => {
  const { appender, log } = sifting();

  for (let user = 0; user < 2_000; user++) {
    log(`u${String(user)}`);
  }

  expect(appender.appenders).toHaveLength(512);
  expect(appender.counters).toEqual({ logged: 2_000, written: 2_000, queued: 0, dropped: 0 });
});

test("a value that is not safe in a name is replaced, which is said once", () => {
  const { context, made, log } = sifting();

  log("../x");
  log("a b");

  expect([...made.keys()]).toEqual([expect.stringMatching(/^\.\._x--[0-9a-f]{16}$/), expect.stringMatching(/^a_b--[0-9a-f]{16}$/)]);
  expect(complaintsOf(context)).toEqual([expect.stringMatching(/^WARN The value "\.\.\/x" of \[user\] is not safe in a name; "\.\._x--[0-9a-f]{16}" stands for it\. Said once\.$/)]);
});

test("very long values are told apart", () => {
  const { made, log } = sifting();
  const long = "x".repeat(100_000);

  log(`${long}1`);
  log(`${long}2`);
  log(`${long}1`);

  expect([...made.values()].map(({ messages }) => messages.length)).toEqual([2, 1]);
});

test("events of a value for which no appender can be made are dropped, counted and said", () => {
  const { appender, context, log } = sifting({ factory: { make: (value) => (value === "bad" ? undefined : new RecordingAppender(value, new LoggerContext())) } });

  log("bad");
  log("good");
  log("bad");

  expect(appender.counters).toEqual({ logged: 3, written: 1, queued: 0, dropped: 2 });
  expect(complaintsOf(context)[0]).toBe("ERROR There is no appender for the value [bad]; its events are dropped and counted.");
});

test("that no appender can be made is said four times at most", () => {
  const { context, log } = sifting({ factory: { make: () => undefined } });

  for (let user = 0; user < 100; user++) {
    log(`u${String(user)}`);
  }

  expect(complaintsOf(context)).toHaveLength(4);
});

test("a factory and an appender that throw cost only their value", () => {
  const stubborn = new ListAppender("stubborn", new LoggerContext());
  stubborn.stop = () => {
    throw new Error("no");
  };
  const { appender, context, log } = sifting({
    factory: {
      make: (value) => {
        if (value === "thrown") {
          throw new Error("made badly");
        }
        return stubborn;
      },
    },
  });

  log("thrown");
  log("kept");
  void appender.stop();

  expect(stubborn.list).toHaveLength(1);
  expect(appender.counters).toEqual({ logged: 2, written: 1, queued: 0, dropped: 1 });
  expect(complaintsOf(context)).toEqual([
    "ERROR The appender for [thrown] could not be made.",
    "ERROR There is no appender for the value [thrown]; its events are dropped and counted.",
    "ERROR The appender [stubborn] could not be stopped; its last events may be missing.",
  ]);
});

test("a discriminator that throws costs the event, which is counted and said", () => {
  const discriminator = {
    key: "k",
    getDiscriminatingValue: (): string => {
      throw new Error("no value");
    },
  };
  const { appender, context, log } = sifting({ discriminator });

  log("joe");

  expect(appender.counters).toEqual({ logged: 1, written: 0, queued: 0, dropped: 1 });
  expect(complaintsOf(context)).toEqual([expect.stringMatching(/^ERROR Appender \[SIFT\] failed to append an event/)]);
});

test("events that its appenders drop or hold are dropped or queued of its own, also once they are stopped", () => {
  class Holding extends RecordingAppender {
    protected override delivery(): { written: number; queued: number; dropped: number } {
      return this.isClosed ? { written: 0, queued: 0, dropped: this.events.length } : { written: 0, queued: this.events.length, dropped: 0 };
    }
  }
  const { appender, context, log } = sifting({ factory: { make: (value) => new Holding(value, context) }, timeoutMs: 1_000 });
  log("joe");
  log("joe");

  expect(appender.counters).toEqual({ logged: 2, written: 0, queued: 2, dropped: 0 });

  log("ann", "m", 60_000);

  expect(appender.counters).toEqual({ logged: 3, written: 0, queued: 1, dropped: 2 });
});

test("a batch begins for each appender with its first event, and ends for all of them", () => {
  const calls: string[] = [];
  class Batching extends RecordingAppender {
    override beginBatch(): void {
      calls.push(`begin ${this.name}`);
    }
    override endBatch(): void {
      calls.push(`end ${this.name}`);
    }
  }
  const { appender, log } = sifting({ factory: { make: (value) => new Batching(value, new LoggerContext()) } });

  appender.beginBatch();
  log("joe");
  log("ann");
  log("joe");
  appender.endBatch();
  log("joe");

  expect(calls).toEqual(["begin joe", "begin ann", "end joe", "end ann"]);
});

test("an appender that is stopped within a batch ends it first", () => {
  const calls: string[] = [];
  class Batching extends RecordingAppender {
    override endBatch(): void {
      calls.push(`end ${this.name}`);
    }
    protected override close(): void {
      calls.push(`close ${this.name}`);
    }
  }
  const { appender, log } = sifting({ maxAppenderCount: 1, factory: { make: (value) => new Batching(value, new LoggerContext()) } });

  appender.beginBatch();
  log("joe");
  log("ann");
  appender.endBatch();

  expect(calls).toEqual(["end joe", "close joe", "end ann"]);
});

test("stopping waits for the appenders that need time, those stopped before included", async () => {
  const open = new Map<string, () => void>();
  class Slow extends BaseAppender {
    protected append(): void {}
    protected override close(): Promise<void> {
      return new Promise((resolve) => open.set(this.name, resolve));
    }
    protected override delivery(): Omit<AppenderCounters, "logged"> {
      return { written: 1, queued: 0, dropped: 0 };
    }
  }
  const { appender, log, released } = sifting({ maxAppenderCount: 1, factory: { make: (value) => new Slow(value, new LoggerContext()), release: ({ name }) => released.push(name) } });
  log("joe");
  log("ann");
  let isStopped = false;

  const stopping = Promise.resolve(appender.stop()).then(() => {
    isStopped = true;
  });
  open.get("ann")?.();
  await nextTurn();

  expect(isStopped).toBe(false);
  expect(released).toEqual(["joe", "ann"]);
  expect(appender.counters.written).toBe(2);

  open.get("joe")?.();
  await stopping;

  expect(isStopped).toBe(true);
});

test("at its end it says how many appenders there were, and can be started again", () => {
  const { appender, context, made, log } = sifting({ maxAppenderCount: 2, timeoutMs: 5_000 });
  for (const user of ["a", "b", "c"]) {
    log(user);
  }
  log("d", "m", 10_000);

  void appender.stop();

  expect([...made.values()].every(({ isClosed }) => isClosed)).toBe(true);
  expect(context.statusManager.statuses.at(-1)?.message).toBe(
    "4 appenders were made for values of [user]; stopped: 1 at the end, 1 after 5 seconds without events, 2 to make room for others, 0 at the end of their session, 0 that could not be started.",
  );

  appender.start();
  log("d", "again");

  expect(made.get("d")?.messages).toEqual(["again"]);
});

test("reopening is passed on", () => {
  const reopened: string[] = [];
  class Reopening extends RecordingAppender {
    reopen(): void {
      reopened.push(this.name);
    }
  }
  const { appender, log } = sifting({ factory: { make: (value): Appender => (value === "plain" ? new RecordingAppender(value, new LoggerContext()) : new Reopening(value, new LoggerContext())) } });
  log("joe");
  log("plain");

  appender.reopen();

  expect(reopened).toEqual(["joe"]);
});

for (const { title, options, reason } of [
  { title: "a discriminator", options: { discriminator: undefined }, reason: "Missing discriminator" },
  { title: "a discriminator that started", options: { discriminator: new MDCBasedDiscriminator("user", undefined) }, reason: "The discriminator has not started" },
  { title: "something to make appenders from", options: { factory: undefined }, reason: "There is nothing to make appenders from" },
]) {
  test(`without ${title} it does not start, and says so`, () => {
    const { appender, context } = sifting(options);

    expect(appender.isStarted).toBe(false);
    expect(String(context.statusManager.statuses[0]?.cause)).toContain(reason);
  });
}

const settings = { discriminator: { key: "user", defaultValue: "none" } };

test("siftingAppender reads timeout and maxAppenderCount, and has defaults", () => {
  const components = [mdcBasedDiscriminator];

  const { built: plain } = buildFrom(siftingAppender, settings, { components });
  const { built } = buildFrom(siftingAppender, { ...settings, timeout: "5 minutes", maxAppenderCount: "3" }, { components });
  const { built: asInLogback } = buildFrom(siftingAppender, { ...settings, maxAppenderCount: "2147483647" }, { components });

  expect(plain).toMatchObject({ timeoutMs: 1_800_000, maxAppenderCount: 512 });
  expect(built).toMatchObject({ timeoutMs: 300_000, maxAppenderCount: 3 });
  expect(asInLogback).toMatchObject({ maxAppenderCount: 512 });
});

for (const { property, value, said } of [
  { property: "timeout", value: "bogus", said: /^ERROR Expected a duration such as .*, got "bogus"; 30 minutes are used\.$/ },
  { property: "timeout", value: "10 s", said: /^WARN "10 s" is taken for seconds/ },
  { property: "maxAppenderCount", value: "0", said: /^ERROR Expected a number of appenders, 1 or more, got "0"; 512 is used\.$/ },
  { property: "maxAppenderCount", value: "-1", said: /^ERROR Expected a number of appenders/ },
  { property: "maxAppenderCount", value: "many", said: /^ERROR Expected a number of appenders/ },
  { property: "maxAppenderCount", value: "2147483648", said: /^ERROR Expected a number of appenders/ },
]) {
  test(`siftingAppender complains about a ${property} of "${value}"`, () => {
    const { built, statuses } = buildFrom(siftingAppender, { ...settings, [property]: value }, { components: [mdcBasedDiscriminator] });

    expect(built).toBeDefined();
    expect(statuses).toEqual([expect.stringMatching(said)]);
  });
}

/** A sifting appender over buffered files in a folder. */
function siftingFiles(drains: RecordingDrains): { readonly folder: string; readonly appender: SiftingAppender } {
  const folder = tempDir();
  const context = new LoggerContext({ drains });
  const make = (value: string): Appender => new FileAppender(value, context, { encoder: MESSAGE_ENCODER, file: path.join(folder, `${value}.log`), immediateFlush: false });
  const appender = new SiftingAppender("SIFT", context, { discriminator: new MDCBasedDiscriminator("user", "none"), factory: { make } });
  appender.start();
  onTestFinished(() => appender.stop());
  for (const user of ["joe", "ann", "joe"]) {
    appender.doAppend(anEvent({ message: "m", mdc: { user } }));
  }
  return { folder, appender };
}

test("what its appenders hold is written at the end of the process", () => {
  const drains = new RecordingDrains();
  const { folder, appender } = siftingFiles(drains);

  expect(appender.counters).toEqual({ logged: 3, written: 0, queued: 3, dropped: 0 });

  drains.drainAll();

  expect(readFileSync(path.join(folder, "joe.log"), "utf8")).toBe("m\nm\n");
  expect(readFileSync(path.join(folder, "ann.log"), "utf8")).toBe("m\n");
  expect(appender.counters).toEqual({ logged: 3, written: 3, queued: 0, dropped: 0 });
});

test("where nothing may wait, its appenders hold nothing", () => {
  const drains = new RecordingDrains();
  drains.writeThrough = true;

  const { folder } = siftingFiles(drains);

  expect(readFileSync(path.join(folder, "joe.log"), "utf8")).toBe("m\nm\n");
});
