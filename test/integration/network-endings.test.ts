import dgram from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { DeliveryCounters } from "../../src/sink/delivery.js";
import { LACKS_OPENSSL, makeCertificates } from "../support/certificates.js";
import { endOf, runFixture, startFixture, type FixtureRun } from "../support/run-fixture.js";
import { freePort, TcpReceiver } from "../support/tcp-receiver.js";

const certificates = LACKS_OPENSSL ? undefined : makeCertificates();
afterAll(() => {
  certificates?.remove();
});

const ends = {
  natural: { code: 0, signal: null },
  exit: { code: 3, signal: null },
  throw: { code: 1, signal: null },
  sigterm: { code: null, signal: "SIGTERM" },
  sigint: { code: null, signal: "SIGINT" },
  stop: { code: 0, signal: null },
} as const;

function linesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `line ${String(index)}`);
}

function run(ending: string, port: number, settings: Readonly<Record<string, unknown>> = {}): Promise<FixtureRun> {
  return runFixture("network-endings.mjs", [ending, String(port), JSON.stringify(settings)]);
}

function endedLike({ code, signal }: FixtureRun): object {
  return { code, signal };
}

for (const [ending, end] of Object.entries(ends)) {
  test(`${ending}: every line arrives over a connection that stands`, async () => {
    const receiver = await TcpReceiver.start();

    const child = await run(ending, receiver.port, { connectFirst: true });
    await expect.poll(() => receiver.sockets.length).toBe(0);

    expect(endedLike(child)).toEqual(end);
    expect(receiver.lines).toEqual(["first", ...linesOf(1_000)]);
  });

  test.skipIf(LACKS_OPENSSL)(`${ending}: every line arrives over TLS`, async () => {
    const { authority = "", server } = certificates ?? {};
    const receiver = await TcpReceiver.start({ tls: { cert: readFileSync(server?.cert ?? ""), key: readFileSync(server?.key ?? "") } });

    const child = await run(ending, receiver.port, { connectFirst: true, count: 5_000, tls: { trustStore: authority } });
    await expect.poll(() => receiver.sockets.length).toBe(0);

    expect(endedLike(child)).toEqual(end);
    expect(receiver.lines).toEqual(["first", ...linesOf(5_000)]);
  });
}

for (const ending of ["natural", "sigterm", "sigint", "stop"] as const) {
  test(`${ending}: lines that were logged before the connection stands arrive too`, async () => {
    const receiver = await TcpReceiver.start();

    const child = await run(ending, receiver.port);
    await expect.poll(() => receiver.sockets.length).toBe(0);

    expect(endedLike(child)).toEqual(ends[ending]);
    expect(receiver.lines).toEqual(linesOf(1_000));
  });

  test(`${ending}: a receiver that pauses is waited for`, async () => {
    const receiver = await TcpReceiver.start({
      onConnection: (socket) => {
        socket.pause();
        setTimeout(() => socket.resume(), 300);
      },
    });

    const child = await run(ending, receiver.port, { connectFirst: true, count: 400_000, mostEvents: 1_000_000 });
    await expect.poll(() => receiver.sockets.length, { timeout: 5_000 }).toBe(0);

    expect(endedLike(child)).toEqual(ends[ending]);
    expect(receiver.lines.length).toBe(400_001);
  });

  test(`${ending}: a receiver that is away is waited for no longer than allowed, and what is left is said`, async () => {
    const began = performance.now();
    const child = await run(ending, await freePort(), { maxFlushMs: 200 });

    expect(endedLike(child)).toEqual(ends[ending]);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(child.stderr).toContain("before everything was sent: 1,000 events given up; 1,000 events dropped, 1,000 so far.");
  });
}

test("process.exit() without a connection: what waits is counted and said", async () => {
  const child = await run("exit", await freePort());

  expect(child.code).toBe(3);
  expect(child.stderr).toContain("The process ends before everything was sent: 1,000 events given up; 1,000 events dropped, 1,000 so far.");
  // The program's own handler runs after that of the library.
  const counters = JSON.parse(child.stdout) as DeliveryCounters;
  expect(counters).toMatchObject({ accepted: 1_000, sent: 0, queued: 0, dropped: 1_000 });
});

test("process.exit() without a connection: what waits is saved to the standard error where that is wanted", async () => {
  const child = await run("exit", await freePort(), { persist: true });

  expect(child.stderr).toContain(`${linesOf(1_000).join("\n")}\n`);
  expect(child.stderr).toContain("The process ends before everything was sent: 1,000 events written to the standard error.");
});

test("a second SIGTERM does not wait", async () => {
  const child = startFixture("network-endings.mjs", ["sigterm", String(await freePort()), JSON.stringify({ maxFlushMs: 60_000 })]);
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = endOf(child);
  await expect.poll(() => said).toContain("Cannot connect");

  child.kill("SIGTERM");

  expect(await ended).toEqual({ code: null, signal: "SIGTERM" });
});

test("SIGTERM while the natural end waits for a receiver is waited with, and ends the process when every line is there", async () => {
  const port = await freePort();
  const child = startFixture("network-endings.mjs", ["natural", String(port), JSON.stringify({ maxFlushMs: 30_000, tellsNaturalEnd: true })]);
  const ended = endOf(child);
  await once(child.stdout as Readable, "data");

  child.kill("SIGTERM");
  const receiver = await TcpReceiver.start({ port });

  expect(await ended).toEqual({ code: null, signal: "SIGTERM" });
  await expect.poll(() => receiver.sockets.length).toBe(0);
  expect(receiver.lines).toEqual(linesOf(1_000));
});

for (const ending of ["natural", "sigterm", "stop"] as const) {
  test(`${ending}: every datagram leaves`, async () => {
    const socket = dgram.createSocket({ type: "udp4", recvBufferSize: 4_000_000 });
    const received: string[] = [];
    socket.on("message", (message) => received.push(message.toString()));
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      socket.close();
    });

    const child = await run(ending, (socket.address()).port, { protocol: "udp", count: 100 });

    expect(endedLike(child)).toEqual(ends[ending]);
    await expect.poll(() => received.length).toBe(100);
    expect(received).toEqual(linesOf(100).map((line) => `${line}\n`));
  });
}
