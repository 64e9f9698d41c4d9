import { expect, test } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { TcpSink, type TcpSinkOptions } from "../../src/sink/tcp-sink.js";
import { RecordingDrains } from "../support/drains.js";
import { fakeConnections, type FakeConnections } from "../support/fake-connections.js";
import { FakeTimers } from "../support/fake-timers.js";
import { addsUp } from "../support/tcp-sinks.js";

interface Made {
  readonly sink: TcpSink;
  readonly timers: FakeTimers;
  readonly connections: FakeConnections;
  readonly drains: RecordingDrains;
  statuses(): string[];
}

/** An opened sink whose connections and time the test decides on. */
function openSink(options: Partial<TcpSinkOptions> = {}): Made {
  const timers = new FakeTimers();
  const connections = fakeConnections();
  const drains = new RecordingDrains();
  const statusManager = new StatusManager();
  const sink = new TcpSink({ destinations: [{ host: "logs", port: 1 }], origin: "NET", drains, statusManager, timers, random: () => 0, connect: connections.connect, ...options });
  sink.open();
  return { sink, timers, connections, drains, statuses: () => statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

test("events of one turn are one write, after the turn", () => {
  const { sink, timers, connections } = openSink();
  connections.last().connect();

  sink.write("a\n");
  sink.write("b\n");
  expect(connections.last().text).toBe("");
  timers.pass(0);

  expect(connections.last()).toMatchObject({ text: "a\nb\n", writes: 1 });
});

test("an event without text is sent without a write", () => {
  const { sink, timers, connections } = openSink();
  connections.last().connect();

  sink.write("");
  timers.pass(0);

  expect(connections.last().writes).toBe(0);
  expect(sink.counters).toMatchObject({ accepted: 1, sent: 1, queued: 0 });
});

test("a full batch is written in the turn itself", () => {
  const { sink, connections } = openSink();
  connections.last().connect();

  sink.write("a".repeat(16_000));
  sink.write("b".repeat(1_000));

  expect(connections.last().text).toBe("a".repeat(16_000));
});

test("while the system takes nothing, nothing more is written; when it has, everything is", () => {
  const { sink, timers, connections } = openSink();
  const connection = connections.last();
  connection.takes = false;
  connection.connect();
  sink.write("a\n");
  timers.pass(0);
  sink.write("b\n");
  timers.pass(100);
  expect(connection.text).toBe("a\n");

  connection.takes = true;
  connection.free();

  expect(connection.text).toBe("a\nb\n");
  expect(sink.counters).toMatchObject({ sent: 2, queued: 0 });
});

test("an attempt that takes too long is given up", () => {
  const { timers, connections, statuses } = openSink({ connectionTimeoutMs: 500 });

  timers.pass(499);
  expect(connections.made.length).toBe(1);
  timers.pass(1);

  expect(connections.made[0]?.isDestroyed).toBe(true);
  expect(statuses()[0]).toContain("Cannot connect to logs:1 (ETIMEDOUT); it is tried again.");
  timers.pass(100);
  expect(connections.made.length).toBe(2);
});

test("attempts come with pauses that grow to the reconnection delay", () => {
  const { timers, connections } = openSink({ reconnectionDelayMs: 300 });
  const attempts: number[] = [];

  for (let count = 1; count <= 5; count++) {
    connections.last().close("ECONNREFUSED");
    while (connections.made.length === count) {
      timers.pass(1);
    }
    attempts.push(timers.now());
  }

  expect(attempts).toEqual([100, 300, 600, 900, 1_200]);
});

test("half-open: a receiver that vanished without a word is left when it has taken nothing for the write timeout", () => {
  const { sink, timers, connections, statuses } = openSink({ writeTimeoutMs: 1_000 });
  const vanished = connections.last();
  vanished.connect();
  vanished.takes = false;
  sink.write("lost\n");
  timers.pass(0);
  sink.write("kept\n");

  timers.pass(1_000);
  expect(vanished.isDestroyed).toBe(true);
  timers.pass(100);
  connections.last().connect();

  expect(connections.last().text).toBe("kept\n");
  expect(sink.counters).toMatchObject({ accepted: 2, sent: 2, possiblyLost: 1 });
  expect(statuses().find((status) => status.startsWith("WARN"))).toBe("WARN Lost the connection to logs:1 (ETIMEDOUT); it is made anew. Up to 1 event of those sent may not have been received.");
});

test("what a connection says after it was given up is not listened to", () => {
  const { sink, timers, connections } = openSink({ writeTimeoutMs: 1_000 });
  const vanished = connections.last();
  vanished.connect();
  vanished.takes = false;
  sink.write("a\n");
  timers.pass(1_200);
  const next = connections.last();
  next.connect();

  vanished.free();
  vanished.close("ECONNRESET");
  sink.write("b\n");
  timers.pass(0);

  expect(connections.last()).toBe(next);
  expect(next.text).toBe("b\n");
});

test("a write without a timeout waits for ever", () => {
  const { sink, timers, connections } = openSink({ writeTimeoutMs: 0 });
  connections.last().connect();
  connections.last().takes = false;
  sink.write("a\n");

  timers.pass(86_400_000);

  expect(connections.last().isDestroyed).toBe(false);
});

test("the text that keeps a connection alive is sent when nothing else was for so long", () => {
  const { sink, timers, connections } = openSink({ keepAlive: { afterMs: 1_000, text: "\n" } });
  connections.last().connect();
  timers.pass(900);
  sink.write("a\n");
  timers.pass(900);
  expect(connections.last().text).toBe("a\n");

  timers.pass(100);
  expect(connections.last().text).toBe("a\n\n");
  timers.pass(2_000);

  expect(connections.last().text).toBe("a\n\n\n\n");
});

test("with roundRobin a connection is left after its time: what was written goes out first, and the next destination follows", () => {
  const destinations = [{ host: "one", port: 1 }, { host: "two", port: 2 }];
  const { sink, timers, connections } = openSink({ destinations, strategy: "roundRobin", connectionTtlMs: 10_000 });
  const first = connections.last();
  first.connect();
  first.takes = false;
  timers.pass(9_999);
  sink.write("a\n");
  timers.pass(1);
  expect(first.isEnded).toBe(false);
  sink.write("b\n");

  first.free();
  expect(first.isEnded).toBe(true);
  first.close();
  connections.last().connect();

  expect(connections.last()).toMatchObject({ target: "two:2", text: "b\n" });
  expect(sink.counters).toMatchObject({ sent: 2, possiblyLost: 0 });
});

test("a receiver that does not confirm the end of a connection may have lost what was sent", async () => {
  const { sink, timers, connections } = openSink({ maxFlushMs: 5_000 });
  connections.last().connect();
  sink.write("a\n");

  const closed = sink.close();
  await Promise.resolve();
  expect(connections.last().isEnded).toBe(true);
  timers.pass(1_000);
  await closed;

  expect(sink.counters).toMatchObject({ sent: 1, possiblyLost: 1 });
});

test("a receiver that closed before it was told the end may have lost what was sent", async () => {
  const { sink, connections } = openSink();
  connections.last().connect();
  connections.last().takes = false;
  sink.write("a\n");

  const closed = sink.close();
  connections.last().free();
  await Promise.resolve();
  connections.last().isEnded = false;
  connections.last().close();
  await closed;

  expect(sink.counters).toMatchObject({ sent: 1, possiblyLost: 1 });
});

test("closing ends the connection when everything is out, and leaves no timer behind", async () => {
  const { sink, timers, connections, drains } = openSink({ keepAlive: { afterMs: 10, text: "\n" } });
  connections.last().connect();
  sink.write("a\n");

  const closed = sink.close();
  await Promise.resolve();
  connections.last().close();
  await closed;

  expect(connections.last()).toMatchObject({ text: "a\n", isEnded: true, isDestroyed: true });
  expect(sink.counters).toMatchObject({ sent: 1, possiblyLost: 0 });
  expect(timers.waiting).toBe(0);
  expect(drains.holders.size).toBe(0);
});

test("a sink can be opened again after it was closed", async () => {
  const { sink, connections } = openSink();
  connections.last().connect();
  const closed = sink.close();
  await Promise.resolve();
  connections.last().close();
  await closed;

  sink.open();
  connections.last().connect();
  sink.write("again\n");
  sink.drain();

  expect(connections.made.length).toBe(2);
  expect(connections.last().text).toBe("again\n");
});

test("closing while there is no connection tries once more at once, and again, until its time is over", async () => {
  const { sink, timers, connections } = openSink({ reconnectionDelayMs: 30_000, maxFlushMs: 2_000 });
  for (let count = 1; count <= 10; count++) {
    connections.last().close("ECONNREFUSED");
    while (connections.made.length === count) {
      timers.pass(10);
    }
  }
  connections.last().close("ECONNREFUSED");
  sink.write("a\n");
  const before = connections.made.length;

  const closed = sink.close();
  expect(connections.made.length).toBe(before + 1);
  expect(timers.keepingAlive).toBe(1);
  connections.last().close("ECONNREFUSED");
  timers.pass(100);
  expect(connections.made.length).toBe(before + 2);
  connections.last().connect();
  await Promise.resolve();
  await Promise.resolve();
  connections.last().close();
  await closed;

  expect(sink.counters).toMatchObject({ sent: 1, dropped: 0 });
});

test("in a worker thread, where nothing may be held back, each event is written at once", () => {
  const { sink, connections, drains } = openSink();
  connections.last().connect();
  drains.writeThrough = true;

  sink.write("a\n");
  sink.write("b\n");

  expect(connections.last()).toMatchObject({ text: "a\nb\n", writes: 2 });
});

test("what is logged after the process gave up waiting is sent, or counted as dropped at once", () => {
  const { sink, connections, drains, statuses } = openSink();
  sink.write("a\n");
  drains.drainAll();
  drains.writeThrough = true;
  for (const holder of drains.holders) {
    holder.abandon?.();
  }
  expect(sink.counters).toMatchObject({ dropped: 1, queued: 0 });

  sink.write("b\n");
  expect(sink.counters).toMatchObject({ dropped: 2, queued: 0 });
  connections.last().connect();
  sink.write("c\n");

  expect(connections.last().text).toBe("c\n");
  expect(statuses()[0]).toBe("ERROR The process ends before everything was sent: 1 event given up; 1 event dropped, 1 so far.");
  expect(addsUp(sink)).toBe(true);
});

test("a connection is said when what waited is sent, also when more follows all the time", () => {
  const { sink, timers, connections, statuses } = openSink();
  const connection = connections.last();
  connection.takes = false;
  sink.write("waited");
  connection.connect();
  sink.write("follows");
  timers.pass(0);

  expect(sink.counters).toMatchObject({ sent: 1, queued: 1 });
  expect(statuses()).toEqual(["INFO Connected to logs:1, 1 event that waited sent."]);
});

test("events may wait for room outside the queue: so many, and so long", () => {
  const { sink, timers, connections } = openSink({ mostEvents: 2, parkMs: 1_000 });
  for (const text of ["a", "b", "c", "d", "e"]) {
    sink.write(text);
  }
  expect(sink.counters).toMatchObject({ accepted: 5, queued: 4, dropped: 1 });
  timers.pass(500);
  connections.last().connect();
  expect(connections.last().text).toBe("abcd");
  expect(sink.counters).toMatchObject({ sent: 4, queued: 0 });
});

test("events that waited too long for room are dropped, and there is room for others then", () => {
  const { sink, timers, connections, statuses } = openSink({ mostEvents: 2, parkMs: 1_000 });
  for (const text of ["a", "b", "c", "d"]) {
    sink.write(text);
  }
  timers.pass(1_000);
  expect(sink.counters).toMatchObject({ queued: 2, dropped: 2 });

  sink.write("e");
  connections.last().connect();

  expect(connections.last().text).toBe("abe");
  expect(statuses().at(-1)).toBe("INFO Connected to logs:1, 3 events that waited sent; 2 events dropped, 2 so far.");
});

test("once full, the sink says so until something was sent", () => {
  const { sink, connections, statuses } = openSink({ mostEvents: 1 });
  expect(sink.isFull).toBe(false);
  sink.write("a");
  sink.write("b");
  expect(sink.isFull).toBe(true);
  sink.refuse();
  expect(sink.counters).toMatchObject({ accepted: 3, dropped: 2 });

  connections.last().connect();

  expect(sink.isFull).toBe(false);
  expect(statuses()).toEqual([
    "WARN logs:1 takes too little: 1 event waits in memory (at most 1 or 16384 KiB; newer ones are dropped).",
    "INFO Connected to logs:1, 1 event that waited sent; 2 events dropped, 2 so far.",
  ]);
});

test("under steady pressure what is dropped is said once a second at most, and nothing is left unsaid at the end", async () => {
  const { sink, timers, connections, statuses } = openSink({ mostEvents: 1, maxFlushMs: 5_000 });
  const connection = connections.last();
  connection.connect();
  connection.takes = false;
  for (let count = 0; count < 30; count++) {
    sink.write("a");
    sink.write("b");
    timers.pass(100);
    connection.free();
  }
  const { dropped } = sink.counters;
  expect(dropped).toBeGreaterThan(10);
  const said = statuses().filter((status) => status.includes("There is room"));
  expect(said.length).toBeLessThanOrEqual(4);

  const closed = sink.close();
  for (let count = 0; count < 5; count++) {
    connection.free();
    await Promise.resolve();
  }
  connection.close();
  await closed;

  expect(statuses().at(-1)).toContain(`, ${String(dropped)} so far.`);
});
