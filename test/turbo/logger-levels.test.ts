import fc from "fast-check";
import { expect, test } from "vitest";
import { LoggerLevels } from "../../src/turbo/logger-levels.js";

function levelsOf(entries: readonly (readonly [string, number])[]): LoggerLevels {
  const levels = new LoggerLevels();
  for (const [name, level] of entries) {
    levels.set(name, level);
  }
  return levels;
}

/** Milliseconds, without what else the machine did meanwhile. */
function quickest(action: () => void): number {
  const rounds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  return Math.min(...rounds);
}

test("a level stands for the logger itself and for those below it", () => {
  const levels = levelsOf([["com.acme", 10], ["com.acme.Shop", 20]]);

  expect(["com.acme", "com.acme.Shop.Cart", "com.acmeware", "com", "com.acme$Cart"].map((logger) => levels.lowestFor(logger))).toEqual([10, 10, Infinity, Infinity, Infinity]);
  levels.set("com.acme", undefined);
  expect(levels.lowestFor("com.acme.Shop.Cart")).toBe(20);
  expect(levels.get("com.acme")).toBeUndefined();
  expect(levels.size).toBe(1);
});

test("ROOT stands for all, in any letter case, under one name", () => {
  const levels = levelsOf([["Root", 30]]);

  expect([levels.lowestFor("org.x"), levels.lowestFor("ROOT"), levels.get("root"), levels.size]).toEqual([30, 30, 30, 1]);
});

test("what is looked up is what all names together say", () => {
  const name = fc.array(fc.constantFrom("a", "b", "ab", "", "root"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));
  const entries = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 5 })), { maxLength: 5, selector: ([each]) => each.toUpperCase() });
  fc.assert(
    fc.property(entries, name, (given, logger) => {
      const fitting = given.filter(([each]) => logger === each || logger.startsWith(`${each}.`) || each === "root");
      expect(levelsOf(given).lowestFor(logger)).toBe(Math.min(...fitting.map(([, level]) => level)));
    }),
  );
});

test("thousands of names, and a logger of thousands of parts, take no longer", () => {
  const few = levelsOf([["com.acme.n0", 10]]);
  const many = levelsOf(Array.from({ length: 20_000 }, (_, index) => [`com.acme.n${index}`, 10]));
  const deep = `${"a.".repeat(50_000)}a`;
  const looking = (levels: LoggerLevels, logger: string) => (): void => {
    for (let round = 0; round < 200; round++) {
      levels.lowestFor(logger);
    }
  };
  const base = quickest(looking(few, "com.acme.n7.Shop"));

  expect(quickest(looking(many, "com.acme.n7.Shop"))).toBeLessThan(100 * base);
  expect(quickest(looking(many, deep))).toBeLessThan(100 * base);
});
