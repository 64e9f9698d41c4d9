import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
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
        socket.resetAndDestroy();
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

/** Lines in the order of their numbers, none twice. */
function numbersIn(lines: readonly string[]): number[] {
  return lines.map((line) => Number(/^(\d+) x+$/.exec(line)?.[1] ?? Number.NaN));
}

for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
  test(`whatever the receiver does, every event is accounted for (CHAOS_SEED=${String(seed)})`, { timeout: 120_000 }, async () => {
    const random = seededRandom(seed);
    const kinds = Object.values(misbehaviours);
    const port = await freePort();
    const received: string[] = [];
    let receiver: TcpReceiver | undefined;
    const start = async (): Promise<void> => {
      receiver = await TcpReceiver.start({ port, onConnection: (socket) => kinds[Math.floor(random() * kinds.length)]?.(socket, random) });
    };
    const stop = async (): Promise<void> => {
      received.push(...(receiver?.lines ?? []));
      const stopped = receiver?.stop();
      receiver = undefined;
      await stopped;
    };
    const { sink } = openTcpSink(port, { writeTimeoutMs: 100, reconnectionDelayMs: 10, maxFlushMs: 20_000, random });
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
    receiver = await TcpReceiver.start({ port });
    await sink.close();
    await expect.poll(() => receiver?.sockets.length).toBe(0);
    await stop();

    const { accepted, sent, queued, dropped, possiblyLost } = sink.counters;
    expect({ accepted, queued, sum: sent + dropped }).toEqual({ accepted: EVENTS, queued: 0, sum: EVENTS });
    expect(received.length).toBeLessThanOrEqual(sent);
    expect(received.length).toBeGreaterThanOrEqual(sent - possiblyLost);
    const numbers = numbersIn(received);
    expect(numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))).toBe(true);
  });
}
