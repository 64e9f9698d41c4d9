import { expect, test } from "vitest";
import { SizeBasedTriggeringPolicy, sizeBasedTriggeringPolicy } from "../../src/rolling/size-based-triggering-policy.js";
import type { ActiveFile } from "../../src/rolling/triggering-policy.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const ofSize = (size: number): ActiveFile => ({ path: "app.log", size, reaches: (bytes) => size >= bytes });

test("a file rolls when it has the size, not one byte earlier", () => {
  const policy = new SizeBasedTriggeringPolicy({ maxFileSize: 100 });

  expect(policy.isTriggeringEvent(ofSize(99), anEvent())).toBe(false);
  expect(policy.isTriggeringEvent(ofSize(100), anEvent())).toBe(true);
});

test("with checkIncrement the size is looked at no more often", () => {
  const policy = new SizeBasedTriggeringPolicy({ maxFileSize: 100, checkIncrementMs: 1_000 });

  expect(policy.isTriggeringEvent(ofSize(0), anEvent({ timestamp: 5_000 }))).toBe(false);
  expect(policy.isTriggeringEvent(ofSize(200), anEvent({ timestamp: 5_999 }))).toBe(false);
  expect(policy.isTriggeringEvent(ofSize(200), anEvent({ timestamp: 6_000 }))).toBe(true);
});

test("the configuration says both; 10MB unless it does", () => {
  expect(buildFrom(sizeBasedTriggeringPolicy, {}).built).toMatchObject({ maxFileSize: 10 * 1024 * 1024, checkIncrementMs: undefined });
  expect(buildFrom(sizeBasedTriggeringPolicy, { maxFileSize: "2 KB", checkIncrement: "3 seconds" }).built).toMatchObject({ maxFileSize: 2_048, checkIncrementMs: 3_000 });
});

test("what cannot be read is said, and the default used", () => {
  const { built, statuses } = buildFrom(sizeBasedTriggeringPolicy, { maxFileSize: "ten", checkIncrement: "soon" });

  expect(built).toMatchObject({ maxFileSize: 10 * 1024 * 1024, checkIncrementMs: undefined });
  expect(statuses).toEqual([
    'ERROR Expected a file size such as "10MB", "512 kb", "1GB" or "4096" (bytes), got "ten"; 10MB is used.',
    'ERROR Expected a duration such as "30 seconds", "5 minutes", "1.5 hours" or "500" (milliseconds), got "soon"; the size is looked at for every event.',
  ]);
});
