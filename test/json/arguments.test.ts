import { expect, test } from "vitest";
import { argumentList, argumentMembers } from "../../src/json/arguments.js";
import { escapeAsLogback, escapeSafely } from "../../src/json/json-text.js";
import { MemberNames } from "../../src/json/member-names.js";
import { anEvent } from "../support/events.js";

const event = anEvent({ message: "{}", args: ["a/b", 17, null, { x: 1 }] });

test("argumentList writes every argument as text", () => {
  expect(argumentList("arguments", escapeAsLogback).write(event)).toBe('"arguments": ["a\\/b","17","null","{ x: 1 }"]');
  expect(argumentList("arguments", escapeAsLogback).write(anEvent())).toBe("");
});

test("argumentMembers writes every argument as JSON under its number", () => {
  const taken = new MemberNames();
  taken.take("arg1", "");

  expect(argumentMembers({ prefix: "arg" }, () => taken, escapeSafely).write(event)).toBe('"arg0":"a/b","_arg1":17,"arg2":null,"arg3":{"x":1}');
  expect(argumentMembers({ prefix: "", objectName: "args" }, () => taken, escapeSafely).write(event)).toBe('"args":{"0":"a/b","1":17,"2":null,"3":{"x":1}}');
  expect(argumentMembers({ prefix: "arg" }, () => taken, escapeSafely).write(anEvent())).toBe("");
});

test("arguments side by side keep their names from data behind them", () => {
  const { names } = argumentMembers({ prefix: "arg" }, () => new MemberNames(), escapeSafely);

  expect(["arg0", "arg1", "arg2"].map((name) => names(anEvent({ args: ["x", "y"] })).has(name))).toEqual([true, true, false]);
  expect(names(anEvent()).has("arg0")).toBe(false);
});
