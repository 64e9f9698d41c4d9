import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { nopThrowableRenderer } from "../../src/encoder/nop-throwable-renderer.js";
import { DynamicThresholdFilter, dynamicThresholdFilter } from "../../src/turbo/dynamic-threshold-filter.js";
import { mdcValueLevelPair } from "../../src/turbo/mdc-value-level-pair.js";
import { buildFrom } from "../support/build.js";
import { recording } from "../support/recording.js";

const components = [mdcValueLevelPair, nopThrowableRenderer];

const replies = [
  { options: {}, user: undefined, level: Level.ERROR, reply: "NEUTRAL" },
  { options: {}, user: undefined, level: Level.WARN, reply: "DENY" },
  { options: { DefaultThreshold: "WARN" }, user: "ann", level: Level.WARN, reply: "NEUTRAL" },
  { options: { DefaultThreshold: "WARN" }, user: "ann", level: Level.INFO, reply: "DENY" },
  { options: {}, user: "joe", level: Level.DEBUG, reply: "NEUTRAL" },
  { options: {}, user: "joe", level: Level.TRACE, reply: "DENY" },
  { options: { OnHigherOrEqual: "ACCEPT", OnLower: "NEUTRAL" }, user: "joe", level: Level.DEBUG, reply: "ACCEPT" },
  { options: { OnHigherOrEqual: "ACCEPT", OnLower: "NEUTRAL" }, user: "joe", level: Level.TRACE, reply: "NEUTRAL" },
] as const;

for (const { options, user, level, reply } of replies) {
  test(`dynamicThresholdFilter with DEBUG for joe and ${JSON.stringify(options)} replies ${reply} to ${level.name} of ${user ?? "nobody"}`, () => {
    const { root, mdc } = new LoggerContext();
    mdc.setContextMap(user === undefined ? {} : { user });
    const { built, statuses } = buildFrom(dynamicThresholdFilter, { Key: "user", MDCValueLevelPair: { value: "joe", level: "DEBUG" }, ...options }, { components });

    expect(built?.decide(undefined, root, level, undefined, undefined, undefined)).toBe(reply);
    expect(statuses).toEqual([]);
  });
}

test("DynamicThresholdFilter lets more of one user's events pass than of others'", () => {
  const { context, appender } = recording();
  context.root.setLevel(Level.WARN);
  const thresholds = new Map([["joe", Level.DEBUG]]);
  context.addTurboFilter(new DynamicThresholdFilter({ key: "user", thresholds, onHigherOrEqual: "ACCEPT" }));
  thresholds.clear();
  const log = context.getLogger("shop");
  context.mdc.run({ user: "joe" }, () => { log.debug("of joe"); });
  context.mdc.run({ user: "ann" }, () => { log.warn("of ann"); });
  log.error("of nobody");

  expect(appender.messages).toEqual(["of joe", "of nobody"]);
});

test("dynamicThresholdFilter without <Key> says so and decides nothing", () => {
  const { built, statuses } = buildFrom(dynamicThresholdFilter, {});

  expect(built?.decide(undefined, new LoggerContext().root, Level.TRACE, undefined, undefined, undefined)).toBe("NEUTRAL");
  expect(statuses).toEqual(["ERROR <key> is required in a DynamicThresholdFilter; it decides nothing."]);
});

test("dynamicThresholdFilter takes a pair without a level for the default, and of two for one value the first", () => {
  const { root, mdc } = new LoggerContext();
  const pairs = [{ value: "joe" }, { value: "ann", level: "INFO" }, { value: "ann", level: "TRACE" }];
  const { built, statuses } = buildFrom(dynamicThresholdFilter, { key: "user", defaultThreshold: "WARN", MDCValueLevelPair: pairs }, { components });
  const decide = (user: string, level: Level): unknown => mdc.run({ user }, () => built?.decide(undefined, root, level, undefined, undefined, undefined));

  expect([decide("joe", Level.WARN), decide("joe", Level.INFO)]).toEqual(["NEUTRAL", "DENY"]);
  expect([decide("ann", Level.INFO), decide("ann", Level.DEBUG)]).toEqual(["NEUTRAL", "DENY"]);
  expect(statuses).toEqual(['ERROR The value "ann" has a level already; the first one counts.']);
});

test("dynamicThresholdFilter ignores a pair of another class and says so", () => {
  const { built, statuses } = buildFrom(dynamicThresholdFilter, { key: "user", MDCValueLevelPair: { class: "NOPThrowableRenderer" } }, { components });

  expect(built).toMatchObject({ key: "user" });
  expect(statuses).toEqual(["ERROR Expected an MDCValueLevelPair here, got a component of another class; it is ignored."]);
});
