import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { ThresholdFilter, thresholdFilter } from "../../src/filter/threshold-filter.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const replies = [
  { threshold: Level.WARN, level: Level.INFO, reply: "DENY" },
  { threshold: Level.WARN, level: Level.WARN, reply: "NEUTRAL" },
  { threshold: Level.WARN, level: Level.ERROR, reply: "NEUTRAL" },
  { threshold: Level.OFF, level: Level.ERROR, reply: "DENY" },
  { threshold: Level.ALL, level: Level.TRACE, reply: "NEUTRAL" },
] as const;

for (const { threshold, level, reply } of replies) {
  test(`ThresholdFilter at ${threshold.name} replies ${reply} to ${level.name}`, () => {
    expect(new ThresholdFilter(threshold).decide(anEvent({ level }))).toBe(reply);
  });
}

test("thresholdFilter reads <level> in any letter case", () => {
  const { built, statuses } = buildFrom(thresholdFilter, { level: "wArN" });

  expect(built?.decide(anEvent({ level: Level.INFO }))).toBe("DENY");
  expect(statuses).toEqual([]);
});

test("thresholdFilter without <level> denies nothing and says so", () => {
  const { built, statuses } = buildFrom(thresholdFilter, {});

  expect(built?.decide(anEvent({ level: Level.TRACE }))).toBe("NEUTRAL");
  expect(statuses).toEqual(["ERROR No level is set for this ThresholdFilter; it denies nothing."]);
});

test("thresholdFilter with an unknown level uses DEBUG and warns", () => {
  const { built, statuses } = buildFrom(thresholdFilter, { level: "LOUD" });

  expect(built?.decide(anEvent({ level: Level.TRACE }))).toBe("DENY");
  expect(built?.decide(anEvent({ level: Level.DEBUG }))).toBe("NEUTRAL");
  expect(statuses).toEqual(['WARN "LOUD" is not a level; DEBUG is used.']);
});
