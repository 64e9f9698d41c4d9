import { setImmediate as nextImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { AppenderCounters } from "../../src/core/appender.js";
import { BaseAppender } from "../../src/core/base-appender.js";
import type { Filter, FilterReply } from "../../src/core/filter.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { anEvent } from "../support/events.js";
import { complaintsOf, RecordingAppender } from "../support/recording.js";

/** An appender whose parts do what a test says. */
class ScriptedAppender extends BaseAppender {
  readonly journal: string[] = [];
  onOpen: () => void = () => {};
  onAppend: () => void = () => {};
  onBegin: () => void = () => {};
  onEnd: () => void = () => {};
  onClose: () => void | Promise<void> = () => {};
  #written = 0;

  protected override open(): void {
    this.journal.push("open");
    this.onOpen();
  }

  protected override begin(): void {
    this.journal.push("begin");
    this.onBegin();
  }

  protected override end(): void {
    this.journal.push("end");
    this.onEnd();
  }

  protected append(): void {
    this.journal.push("append");
    this.onAppend();
    this.#written++;
  }

  protected override close(): void | Promise<void> {
    this.journal.push("close");
    return this.onClose();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.#written, queued: 0, dropped: 0 };
  }
}

function scripted(filters: readonly Filter[] = []): { readonly context: LoggerContext; readonly appender: ScriptedAppender } {
  const context = new LoggerContext();
  return { context, appender: new ScriptedAppender("FILE", context, filters) };
}

function replying(decide: () => FilterReply): Filter {
  return { decide };
}

function fail(message: string): never {
  throw new Error(message);
}

describe("starting and stopping", () => {
  test("an appender is opened once and closed once", () => {
    const { appender } = scripted();

    expect(appender.isStarted).toBe(false);

    appender.start();
    appender.start();

    expect(appender.isStarted).toBe(true);

    void appender.stop();
    void appender.stop();

    expect(appender.isStarted).toBe(false);
    expect(appender.journal).toEqual(["open", "begin", "end", "close"]);
  });

  test("an appender that starts beside another begins when it takes over, once", () => {
    const { appender } = scripted();

    appender.awaitTakeOver();
    appender.start();
    expect({ isStarted: appender.isStarted, journal: appender.journal }).toEqual({ isStarted: true, journal: ["open"] });
    appender.takeOver();
    appender.takeOver();
    appender.doAppend(anEvent());

    expect(appender.journal).toEqual(["open", "begin", "append"]);
  });

  test("an appender that starts beside another begins at its first event at the latest", () => {
    const { appender } = scripted();
    appender.awaitTakeOver();
    appender.start();

    appender.doAppend(anEvent());
    appender.takeOver();
    appender.doAppend(anEvent());

    expect(appender.journal).toEqual(["open", "begin", "append", "append"]);
    expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
  });

  test("an appender that never began does not end, and can be started again", () => {
    const { appender } = scripted();
    appender.awaitTakeOver();
    appender.start();
    void appender.stop();

    appender.start();

    expect(appender.journal).toEqual(["open", "close", "open", "begin"]);
  });

  test("an appender that fails to begin and to end writes its events and is closed, with two statuses", () => {
    const { context, appender } = scripted();
    appender.onBegin = () => fail("no head");
    appender.onEnd = () => fail("no foot");
    appender.start();
    appender.doAppend(anEvent());
    void appender.stop();

    expect(appender.journal).toEqual(["open", "begin", "append", "end", "close"]);
    expect(complaintsOf(context)).toEqual([
      "ERROR Appender [FILE] could not begin its output properly; its events are written all the same.",
      "ERROR Appender [FILE] could not be closed properly; its last events may be missing.",
    ]);
  });

  test("an appender that was never started is not closed", () => {
    const { appender } = scripted();
    void appender.stop();

    expect(appender.journal).toEqual([]);
  });

  test("an appender that cannot be opened stays visible as not started, with one status", () => {
    const { context, appender } = scripted();
    appender.onOpen = () => fail("EACCES");
    appender.start();

    expect(appender.isStarted).toBe(false);
    expect(complaintsOf(context)).toEqual(["ERROR Appender [FILE] could not be started; its events are not written."]);
    expect(context.statusManager.statuses[0]?.cause).toEqual(new Error("EACCES"));
  });

  test("an appender that could not be opened can be started later", () => {
    const { appender } = scripted();
    appender.onOpen = () => fail("EACCES");
    appender.start();
    appender.onOpen = () => {};
    appender.start();

    expect(appender.isStarted).toBe(true);
  });

  test("stop gives the promise of what is still on its way, also when it is called again", async () => {
    const { appender } = scripted();
    let written = (): void => {};
    appender.onClose = () => new Promise((resolve) => { written = resolve; });
    appender.start();
    const order: string[] = [];
    const both = [appender.stop(), appender.stop()].map(async (promise) => {
      await promise;
      order.push("stopped");
    });
    await nextImmediate();
    order.push("written");
    written();
    await Promise.all(both);

    expect(order).toEqual(["written", "stopped", "stopped"]);
  });

  for (const { how, onClose } of [{ how: "throws", onClose: () => fail("EIO") }, { how: "rejects", onClose: () => Promise.reject(new Error("EIO")) }]) {
    test(`an appender whose closing ${how} is stopped, with one status`, async () => {
      const { context, appender } = scripted();
      appender.onClose = onClose;
      appender.start();
      await appender.stop();

      expect(appender.isStarted).toBe(false);
      expect(complaintsOf(context)).toEqual(["ERROR Appender [FILE] could not be closed properly; its last events may be missing."]);
      expect(context.statusManager.statuses[0]?.cause).toEqual(new Error("EIO"));
    });
  }
});

describe("appending", () => {
  const replies: readonly { readonly filters: readonly FilterReply[]; readonly passes: boolean }[] = [
    { filters: [], passes: true },
    { filters: ["NEUTRAL"], passes: true },
    { filters: ["ACCEPT"], passes: true },
    { filters: ["DENY"], passes: false },
    { filters: ["NEUTRAL", "DENY"], passes: false },
    { filters: ["ACCEPT", "DENY"], passes: true },
  ];

  for (const { filters, passes } of replies) {
    test(`an event that filters answer with [${filters.join(", ")}] is ${passes ? "taken" : "denied, and in no counter"}`, () => {
      const { appender } = scripted(filters.map((reply) => replying(() => reply)));
      appender.start();
      appender.doAppend(anEvent());
      const count = passes ? 1 : 0;

      expect(appender.journal).toEqual(passes ? ["open", "begin", "append"] : ["open", "begin"]);
      expect(appender.counters).toEqual({ logged: count, written: count, queued: 0, dropped: 0 });
    });
  }

  test("events for an appender that is not started are dropped, counted and told once; filters are not asked", () => {
    const { context, appender } = scripted([replying(() => fail("asked"))]);
    appender.doAppend(anEvent());
    appender.doAppend(anEvent());

    expect(appender.counters).toEqual({ logged: 2, written: 0, queued: 0, dropped: 2 });
    expect(complaintsOf(context)).toEqual(["WARN Appender [FILE]: Attempted to append to an appender that is not started; the event is dropped. Said once; see its counters."]);
  });

  test("a failure is told once and counted each time, and the next event is fine", () => {
    const { context, appender } = scripted();
    appender.start();
    appender.onAppend = () => fail("ENOSPC");
    appender.doAppend(anEvent());
    appender.doAppend(anEvent());
    appender.onAppend = () => {};
    appender.doAppend(anEvent());

    expect(appender.counters).toEqual({ logged: 3, written: 1, queued: 0, dropped: 2 });
    expect(complaintsOf(context)).toEqual(["ERROR Appender [FILE] failed to append an event. Said once; see its counters."]);
    expect(context.statusManager.statuses[0]?.cause).toEqual(new Error("ENOSPC"));
  });

  test("a filter that throws costs its event, is told once, and the counters add up", () => {
    let isBroken = true;
    const { context, appender } = scripted([replying(() => (isBroken ? fail("filter") : "NEUTRAL"))]);
    appender.start();
    appender.doAppend(anEvent());
    appender.doAppend(anEvent());
    isBroken = false;
    appender.doAppend(anEvent());

    expect(appender.counters).toEqual({ logged: 3, written: 1, queued: 0, dropped: 2 });
    expect(complaintsOf(context)).toEqual(["ERROR Appender [FILE] failed to append an event. Said once; see its counters."]);
  });

  test("an event that comes while another is appended is dropped, counted and told once", () => {
    const { context, appender } = scripted();
    appender.start();
    appender.onAppend = () => { appender.doAppend(anEvent()); };
    appender.doAppend(anEvent());
    appender.doAppend(anEvent());

    expect(appender.counters).toEqual({ logged: 4, written: 2, queued: 0, dropped: 2 });
    expect(complaintsOf(context)).toEqual(["WARN Appender [FILE]: An event was logged while this appender was at work on another; it is dropped. Said once; see its counters."]);
  });

  test("trouble of an appender that was started anew is news", () => {
    const { context, appender } = scripted();
    appender.onAppend = () => fail("ENOSPC");
    appender.start();
    appender.doAppend(anEvent());
    void appender.stop();
    appender.doAppend(anEvent());
    appender.start();
    appender.doAppend(anEvent());
    void appender.stop();
    appender.doAppend(anEvent());

    expect(complaintsOf(context)).toHaveLength(4);
  });

  test("each appender tells its own trouble once", () => {
    const context = new LoggerContext();
    const [first, second] = [new RecordingAppender("FIRST", context), new RecordingAppender("SECOND", context)];
    for (const appender of [first, second]) {
      appender.onAppend = () => fail("EIO");
      appender.doAppend(anEvent());
      appender.doAppend(anEvent());
    }

    expect(complaintsOf(context)).toEqual([
      "ERROR Appender [FIRST] failed to append an event. Said once; see its counters.",
      "ERROR Appender [SECOND] failed to append an event. Said once; see its counters.",
    ]);
  });
});

/** Sends each event away and tells later whether it arrived. */
class SendingAppender extends BaseAppender {
  readonly sent: { readonly message: string; readonly arrive: () => void; readonly fail: (cause: Error) => void }[] = [];

  protected override append({ formattedMessage }: { readonly formattedMessage: string }): Promise<void> {
    return new Promise<void>((arrive, fail) => {
      this.sent.push({ message: formattedMessage, arrive, fail });
    });
  }
}

describe("an appender whose append returns a promise", () => {
  function sending(): { readonly context: LoggerContext; readonly appender: SendingAppender } {
    const context = new LoggerContext();
    const appender = new SendingAppender("SENDER", context);
    appender.start();
    return { context, appender };
  }

  test("counts an event as queued until the promise is settled, and a rejection as dropped, said once", async () => {
    const { context, appender } = sending();

    for (const message of ["arrives", "fails", "fails too", "is on its way"]) {
      appender.doAppend(anEvent({ message }));
    }
    expect(appender.counters).toEqual({ logged: 4, written: 0, queued: 4, dropped: 0 });
    appender.sent[0]?.arrive();
    appender.sent[1]?.fail(new Error("no network"));
    appender.sent[2]?.fail(new Error("no network"));
    await nextImmediate();

    expect(appender.counters).toEqual({ logged: 4, written: 1, queued: 1, dropped: 2 });
    expect(complaintsOf(context)).toEqual(["ERROR Appender [SENDER] failed to append an event. Said once; see its counters."]);
  });

  test("is closed when all that is on its way has arrived", async () => {
    const { appender } = sending();
    appender.doAppend(anEvent());
    let isStopped = false;

    const stopping = Promise.resolve(appender.stop()).then(() => {
      isStopped = true;
    });
    await nextImmediate();
    expect(isStopped).toBe(false);
    appender.sent[0]?.arrive();
    await stopping;

    expect(appender.counters).toEqual({ logged: 1, written: 1, queued: 0, dropped: 0 });
  });

  test("may return anything else in JavaScript: it means nothing", () => {
    class ReturningAppender extends BaseAppender {
      protected override append(): undefined {
        return 1 as unknown as undefined;
      }
    }
    const appender = new ReturningAppender("R", new LoggerContext());
    appender.start();

    appender.doAppend(anEvent());

    expect(appender.counters).toEqual({ logged: 1, written: 1, queued: 0, dropped: 0 });
  });
});
