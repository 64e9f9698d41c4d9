import { expect, test } from "vitest";
import { escapeAsLogback, escapeSafely } from "../../src/json/json-text.js";
import { keyValueList, keyValueMembers } from "../../src/json/key-value-pairs.js";
import { MemberNames } from "../../src/json/member-names.js";
import { anEvent } from "../support/events.js";

const taken = new MemberNames();
taken.take("level", "");

const event = anEvent({
  keyValuePairs: [
    { key: "a", value: 1 },
    { key: "level", value: { x: ["y"] } },
    { key: "a", value: "again" },
    { key: "none", value: null },
  ],
});

test("keyValueList writes each pair as an object with a text", () => {
  expect(keyValueList("kvpList", escapeAsLogback).write(event)).toBe('"kvpList": [{"a":"1"},{"level":"{ x: [ \'y\' ] }"},{"a":"again"},{"none":"null"}]');
  expect(keyValueList("kvpList", escapeAsLogback).write(anEvent())).toBe("");
});

test("keyValueMembers writes values as JSON under free names, and leaves out what is null", () => {
  const field = keyValueMembers(undefined, () => taken, escapeSafely);

  expect(field.write(event)).toBe('"a":1,"kvp_level":{"x":["y"]},"kvp_a":"again"');
  expect(["a", "kvp_level", "kvp_a", "level", "none"].map((name) => field.names(event).has(name))).toEqual([true, true, true, true, false]);
});

test("keyValueMembers writes an object of its own", () => {
  const field = keyValueMembers("kvp", () => taken, escapeSafely);

  expect(field.write(event)).toBe('"kvp":{"a":1,"level":{"x":["y"]},"kvp_a":"again"}');
  expect(field.names(event)).toBe(taken);
});

test("pairs without a value write nothing", () => {
  const empty = anEvent({ keyValuePairs: [{ key: "none", value: undefined }] });

  expect(keyValueMembers("kvp", () => taken, escapeSafely).write(empty)).toBe("");
  expect(keyValueMembers(undefined, () => taken, escapeSafely).names(anEvent())).toBe(taken);
});
