import { expect, test } from "vitest";
import { closest } from "../../src/util/did-you-mean.js";

const names = ["appender", "appender-ref", "encoder", "pattern", "file", "level", "root", "logger", "additivity"];

const suggestions = [
  { mistake: "a letter too many", name: "apppender", meant: "appender" },
  { mistake: "a missing letter", name: "patern", meant: "pattern" },
  { mistake: "a wrong letter", name: "lavel", meant: "level" },
  { mistake: "swapped neighbours", name: "fiel", meant: "file" },
  { mistake: "other letter case", name: "Additivity", meant: "additivity" },
  { mistake: "other letter case and a missing letter", name: "AppenderRef", meant: "appender-ref" },
  { mistake: "another ending", name: "additive", meant: "additivity" },
  { mistake: "another ending of a short name", name: "rooms", meant: undefined },
  { mistake: "nothing in common", name: "database", meant: undefined },
  { mistake: "too much difference for a short name", name: "rt", meant: undefined },
  { mistake: "an empty name", name: "", meant: undefined },
  { mistake: "a very long name", name: "x".repeat(10_000), meant: undefined },
];

for (const { mistake, name, meant } of suggestions) {
  test(`${mistake}: "${name.slice(0, 20)}" suggests ${meant ?? "nothing"}`, () => {
    expect(closest(name, names)).toBe(meant);
  });
}

test("the nearer candidate wins, and the first of equally near ones", () => {
  expect(closest("cat", ["cart", "car", "cat"])).toBe("cat");
  expect(closest("cat", ["cart", "car"])).toBe("cart");
});

test("classes of one package are not taken for each other", () => {
  expect(closest("org.acme.logging.logback.JsonEncoder", ["org.acme.logging.logback.ThrowableProxyConverter"])).toBe(undefined);
});

test("one letter is never mistaken for another", () => {
  expect(closest("x", ["y"])).toBe(undefined);
});

test("candidates may be the keys of a map", () => {
  expect(closest("nmae", new Map([["name", 1]]).keys())).toBe("name");
});
