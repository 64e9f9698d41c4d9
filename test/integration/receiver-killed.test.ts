import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { endOf, startFixture } from "../support/run-fixture.js";
import { freePort } from "../support/tcp-receiver.js";
import { addsUp, openTcpSink } from "../support/tcp-sinks.js";
import { tempDir } from "../support/temp-dir.js";

const EVENTS = Number(process.env["KILLED_EVENTS"] ?? 20_000);
const KILLS = Number(process.env["KILLED_TIMES"] ?? 4);

/** A receiver in a process of its own, which listens. */
async function startReceiver(port: number, file: string): Promise<ChildProcess> {
  const child = startFixture("line-receiver.mjs", [String(port), file], { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout !== null) {
    await once(child.stdout, "data");
  }
  return child;
}

function eventsIn(file: string): number[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return lines.map((line) => /^event (\d+) x{50}$/.exec(line)?.[1]).filter((number) => number !== undefined).map(Number);
}

test(`a receiver that is killed ${String(KILLS)} times: every event is accounted for, none arrives twice or out of order`, { timeout: 300_000 }, async () => {
  const port = await freePort();
  const file = path.join(tempDir(), "received");
  const { sink } = openTcpSink(port, { maxFlushMs: 30_000 });
  let receiver = await startReceiver(port, file);

  for (let index = 0; index < EVENTS; index++) {
    sink.write(`event ${String(index)} ${"x".repeat(50)}\n`);
    if (index % 100 === 99) {
      await nextTurn();
      expect(addsUp(sink)).toBe(true);
    }
    if (sink.counters.queued > 6_000) {
      await pause(1);
    }
    if (index % Math.ceil(EVENTS / (KILLS + 1)) === Math.ceil(EVENTS / (KILLS + 1)) - 1) {
      const ended = endOf(receiver);
      receiver.kill("SIGKILL");
      await ended;
      receiver = await startReceiver(port, file);
    }
  }
  await sink.close();

  const { accepted, sent, queued, dropped, possiblyLost } = sink.counters;
  expect({ accepted, queued, sum: sent + dropped }).toEqual({ accepted: EVENTS, queued: 0, sum: EVENTS });
  await expect.poll(() => eventsIn(file).length).toBeGreaterThanOrEqual(sent - possiblyLost);
  const received = eventsIn(file);
  expect(received.length).toBeLessThanOrEqual(sent);
  expect(received.every((number, index) => index === 0 || number > (received[index - 1] ?? 0))).toBe(true);
});
