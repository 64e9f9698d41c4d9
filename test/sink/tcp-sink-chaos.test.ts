import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { TlsOptions } from "node:tls";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { TcpSinkOptions } from "../../src/sink/tcp-sink.js";
import { LACKS_OPENSSL, makeCertificates } from "../support/certificates.js";
import { seededRandom } from "../support/seeded-random.js";
import { freePort, TcpReceiver } from "../support/tcp-receiver.js";
import { addsUp, openTcpSink } from "../support/tcp-sinks.js";

/** Events of each run; the seeds are `CHAOS_SEED` and those after it. */
const EVENTS = Number(process.env["CHAOS_EVENTS"] ?? 30_000);
const FIRST_SEED = Number(process.env["CHAOS_SEED"] ?? 1);
const SEEDS = Number(process.env["CHAOS_SEEDS"] ?? 3);

/** What a receiver can do to whoever sends to it. */
type Misbehaviour = (socket: Socket, random: () => number) => void;

const misbehaviours: Readonly<Record<string, Misbehaviour>> = {
  "resets after some bytes": (socket, random) => {
    let left = random() * 200_000;
    socket.on("data", (text: string) => {
      left -= text.length;
      if (left < 0) {
        breakOff(socket);
      }
    });
  },
  "closes after some bytes": (socket, random) => {
    let left = random() * 200_000;
    socket.on("data", (text: string) => {
      left -= text.length;
      if (left < 0) {
        socket.end();
      }
    });
  },
  "stops reading for a while": (socket, random) => {
    socket.on("data", () => {
      if (random() < 0.1) {
        socket.pause();
        setTimeout(() => socket.resume(), random() * 30);
      }
    });
  },
  "accepts and never reads": (socket) => {
    socket.pause();
  },
  "reads a byte at a time": (socket) => {
    socket.pause();
    const timer = setInterval(() => {
      socket.resume();
      socket.once("data", () => socket.pause());
    }, 5);
    socket.once("close", () => {
      clearInterval(timer);
    });
  },
  behaves: () => {},
};

/** Resets the connection where its kind can be. */
function breakOff(socket: Socket): void {
  if ("encrypted" in socket) {
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function numbersIn(lines: readonly string[]): number[] {
  return lines.map((line) => Number(/^(\d+) x+$/.exec(line)?.[1] ?? Number.NaN));
}

const certificates = LACKS_OPENSSL ? undefined : makeCertificates();
afterAll(() => {
  certificates?.remove();
});

/** What sink and receiver need for TLS. */
function secured(): { readonly sink: Partial<TcpSinkOptions>; readonly receiver: { readonly tls?: TlsOptions } } {
  if (certificates === undefined) {
    throw new Error("There are no certificates.");
  }
  const { authority, server } = certificates;
  return { sink: { tls: { trustStore: authority } }, receiver: { tls: { cert: readFileSync(server.cert), key: readFileSync(server.key) } } };
}

const runs = Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index).flatMap((seed) => [
  { seed, protocol: "TCP", isLeftOut: false },
  { seed, protocol: "TLS", isLeftOut: LACKS_OPENSSL },
]);

for (const { seed, protocol, isLeftOut } of runs) {
  test.skipIf(isLeftOut)(`whatever the receiver does over ${protocol}, every event is accounted for (CHAOS_SEED=${String(seed)})`, { timeout: 120_000 }, async () => {
    const settings = protocol === "TLS" ? secured() : { sink: {}, receiver: {} };
    const random = seededRandom(seed);
    const kinds = Object.values(misbehaviours);
    const port = await freePort();
    /** By connection. */
    const received: string[][] = [];
    let receiver: TcpReceiver | undefined;
    const start = async (): Promise<void> => {
      receiver = await TcpReceiver.start({ port, ...settings.receiver, onConnection: (socket) => kinds[Math.floor(random() * kinds.length)]?.(socket, random) });
    };
    const stop = async (): Promise<void> => {
      received.push(...(receiver?.linesOfEach ?? []));
      const stopped = receiver?.stop();
      receiver = undefined;
      await stopped;
    };
    const { sink } = openTcpSink(port, { writeTimeoutMs: 100, reconnectionDelayMs: 10, maxFlushMs: 20_000, random, ...settings.sink });
    onTestFinished(stop);
    await start();

    for (let index = 0; index < EVENTS; index++) {
      sink.write(`${String(index)} ${"x".repeat(Math.floor(random() * 300) + 1)}\n`);
      if (index % 100 === 99) {
        await nextTurn();
        expect(addsUp(sink)).toBe(true);
        if (sink.counters.queued > 4_000 && random() < 0.9) {
          await pause(2);
        }
      }
      if (random() < 20 / EVENTS) {
        await (receiver === undefined ? start() : stop());
      }
    }
    await stop();
    receiver = await TcpReceiver.start({ port, ...settings.receiver });
    await sink.close();
    await expect.poll(() => receiver?.sockets.length).toBe(0);
    await stop();

    const { accepted, sent, queued, dropped, possiblyLost } = sink.counters;
    expect({ accepted, queued, sum: sent + dropped }).toEqual({ accepted: EVENTS, queued: 0, sum: EVENTS });
    const numbers = received.map(numbersIn);
    const count = numbers.flat().length;
    expect(count).toBeLessThanOrEqual(sent);
    expect(count).toBeGreaterThanOrEqual(sent - possiblyLost);
    expect(new Set(numbers.flat()).size).toBe(count);
    expect(numbers.every(isRising)).toBe(true);
  });
}
