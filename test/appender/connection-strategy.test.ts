import { expect, test } from "vitest";
import { delegateConnectionStrategy, preferPrimaryStrategy, randomStrategy, roundRobinStrategy } from "../../src/appender/connection-strategy.js";
import { buildFrom } from "../support/build.js";

const components = [preferPrimaryStrategy, randomStrategy, roundRobinStrategy];

const chosen = [
  [{}, undefined],
  [{ preferPrimary: {} }, { strategy: "preferPrimary", connectionTtlMs: undefined, minConnectionTimeBeforePrimaryMs: 10_000 }],
  [
    { preferPrimary: { secondaryConnectionTTL: "5 minutes", minConnectionTimeBeforePrimary: "1 second" } },
    { strategy: "preferPrimary", connectionTtlMs: 300_000, minConnectionTimeBeforePrimaryMs: 1_000 },
  ],
  [{ roundRobin: { connectionTTL: "1 minute" } }, { strategy: "roundRobin", connectionTtlMs: 60_000 }],
  [{ random: {} }, { strategy: "random", connectionTtlMs: undefined }],
] as const;

for (const [properties, expected] of chosen) {
  test(`<connectionStrategy> with ${JSON.stringify(properties)} is ${expected === undefined ? "that of the appender" : expected.strategy}`, () => {
    const { built, statuses } = buildFrom(delegateConnectionStrategy, properties, { components });

    expect(built).toEqual(expected);
    expect(statuses).toEqual([]);
  });
}

test("a time that is none is left out with an ERROR", () => {
  const { built, statuses } = buildFrom(delegateConnectionStrategy, { roundRobin: { connectionTTL: "soon" } }, { components });

  expect(built).toEqual({ strategy: "roundRobin", connectionTtlMs: undefined });
  expect(statuses.length).toBe(1);
  expect(statuses[0]).toMatch(/^ERROR Expected a duration .*, got "soon"; it is left out\.$/);
});
