import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { MDCFilter, mdcFilter } from "../../src/turbo/mdc-filter.js";
import { buildFrom } from "../support/build.js";
import { recording } from "../support/recording.js";

const replies = [
  { options: {}, mdc: { user: "joe" }, reply: "NEUTRAL" },
  { options: {}, mdc: {}, reply: "NEUTRAL" },
  { options: { onMatch: "ACCEPT" }, mdc: { user: "joe" }, reply: "ACCEPT" },
  { options: { onMatch: "ACCEPT" }, mdc: { user: "ann" }, reply: "NEUTRAL" },
  { options: { onMismatch: "DENY" }, mdc: { user: "joe" }, reply: "NEUTRAL" },
  { options: { onMismatch: "DENY" }, mdc: { user: "ann" }, reply: "DENY" },
  { options: { onMismatch: "DENY" }, mdc: { name: "joe" }, reply: "DENY" },
] as const;

for (const { options, mdc, reply } of replies) {
  test(`MDCFilter for user=joe with ${JSON.stringify(options)} replies ${reply} where the MDC is ${JSON.stringify(mdc)}`, () => {
    const { root, mdc: store } = new LoggerContext();
    const { built, statuses } = buildFrom(mdcFilter, { MDCKey: "user", Value: "joe", ...options });
    store.setContextMap(mdc);

    expect(new MDCFilter({ key: "user", value: "joe", ...options }).decide(undefined, root, Level.INFO)).toBe(reply);
    expect(built?.decide(undefined, root, Level.INFO, undefined, undefined, undefined)).toBe(reply);
    expect(statuses).toEqual([]);
  });
}

test("MDCFilter lets one user's events pass whatever their level", () => {
  const { context, appender } = recording();
  context.root.setLevel(Level.WARN);
  context.addTurboFilter(new MDCFilter({ key: "user", value: "joe", onMatch: "ACCEPT" }));
  const log = context.getLogger("shop");
  context.mdc.run({ user: "joe" }, () => { log.debug("of joe"); });
  context.mdc.run({ user: "ann" }, () => { log.debug("of ann"); });
  log.debug("of nobody");

  expect(appender.messages).toEqual(["of joe"]);
});

const incomplete = [
  { properties: { MDCKey: "user", onMismatch: "DENY" }, missing: ["value"] },
  { properties: { value: "joe", onMismatch: "DENY" }, missing: ["MDCKey"] },
  { properties: { onMismatch: "DENY" }, missing: ["MDCKey", "value"] },
] as const;

for (const { properties, missing } of incomplete) {
  test(`mdcFilter without ${missing.join(" and ")} says so and decides nothing`, () => {
    const { built, statuses } = buildFrom(mdcFilter, properties);

    expect(built?.decide(undefined, new LoggerContext().root, Level.INFO, undefined, undefined, undefined)).toBe("NEUTRAL");
    expect(statuses).toEqual(missing.map((element) => `ERROR <${element}> is required in an MDCFilter; it decides nothing.`));
  });
}

test("mdcFilter knows its key by <MDCKey> only, as Java does, and suggests it", () => {
  const { built, statuses } = buildFrom(mdcFilter, { mdcKey: "user", value: "joe" });

  expect(built).toMatchObject({ key: undefined, value: "joe" });
  expect(statuses[0]).toMatch(/^WARN Ignoring unknown property \[mdcKey\].*MDCKey/);
});
