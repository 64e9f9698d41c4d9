import { expect, test } from "vitest";
import { resolved, variablesIn } from "../../../src/cli/migrate/variables.js";

const VALUES = new Map([
  ["dir", "${base}/logs"],
  ["base", "/srv"],
  ["file", "${dir}/a.log"],
  ["me", "${you}"],
  ["you", "${me}!"],
  ["unused", "x"],
]);

test("variables that are used come with those that they need, and behind them", () => {
  expect([...variablesIn(["a ${file} b", "${dir}", "${outside:-${base}}"], VALUES)]).toEqual([
    ["base", "/srv"],
    ["dir", "${base}/logs"],
    ["file", "${dir}/a.log"],
  ]);
});

test("a text is resolved as far as the file knows its variables", () => {
  expect(resolved("${file} ${outside} ${base:-/tmp}", VALUES)).toBe("/srv/logs/a.log ${outside} /srv");
});

test("only what is wanted is put in place of its variable", () => {
  expect(resolved("${file} ${base}", VALUES, (text) => text === "/srv")).toBe("${file} /srv");
});

test("variables that need each other end in one that stands for itself", () => {
  expect(resolved("${me}", VALUES)).toBe("${me}!");
  expect([...variablesIn(["${me}"], VALUES).keys()]).toEqual(["you", "me"]);
});

test("doubling over and over stays small", () => {
  const values = new Map(Array.from({ length: 60 }, (_, index) => [`v${index}`, `\${v${index + 1}}\${v${index + 1}}`] as const));

  expect(resolved("${v0}", new Map([...values, ["v60", "boom"]])).length).toBeLessThanOrEqual(2 * 65_536);
});
