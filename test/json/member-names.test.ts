import { expect, test } from "vitest";
import { escapeSafely } from "../../src/json/json-text.js";
import { MemberNames, stringMembers } from "../../src/json/member-names.js";

test("a name that is taken gets the prefix, as often as needed", () => {
  const names = new MemberNames();

  expect(["a", "a", "x_a", "b"].map((name) => names.take(name, "x_"))).toEqual(["a", "x_a", "x_x_a", "b"]);
});

test("names of the outer set are taken too", () => {
  const outer = new MemberNames();
  outer.take("level", "");
  const inner = new MemberNames(outer);

  expect(inner.take("level", "mdc_")).toBe("mdc_level");
  expect(outer.has("mdc_level")).toBe(false);
});

test("names that writing makes equal are told apart", () => {
  const names = new MemberNames();

  expect(["\ud800", "\udc00"].map((name) => names.take(name, "_"))).toEqual(["\ufffd", "_\ufffd"]);
});

test("entries become members with escaped names and values", () => {
  expect(stringMembers([["a", "1"], ['k"', "\n"]], "_", new MemberNames(), escapeSafely)).toBe('"a":"1","k\\"":"\\n"');
  expect(stringMembers([], "_", new MemberNames(), escapeSafely)).toBe("");
});
