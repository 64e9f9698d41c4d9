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

function reachOf(...filters: readonly ScopeFilter[]): TraceReach {
  const reach = new TraceReach();
  for (const filter of filters) {
    reach.add(filter);
  }
  return reach;
}

test("nothing is in the reach of no filters", () => {
  expect(new TraceReach().includes("com.acme", Level.ERROR, EVERYTHING)).toBe(false);
});

test("the lowest level that any filter has for a logger counts", () => {
  const debug = filterOf([["com.acme", Level.DEBUG]]);
  const reach = reachOf(filterOf([["com.acme", Level.INFO]]), debug);

  expect(reach.includes("com.acme.Shop", Level.DEBUG, EVERYTHING)).toBe(true);
  expect(reach.includes("com.acme.Shop", Level.TRACE, EVERYTHING)).toBe(false);
  expect(reach.includes("com", Level.ERROR, EVERYTHING)).toBe(false);
  reach.remove(debug);
  expect(reach.includes("com.acme.Shop", Level.DEBUG, EVERYTHING)).toBe(false);
  expect(reach.includes("com.acme.Shop", Level.INFO, EVERYTHING)).toBe(true);
});

test("only what changes the reach is a change, whichever filters it is made of", () => {
  const debug = filterOf([["com.acme", Level.DEBUG]]);
  const info = filterOf([["com.acme", Level.INFO], ["root", Level.WARN]]);
  const everything = filterOf([["net.y", Level.INFO]], false);
  const reach = reachOf(debug);
  expect(reach.takeChanges()).toEqual(["com.acme"]);

  reach.add(filterOf([["com.acme", Level.INFO]]));
  expect(reach.takeChanges()).toEqual([]);
  reach.add(info);
  expect(reach.takeChanges()).toEqual(["ROOT"]);
  reach.remove(debug);
  expect(reach.takeChanges()).toEqual(["com.acme"]);
  reach.remove(info);
  reach.add(info);
  expect(reach.takeChanges()).toEqual([]);
  reach.add(everything);
  expect(reach.takeChanges()).toEqual(["ROOT"]);
  reach.add(filterOf([["org.x", Level.INFO]]));
  expect(reach.takeChanges()).toEqual([]);
  reach.remove(everything);
  expect(reach.takeChanges()).toEqual(["ROOT"]);
});

test("a call is in reach exactly when one of the filters would let it through within its scope", () => {
  const name = fc.constantFrom("ROOT", "com", "com.acme", "com.acme.Shop", "org.x");
  const level = fc.constantFrom(Level.ALL, Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR, Level.OFF);
  const filter = fc.tuple(fc.array(fc.tuple(name, level), { maxLength: 3 }), fc.boolean()).map(([loggers, isRestricted]) => filterOf(loggers, isRestricted));
  const whitelist = fc.subarray(["ROOT", "com.acme", "org"]).map((names) => new LoggerWhitelist(names.join(",")));
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 4 }), whitelist, name, level, (filters, allowed, logger, called) => {
      expect(reachOf(...filters).includes(logger, called, allowed)).toBe(filters.some((each) => each.accepts(logger, called, allowed)));
    }),
  );
});
