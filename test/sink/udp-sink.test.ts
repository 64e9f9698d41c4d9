import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { charsetNamed } from "../../src/sink/charset.js";
import { UdpSink, type UdpSinkOptions } from "../../src/sink/udp-sink.js";
import { RecordingDrains } from "../support/drains.js";
import { UdpReceiver } from "../support/udp-receiver.js";

interface Opened {
  readonly sink: UdpSink;
  readonly drains: RecordingDrains;
  statuses(): string[];
}

function openSink(port: number, options: Partial<UdpSinkOptions> = {}): Opened {
  const statusManager = new StatusManager();
  const drains = new RecordingDrains();
  const sink = new UdpSink({ destination: { host: "127.0.0.1", port }, origin: "UDP", drains, statusManager, maxFlushMs: 200, ...options });
  sink.open();
  onTestFinished(() => sink.close());
  return { sink, drains, statuses: () => statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

test("each text is a datagram of its own, also what is logged before the address is known", async () => {
  const receiver = await UdpReceiver.start();
  const { sink, drains } = openSink(receiver.port, { destination: { host: "localhost", port: receiver.port } });
  sink.write("before ü");
  expect(sink.counters).toMatchObject({ accepted: 1, queued: 1 });
  expect(drains.holders.size).toBe(1);

  await expect.poll(() => receiver.texts).toEqual(["before ü"]);
  sink.write("after 🎉");

  await expect.poll(() => receiver.texts).toEqual(["before ü", "after 🎉"]);
  expect(sink.counters).toMatchObject({ accepted: 2, sent: 2, written: 2, queued: 0, dropped: 0 });
  expect(drains.holders.size).toBe(0);
});

test("further datagrams of an event are sent behind it and not counted", async () => {
  const receiver = await UdpReceiver.start();
  const { sink } = openSink(receiver.port);

  sink.write("event");
  sink.writeExtra("\tline of its stack");

  await expect.poll(() => receiver.texts).toEqual(["event", "\tline of its stack"]);
  expect(sink.counters).toMatchObject({ accepted: 1, sent: 1 });
});

test("many datagrams at a pace arrive in order, none with another's bytes", async () => {
  const receiver = await UdpReceiver.start();
  const { sink } = openSink(receiver.port);
  const texts = Array.from({ length: 5_000 }, (_, index) => `event ${String(index)} ${"ü".repeat(index % 500)}`);

  for (const [index, text] of texts.entries()) {
    sink.write(text);
    if (index % 20 === 0) {
      await nextTurn();
      await expect.poll(() => receiver.datagrams.length, { interval: 0 }).toBeGreaterThanOrEqual(index - 100);
    }
  }
  await sink.close();

  await expect.poll(() => receiver.texts).toEqual(texts);
  expect(sink.counters).toMatchObject({ accepted: 5_000, sent: 5_000, dropped: 0 });
});

test("the charset is the one asked for", async () => {
  const receiver = await UdpReceiver.start();
  const { sink } = openSink(receiver.port, { charset: charsetNamed("ISO-8859-1") });

  sink.write("Grüße");

  await expect.poll(() => receiver.datagrams[0]?.toString("latin1")).toBe("Grüße");
});

test("a text that is too long for a datagram is dropped, counted and said once", async () => {
  const receiver = await UdpReceiver.start();
  const { sink, statuses } = openSink(receiver.port);

  sink.write("x".repeat(70_000));
  sink.write("y".repeat(70_000));
  sink.write("short");

  await expect.poll(() => receiver.texts).toEqual(["short"]);
  expect(sink.counters).toMatchObject({ accepted: 3, sent: 1, dropped: 2 });
  expect(statuses()).toEqual(["WARN An event is too long for a datagram; it is dropped. Said once; see the counters."]);
});

test("when nobody listens, that is said once, and counted as far as it is known", async () => {
  const receiver = await UdpReceiver.start();
  const { port } = receiver;
  const { sink, statuses } = openSink(port);
  await receiver.stop();

  while (!statuses().some((status) => status.includes("ECONNREFUSED"))) {
    sink.write("lost");
    await nextTurn();
  }

  const { accepted, sent, queued, dropped, possiblyLost } = sink.counters;
  expect(sent + queued + dropped).toBe(accepted);
  expect(possiblyLost).toBeGreaterThan(0);
  expect(statuses().filter((status) => status.includes("ECONNREFUSED"))).toEqual([
    `WARN Datagrams to 127.0.0.1:${String(port)} fail (ECONNREFUSED): those before this may not have been received, and each that fails is dropped. Said once; see the counters.`,
  ]);
});

test("a host that cannot be found: events wait within bounds, and closing says what is dropped", async () => {
  const { sink, drains, statuses } = openSink(514, { destination: { host: "no-such-host.invalid", port: 514 }, maxFlushMs: 50 });
  for (let count = 0; count < 8_200; count++) {
    sink.write("x");
  }
  expect(sink.counters).toMatchObject({ accepted: 8_200, queued: 8_192, dropped: 8 });
  await expect.poll(() => statuses().some((status) => status.startsWith("WARN The address of no-such-host.invalid cannot be found; it is tried again"))).toBe(true);

  await sink.close();

  expect(sink.counters).toMatchObject({ queued: 0, dropped: 8_200 });
  expect(statuses().at(-1)).toBe("ERROR Closed before the address of no-such-host.invalid:514 was known; events dropped: 8192.");
  expect(drains.holders.size).toBe(0);
});

test("when the process ends before the address is known, what waits is counted and said", () => {
  const { sink, drains, statuses } = openSink(514, { destination: { host: "no-such-host.invalid", port: 514 }, maxFlushMs: 50 });
  sink.write("x");

  for (const holder of drains.holders) {
    holder.abandon?.();
  }

  expect(sink.counters).toMatchObject({ queued: 0, dropped: 1 });
  expect(statuses()).toEqual(["ERROR The process ends before the address of no-such-host.invalid:514 is known; events dropped: 1."]);
});

test("closing waits until what was logged has left", async () => {
  const receiver = await UdpReceiver.start();
  const { sink } = openSink(receiver.port, { destination: { host: "localhost", port: receiver.port } });
  sink.write("last words");

  await sink.close();

  await expect.poll(() => receiver.texts).toEqual(["last words"]);
  expect(sink.counters).toMatchObject({ sent: 1, queued: 0 });
});
