import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { MDCValueLevelPair, mdcValueLevelPair } from "../../src/turbo/mdc-value-level-pair.js";
import { buildFrom } from "../support/build.js";

const pairs = [
  { properties: { value: "joe", level: "debug" }, pair: new MDCValueLevelPair("joe", Level.DEBUG), statuses: [] },
  { properties: { value: "joe" }, pair: new MDCValueLevelPair("joe", undefined), statuses: [] },
  { properties: { value: "joe", level: "LOUD" }, pair: new MDCValueLevelPair("joe", Level.DEBUG), statuses: ['WARN "LOUD" is not a level; DEBUG is used.'] },
] as const;

for (const { properties, pair, statuses } of pairs) {
  test(`mdcValueLevelPair reads ${JSON.stringify(properties)}`, () => {
    expect(buildFrom(mdcValueLevelPair, properties)).toEqual({ built: pair, statuses });
  });
}

test("mdcValueLevelPair without <value> is left out and says so", () => {
  const { built, statuses } = buildFrom(mdcValueLevelPair, { level: "DEBUG" });

  expect(built).toBe(undefined);
  expect(statuses[0]).toMatch(/^ERROR <value> is required/);
});
