import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LevelFilter, levelFilter } from "../../src/filter/level-filter.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const replies = [
  { replies: {}, level: Level.WARN, reply: "NEUTRAL" },
  { replies: {}, level: Level.ERROR, reply: "NEUTRAL" },
  { replies: { onMatch: "ACCEPT", onMismatch: "DENY" }, level: Level.WARN, reply: "ACCEPT" },
  { replies: { onMatch: "ACCEPT", onMismatch: "DENY" }, level: Level.ERROR, reply: "DENY" },
  { replies: { onMatch: "ACCEPT", onMismatch: "DENY" }, level: Level.INFO, reply: "DENY" },
  { replies: { onMatch: "DENY" }, level: Level.WARN, reply: "DENY" },
  { replies: { onMatch: "DENY" }, level: Level.INFO, reply: "NEUTRAL" },
  { replies: { onMismatch: "ACCEPT" }, level: Level.INFO, reply: "ACCEPT" },
] as const;

for (const { replies: given, level, reply } of replies) {
  test(`LevelFilter at WARN with ${JSON.stringify(given)} replies ${reply} to ${level.name}, built in code or from a configuration`, () => {
    const event = anEvent({ level });
    const { built, statuses } = buildFrom(levelFilter, { level: "warn", ...given });

    expect(new LevelFilter(Level.WARN, given).decide(event)).toBe(reply);
    expect(built?.decide(event)).toBe(reply);
    expect(statuses).toEqual([]);
  });
}

test("levelFilter without <level> decides nothing and says so", () => {
  const { built, statuses } = buildFrom(levelFilter, { onMatch: "DENY", onMismatch: "DENY" });

  expect(built?.decide(anEvent())).toBe("NEUTRAL");
  expect(statuses).toEqual(["ERROR No level is set for this LevelFilter; it decides nothing."]);
});

test("levelFilter with an unknown level looks for DEBUG and warns", () => {
  const { built, statuses } = buildFrom(levelFilter, { level: "LOUD", onMatch: "DENY" });

  expect(built?.decide(anEvent({ level: Level.DEBUG }))).toBe("DENY");
  expect(statuses).toEqual(['WARN "LOUD" is not a level; DEBUG is used.']);
});

test("levelFilter with an unknown reply uses NEUTRAL and warns", () => {
  const { built, statuses } = buildFrom(levelFilter, { level: "WARN", onMatch: "drop", onMismatch: "keep" });

  expect([Level.WARN, Level.INFO].map((level) => built?.decide(anEvent({ level })))).toEqual(["NEUTRAL", "NEUTRAL"]);
  expect(statuses).toEqual(['WARN "drop" is not ACCEPT, NEUTRAL or DENY; NEUTRAL is used.', 'WARN "keep" is not ACCEPT, NEUTRAL or DENY; NEUTRAL is used.']);
});
