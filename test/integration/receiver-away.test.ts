import { expect, test } from "vitest";
import type { AppenderCounters } from "../../src/core/appender.js";
import type { DeliveryCounters } from "../../src/sink/delivery.js";
import { runFixture } from "../support/run-fixture.js";
import { freePort } from "../support/tcp-receiver.js";

const EVENTS = Number(process.env["AWAY_EVENTS"] ?? 150_000);
const MOST_BYTES = 8 * 1024 * 1024;
const BESIDES_BYTES = 20 * 1024 * 1024;

test(`while the receiver is away for ${String(EVENTS)} events, memory stays within the bound and 20 MB`, { timeout: 120_000 }, async () => {
  const { stdout } = await runFixture("receiver-away.mjs", [String(await freePort()), String(EVENTS), String(MOST_BYTES)]);
  const { counters, deliveryCounters, grownBytes } = JSON.parse(stdout) as { counters: AppenderCounters; deliveryCounters: DeliveryCounters; grownBytes: number };

  expect(grownBytes).toBeLessThan(MOST_BYTES + BESIDES_BYTES);
  expect(deliveryCounters).toMatchObject({ accepted: EVENTS, sent: 0, persisted: 0, possiblyLost: 0 });
  expect(deliveryCounters.queued).toBeGreaterThan(0);
  expect(deliveryCounters.dropped).toBeGreaterThan(0);
  expect(counters.logged).toBe(EVENTS);
  expect(counters.written + counters.queued + counters.dropped).toBe(EVENTS);
});
