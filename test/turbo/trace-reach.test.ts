import fc from "fast-check";
import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerWhitelist } from "../../src/turbo/logger-whitelist.js";
import { ScopeFilter } from "../../src/turbo/scope-filter.js";
import { TraceReach } from "../../src/turbo/trace-reach.js";

const EVERYTHING = new LoggerWhitelist("ROOT");

function filterOf(loggers: readonly (readonly [string, Level])[], isRestricted = true): ScopeFilter {
  const filter = new ScopeFilter("any", { sessionId: "s" });
  filter.isRestricted = isRestricted;
  for (const [name, level] of loggers) {
    filter.setLogger(name, level);
  }
  return filter;
}

test("nothing is in the reach of no filters", () => {
  expect(new TraceReach([]).includes("com.acme", Level.ERROR, EVERYTHING)).toBe(false);
});

test("the lowest level that any filter has for a logger counts", () => {
  const reach = new TraceReach([filterOf([["com.acme", Level.INFO]]), filterOf([["com.acme", Level.DEBUG]])]);

  expect(reach.includes("com.acme.Shop", Level.DEBUG, EVERYTHING)).toBe(true);
  expect(reach.includes("com.acme.Shop", Level.TRACE, EVERYTHING)).toBe(false);
  expect(reach.includes("com", Level.ERROR, EVERYTHING)).toBe(false);
});

test("reaches are equal when they trace the same, whichever filters they are made of", () => {
  const debug = filterOf([["com.acme", Level.DEBUG]]);
  const reach = new TraceReach([debug]);

  expect(reach.equals(new TraceReach([debug, filterOf([["com.acme", Level.INFO]])]))).toBe(true);
  expect(reach.equals(new TraceReach([filterOf([["com.acme", Level.INFO]])]))).toBe(false);
  expect(reach.equals(new TraceReach([debug, filterOf([["org.x", Level.INFO]])]))).toBe(false);
  expect(reach.equals(new TraceReach([debug, filterOf([], false)]))).toBe(false);
});

test("a call is in reach exactly when one of the filters would let it through within its scope", () => {
  const name = fc.constantFrom("ROOT", "com", "com.acme", "com.acme.Shop", "org.x");
  const level = fc.constantFrom(Level.ALL, Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR, Level.OFF);
  const filter = fc.tuple(fc.array(fc.tuple(name, level), { maxLength: 3 }), fc.boolean()).map(([loggers, isRestricted]) => filterOf(loggers, isRestricted));
  const whitelist = fc.subarray(["ROOT", "com.acme", "org"]).map((names) => new LoggerWhitelist(names.join(",")));
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 4 }), whitelist, name, level, (filters, allowed, logger, called) => {
      expect(new TraceReach(filters).includes(logger, called, allowed)).toBe(filters.some((each) => each.accepts(logger, called, allowed)));
    }),
  );
});
