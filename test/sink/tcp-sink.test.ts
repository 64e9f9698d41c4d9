import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { charsetNamed } from "../../src/sink/charset.js";
import { freePort, TcpReceiver } from "../support/tcp-receiver.js";
import { addsUp, openTcpSink } from "../support/tcp-sinks.js";
import { tempDir } from "../support/temp-dir.js";

function writeLines(sink: { write(text: string): void }, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    sink.write(`line ${String(index)}\n`);
  }
}

function linesOf(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `line ${String(from + index)}`);
}

test("lines arrive whole and in order, and the counters say so", async () => {
  const receiver = await TcpReceiver.start();
  const { sink, drains } = openTcpSink(receiver.port);

  for (let turn = 0; turn < 50; turn++) {
    writeLines(sink, turn * 1_000, (turn + 1) * 1_000);
    await nextTurn();
  }
  await sink.close();

  expect(receiver.lines).toEqual(linesOf(0, 50_000));
  expect(sink.counters).toMatchObject({ accepted: 50_000, sent: 50_000, written: 50_000, queued: 0, dropped: 0, possiblyLost: 0 });
  expect(drains.holders.size).toBe(0);
});

test("what is logged before the connection stands is sent when it does", async () => {
  const receiver = await TcpReceiver.start();
  const { sink, statuses, drains } = openTcpSink(receiver.port);
  writeLines(sink, 0, 10);
  expect(sink.counters.queued).toBe(10);
  expect(drains.holders.size).toBe(1);

  await expect.poll(() => receiver.lines.length).toBe(10);

  expect(statuses()).toEqual([`INFO Connected to 127.0.0.1:${String(receiver.port)}, 10 events that waited sent.`]);
});

test("texts that are not ASCII, and longer than a batch, arrive byte for byte", async () => {
  const receiver = await TcpReceiver.start();
  const { sink } = openTcpSink(receiver.port);
  const texts = ["Grüße 🎉", "x".repeat(100_000), "日本語".repeat(20_000), "end"];

  for (const text of texts) {
    sink.write(`${text}\n`);
  }
  await sink.close();

  expect(receiver.lines).toEqual(texts);
});

test("text is sent in the charset asked for", async () => {
  const chunks: Buffer[] = [];
  const receiver = await TcpReceiver.start({ reads: false, onConnection: (socket) => socket.on("data", (chunk) => chunks.push(chunk)) });
  const { sink } = openTcpSink(receiver.port, { charset: charsetNamed("ISO-8859-1") });

  sink.write("Grüße\n");
  await sink.close();

  expect(Buffer.concat(chunks).toString("latin1")).toBe("Grüße\n");
});

test("text that is no event is sent in its place and not counted", async () => {
  const receiver = await TcpReceiver.start();
  const { sink } = openTcpSink(receiver.port);

  sink.writeExtra("head\n");
  sink.write("line 0\n");
  sink.writeExtra("foot\n");
  await sink.close();

  expect(receiver.lines).toEqual(["head", "line 0", "foot"]);
  expect(sink.counters).toMatchObject({ accepted: 1, sent: 1 });
});

test("a Unix stream socket takes lines as a port does", async () => {
  const socketPath = path.join(tempDir(), "receiver.sock");
  const receiver = await TcpReceiver.start({ path: socketPath });
  const { sink } = openTcpSink(1, { destinations: [{ path: socketPath }] });

  writeLines(sink, 0, 3);
  await sink.close();

  expect(receiver.lines).toEqual(linesOf(0, 3));
});

test("while the receiver is away events wait, within bounds; the newest are dropped, counted and said", async () => {
  const port = await freePort();
  const { sink, statuses } = openTcpSink(port, { mostEvents: 100 });
  await expect.poll(() => statuses().length).toBeGreaterThan(0);

  writeLines(sink, 0, 250);

  expect(sink.counters).toMatchObject({ accepted: 250, sent: 0, queued: 100, dropped: 150 });
  expect(statuses()[0]).toBe(`WARN Cannot connect to 127.0.0.1:${String(port)} (ECONNREFUSED); it is tried again. 0 events wait in memory (at most 100 or 16384 KiB; newer ones are dropped).`);
  expect(statuses()[1]).toBe(`WARN 127.0.0.1:${String(port)} takes too little: 100 events wait in memory (at most 100 or 16384 KiB; newer ones are dropped).`);

  const receiver = await TcpReceiver.start({ port });
  await expect.poll(() => receiver.lines.length).toBe(100);

  expect(receiver.lines).toEqual(linesOf(0, 100));
  expect(sink.counters).toMatchObject({ sent: 100, queued: 0, dropped: 150, possiblyLost: 0 });
  expect(statuses().slice(2)).toEqual([`INFO Connected to 127.0.0.1:${String(port)}, 100 events that waited sent; 150 events dropped, 150 so far.`]);
});

test("bytes are bounded too, and one event always has room", async () => {
  const { sink } = openTcpSink(await freePort(), { mostBytes: 50_000, maxFlushMs: 10 });

  sink.write(`${"x".repeat(60_000)}\n`);
  expect(sink.counters).toMatchObject({ queued: 1, dropped: 0 });
  sink.write("y\n");
  expect(sink.counters).toMatchObject({ queued: 1, dropped: 1 });
});

test("a connection that breaks is made anew: nothing is sent twice, and what may be lost is counted", async () => {
  const receiver = await TcpReceiver.start();
  const { port } = receiver;
  const { sink, statuses } = openTcpSink(port);
  writeLines(sink, 0, 1_000);
  await expect.poll(() => receiver.lines.length).toBe(1_000);

  await receiver.stop();
  await expect.poll(() => statuses().length).toBeGreaterThan(1);
  writeLines(sink, 1_000, 2_000);
  const next = await TcpReceiver.start({ port });
  await expect.poll(() => next.lines.length).toBe(1_000);

  expect(next.lines).toEqual(linesOf(1_000, 2_000));
  expect(sink.counters).toMatchObject({ accepted: 2_000, sent: 2_000, dropped: 0, possiblyLost: 1_000 });
  expect(statuses()[1]).toBe(`WARN Lost the connection to 127.0.0.1:${String(port)} (ECONNRESET); it is made anew. Up to 1,000 events of those sent may not have been received.`);
  expect(statuses().at(-1)).toMatch(/^INFO Connected again to .*, 1,000 events that waited sent\.$/);
});

test("a receiver that closes orderly is connected to again", async () => {
  const receiver = await TcpReceiver.start();
  const { sink, statuses } = openTcpSink(receiver.port);
  writeLines(sink, 0, 1);
  await expect.poll(() => receiver.lines.length).toBe(1);

  receiver.sockets[0]?.end();

  await expect.poll(() => receiver.connections).toBe(2);
  expect(statuses()[1]).toContain("(the receiver closed it)");
  writeLines(sink, 1, 2);
  await expect.poll(() => receiver.lines).toEqual(linesOf(0, 2));
});

test("a receiver that never reads is left after the write timeout; memory stays within the bounds", async () => {
  const receiver = await TcpReceiver.start({ onConnection: (socket) => socket.pause() });
  const { sink, statuses } = openTcpSink(receiver.port, { writeTimeoutMs: 100, mostEvents: 1_000, maxFlushMs: 100 });
  const line = `${"x".repeat(10_000)}\n`;
  let written = 0;

  while (!statuses().some((status) => status.includes("Lost the connection"))) {
    for (let count = 0; count < 100; count++) {
      sink.write(line);
      written++;
    }
    expect(sink.counters.queued).toBeLessThanOrEqual(1_000);
    await nextTurn();
  }

  expect(statuses().find((status) => status.includes("Lost the connection"))).toContain("(ETIMEDOUT)");
  expect(sink.counters.accepted).toBe(written);
  expect(addsUp(sink)).toBe(true);
  expect(sink.counters.possiblyLost).toBeGreaterThan(0);
});

test("closing waits for a slow receiver, and for the receiver's own end", async () => {
  const receiver = await TcpReceiver.start({
    onConnection: (socket) => {
      socket.pause();
      setTimeout(() => socket.resume(), 200);
    },
  });
  const { sink } = openTcpSink(receiver.port, { mostEvents: 100_000 });

  writeLines(sink, 0, 60_000);
  await sink.close();

  expect(receiver.lines).toEqual(linesOf(0, 60_000));
  expect(sink.counters).toMatchObject({ sent: 60_000, queued: 0, dropped: 0, possiblyLost: 0 });
});

test("closing gives up when its time is over, and says what is dropped", async () => {
  const port = await freePort();
  const { sink, statuses, drains } = openTcpSink(port, { maxFlushMs: 50 });
  writeLines(sink, 0, 3);

  await sink.close();

  expect(sink.counters).toMatchObject({ accepted: 3, sent: 0, queued: 0, dropped: 3 });
  expect(statuses().at(-1)).toBe(`ERROR The connection to 127.0.0.1:${String(port)} is closed before everything was sent: 3 events given up; 3 events dropped, 3 so far.`);
  expect(drains.holders.size).toBe(0);
});

test("closing saves what is left where there is a place for it", async () => {
  const saved: string[] = [];
  const { sink, statuses } = openTcpSink(await freePort(), { maxFlushMs: 50, persist: (bytes) => saved.push(Buffer.from(bytes).toString()) });
  writeLines(sink, 0, 2);

  await sink.close();

  expect(saved).toEqual(["line 0\nline 1\n"]);
  expect(sink.counters).toMatchObject({ accepted: 2, sent: 0, persisted: 2, dropped: 0, written: 2 });
  expect(statuses().at(-1)).toMatch(/: 2 events written to the standard error\.$/);
});

test("after a failure too long a queue is thrown out where that is wanted", async () => {
  const port = await freePort();
  const { sink, statuses } = openTcpSink(port, { discardAbove: 5 });

  writeLines(sink, 0, 6);

  await expect.poll(() => sink.counters.dropped).toBe(6);
  expect(statuses().some((status) => status === `WARN Too many events wait for 127.0.0.1:${String(port)}: 6 events given up; 6 events dropped, 6 so far.`)).toBe(true);
  writeLines(sink, 6, 11);
  const receiver = await TcpReceiver.start({ port });
  await expect.poll(() => receiver.lines).toEqual(linesOf(6, 11));
});

test("when the first destination does not answer, the second takes over", async () => {
  const second = await TcpReceiver.start();
  const { sink } = openTcpSink(1, { destinations: [{ host: "127.0.0.1", port: await freePort() }, { host: "127.0.0.1", port: second.port }] });

  writeLines(sink, 0, 3);

  await expect.poll(() => second.lines).toEqual(linesOf(0, 3));
});

test("a connection to a second destination is left after its time, without losing a line", async () => {
  const port = await freePort();
  const second = await TcpReceiver.start();
  const { sink } = openTcpSink(1, { destinations: [{ host: "127.0.0.1", port }, { host: "127.0.0.1", port: second.port }], connectionTtlMs: 100, minConnectionTimeBeforePrimaryMs: 0 });
  writeLines(sink, 0, 3);
  await expect.poll(() => second.lines.length).toBe(3);

  const first = await TcpReceiver.start({ port });
  await expect.poll(() => first.connections).toBe(1);
  writeLines(sink, 3, 6);

  await expect.poll(() => first.lines).toEqual(linesOf(3, 6));
  expect(sink.counters.possiblyLost).toBe(0);
});

test("an idle connection is kept alive with the text for it, which is no event", async () => {
  const receiver = await TcpReceiver.start();
  const { sink } = openTcpSink(receiver.port, { keepAlive: { afterMs: 20, text: "\n" } });

  await expect.poll(() => receiver.lines.length).toBeGreaterThan(2);

  expect(receiver.lines.every((line) => line === "")).toBe(true);
  expect(sink.counters.accepted).toBe(0);
});

test("in a loop that lets nothing else run, the system's buffers take what the bounds would not", async () => {
  const receiver = await TcpReceiver.start();
  const { sink } = openTcpSink(receiver.port, { mostEvents: 1_000 });
  writeLines(sink, 0, 1);
  await expect.poll(() => receiver.lines.length).toBe(1);

  writeLines(sink, 1, 20_000);

  expect(sink.counters.dropped).toBe(0);
  await expect.poll(() => receiver.lines.length).toBe(20_000);
});

test("a drain at the end of the process hands over what waits in that turn", async () => {
  const receiver = await TcpReceiver.start();
  const { sink, drains } = openTcpSink(receiver.port);
  writeLines(sink, 0, 1);
  await expect.poll(() => receiver.lines.length).toBe(1);
  writeLines(sink, 1, 100);
  expect(sink.counters.queued).toBe(99);

  drains.drainAll();

  expect(sink.counters).toMatchObject({ sent: 100, queued: 0 });
});
