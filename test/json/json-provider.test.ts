import { expect, test } from "vitest";
import { constant } from "../../src/json/constant.js";
import { JsonObjectNames } from "../../src/json/json-provider.js";
import { jsonLine } from "../../src/json/json-field.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { mdcMembers } from "../../src/json/mdc.js";
import { anEvent } from "../support/events.js";

const make = (name: string): ReturnType<typeof constant> => constant(name, 1);

test("a name is given once, and neither empty nor [ignore]", () => {
  const complaints: string[] = [];
  const names = new JsonObjectNames((message) => complaints.push(message));

  expect(jsonLine([...names.field("a", make), ...names.field("a", make), ...names.field("", make), ...names.field("[ignore]", make)])(anEvent())).toBe('{"a":1}\n');
  expect(complaints).toEqual(['The field name "a" is given twice; only the first field is written.']);
});

test("an object within has names of its own", () => {
  const names = new JsonObjectNames(() => {});

  expect([names.take("a"), names.inner().take("a"), names.take("a")]).toEqual(["a", "a", undefined]);
});

test("names from data keep away from all fixed ones, those behind them too", () => {
  const names = new JsonObjectNames(() => {});
  const mdc = names.dataField("", (objectName, before) => mdcMembers({ objectName }, before, escapeSafely));
  const again = names.dataField("", (objectName, before) => mdcMembers({ objectName }, before, escapeSafely));
  const line = jsonLine([...mdc, ...again, ...names.field("a", make)]);

  expect(line(anEvent({ mdc: { a: "x", b: "y" } }))).toBe('{"mdc_a":"x","b":"y","mdc_mdc_a":"x","mdc_b":"y","a":1}\n');
});
