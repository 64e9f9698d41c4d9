import { expect, test } from "vitest";
import { isLevel, Level, requireLevel } from "../../src/core/level.js";
import { revokedProxy } from "../support/revoked-proxy.js";

const inOrder = [
  { level: Level.ALL, name: "ALL", value: -2147483648 },
  { level: Level.TRACE, name: "TRACE", value: 5000 },
  { level: Level.DEBUG, name: "DEBUG", value: 10000 },
  { level: Level.INFO, name: "INFO", value: 20000 },
  { level: Level.WARN, name: "WARN", value: 30000 },
  { level: Level.ERROR, name: "ERROR", value: 40000 },
  { level: Level.OFF, name: "OFF", value: 2147483647 },
] as const;

for (const [rank, { level, name, value }] of inOrder.entries()) {
  test(`${name} has Logback's number and name`, () => {
    expect(level.value).toBe(value);
    expect(level.name).toBe(name);
    expect(String(level)).toBe(name);
    expect(JSON.stringify({ level })).toBe(`{"level":"${name}"}`);
  });

  test(`${name} is as severe as itself and as the levels before it, and less than those behind it`, () => {
    const answers = inOrder.map((other) => level.isGreaterOrEqual(other.level));

    expect(answers).toEqual(inOrder.map((_, other) => other <= rank));
  });

  test(`${name} is found by its name in any letter case`, () => {
    const written = [name, name.toLowerCase(), `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, ` ${name}\t`];

    expect(written.map((word) => Level.parse(word))).toEqual(written.map(() => level));
  });
}

for (const word of ["", "LOUD", "WARNING", "20000", "INFO2", "__proto__", "constructor", "toString"]) {
  test(`"${word}" is no level: parse answers undefined, toLevel DEBUG or the fallback`, () => {
    expect(Level.parse(word)).toBe(undefined);
    expect(Level.toLevel(word)).toBe(Level.DEBUG);
    expect(Level.toLevel(word, Level.ERROR)).toBe(Level.ERROR);
  });
}

test("toLevel prefers the word to the fallback", () => {
  expect(Level.toLevel("warn", Level.ERROR)).toBe(Level.WARN);
});

test("a level of another copy of this library is one", () => {
  const foreign = { name: "WARN", value: 30_000 };

  expect(isLevel(foreign)).toBe(true);
  expect(requireLevel("test", foreign)).toBe(foreign);
});

const noLevels = [
  { what: "undefined", value: undefined },
  { what: "null", value: null },
  { what: "a name", value: "WARN" },
  { what: "a number", value: 30_000 },
  { what: "an empty object", value: {} },
  { what: "an object without a name", value: { value: 30_000 } },
  { what: "an object without a number", value: { name: "WARN" } },
  { what: "an object whose name is none of the seven", value: { name: "LOUD", value: 99_999 } },
  { what: "an object with the number of another level", value: { name: "WARN", value: 20_000 } },
  { what: "an object with its name in small letters", value: { name: "warn", value: 30_000 } },
  { what: "an object that throws when its number is read", value: { name: "WARN", get value(): never { throw new Error("read"); } } },
  { what: "a revoked Proxy", value: revokedProxy() },
];

for (const { what, value } of noLevels) {
  test(`${what} is not taken for a level`, () => {
    expect(isLevel(value)).toBe(false);
  });
}

test("a level is required by itself or by name; anything else throws and says what came", () => {
  expect([requireLevel("test", Level.INFO), requireLevel("test", "info")]).toEqual([Level.INFO, Level.INFO]);
  expect(() => requireLevel("test", 5)).toThrow(new TypeError("test: expected a level, or OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL, got number."));
});
