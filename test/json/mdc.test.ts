import { expect, test } from "vitest";
import { MdcMap } from "../../src/core/mdc.js";
import { escapeAsLogback, escapeSafely } from "../../src/json/json-text.js";
import { mdcMembers, mdcObject } from "../../src/json/mdc.js";
import { MemberNames } from "../../src/json/member-names.js";
import { anEvent } from "../support/events.js";

function taken(...names: readonly string[]): () => MemberNames {
  const set = new MemberNames();
  names.forEach((name) => set.take(name, ""));
  return () => set;
}

const event = anEvent({ mdc: { user: "joe", level: "x", 'k"1': "v\n1" } });

test("mdcObject writes an object with the blank of Logback, also an empty one", () => {
  const field = mdcObject("mdc", escapeAsLogback);

  expect(field.write(event)).toBe('"mdc": {"user":"joe","level":"x","k\\"1":"v\\n1"}');
  expect(field.write(anEvent())).toBe('"mdc": {}');
});

test("mdcMembers keeps away from names that are taken", () => {
  const field = mdcMembers({}, taken("level", "mdc_level"), escapeSafely);

  expect(field.write(event)).toBe('"user":"joe","mdc_mdc_level":"x","k\\"1":"v\\n1"');
  expect(field.names(event).has("user")).toBe(true);
  expect(field.write(anEvent())).toBe("");
});

test("mdcMembers writes an object of its own, where any name is free", () => {
  const before = taken("level");
  const field = mdcMembers({ objectName: "mdc" }, before, escapeSafely);

  expect(field.write(event)).toBe('"mdc":{"user":"joe","level":"x","k\\"1":"v\\n1"}');
  expect(field.names(event)).toBe(before());
});

const selections = [
  { included: ["user"], excluded: [], written: '"user":"joe"' },
  { included: [], excluded: ["user", 'k"1'], written: '"level":"x"' },
  { included: ["user", "level"], excluded: ["user"], written: '"level":"x"' },
  { included: ["nobody"], excluded: [], written: "" },
];

for (const { included, excluded, written } of selections) {
  test(`of the MDC, including [${included.join()}] and excluding [${excluded.join()}] leaves ${written === "" ? "nothing" : written}`, () => {
    const field = mdcMembers({ included: new Set(included), excluded: new Set(excluded) }, taken(), escapeSafely);

    expect(field.write(event)).toBe(written);
  });
}

test("a key is written under its other name", () => {
  const field = mdcMembers({ renamed: new Map([["user", "who"]]), included: new Set(["user"]) }, taken(), escapeSafely);

  expect(field.write(event)).toBe('"who":"joe"');
});

test("what was written of a map is kept with it, and made anew when other names are taken", () => {
  const mdc = MdcMap.of({ user: "joe" });
  let before = new MemberNames();
  const field = mdcMembers({}, () => before, escapeSafely);

  expect(field.write(anEvent({ mdc }))).toBe('"user":"joe"');
  before = new MemberNames();
  before.take("user", "");
  expect(field.write(anEvent({ mdc }))).toBe('"mdc_user":"joe"');
});

test("T8, keys such as __proto__ are members like all others", () => {
  const mdc = MdcMap.of(new Map([["__proto__", "a"], ["constructor", "b"]]));
  const value = JSON.parse(`{${mdcMembers({}, taken(), escapeSafely).write(anEvent({ mdc }))}}`) as object;

  expect(Object.entries(value)).toEqual([["__proto__", "a"], ["constructor", "b"]]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
