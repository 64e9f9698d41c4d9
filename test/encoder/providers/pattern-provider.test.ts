import { expect, test } from "vitest";
import { aContext, anEvent } from "../../support/events.js";
import { withProviders } from "../../support/json-providers.js";

test("%property prints nothing, or its default, where there is no such property", () => {
  const { object, statuses } = withProviders({ pattern: { pattern: '{"a":"%property{app}","b":"%property{none}","c":"%property{none:-x}"}' } });

  expect(object(anEvent({ context: aContext({ properties: new Map([["app", "shop"]]) }) }))).toEqual({ a: "shop", b: "", c: "x" });
  expect(statuses).toEqual([]);
});

test("no stack trace is added that no pattern asks for", () => {
  expect(withProviders({ pattern: { pattern: '{"m":"%msg"}' } }).object(anEvent({ throwable: new Error("boom") }))).toEqual({ m: "started" });
});

for (const [pattern, status] of [
  ["{", /^ERROR This is no JSON: .*Nothing is written\.$/],
  ["[1]", /^ERROR Expected a JSON object such as \{"level":"%level"\}; nothing is written\.$/],
  ['{"a":"%bogus"}', /^ERROR There is no conversion word "%bogus"/],
] as const) {
  test(`${pattern} is reported`, () => {
    const { statuses, line } = withProviders({ pattern: { pattern }, message: {} });

    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toMatch(status);
    expect(line(anEvent())).toContain('"message":"started"');
  });
}

test("a pattern below the millisecond makes the context read its fine clock", () => {
  const { context } = withProviders({ pattern: { pattern: '{"t":"%micros"}' } });

  expect(context.fineClock).toBe(true);
});
