import { expect, test } from "vitest";
import { contextProperties } from "../../src/json/context-properties.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { MemberNames } from "../../src/json/member-names.js";
import { anEvent } from "../support/events.js";

const taken = new MemberNames();
taken.take("level", "");

const event = anEvent({ context: { properties: new Map([["app", "shop"], ["level", "x"]]) } });

test("properties stand side by side and keep away from names that are taken", () => {
  const field = contextProperties(undefined, () => taken, escapeSafely);

  expect(field.write(event)).toBe('"app":"shop","context_level":"x"');
  expect(field.names(event).has("app")).toBe(true);
});

test("properties stand in an object of their own, where any name is free", () => {
  const field = contextProperties("context", () => taken, escapeSafely);

  expect(field.write(event)).toBe('"context":{"app":"shop","level":"x"}');
  expect(field.names(event)).toBe(taken);
});

test("without properties nothing is written", () => {
  expect(contextProperties("context", () => taken, escapeSafely).write(anEvent())).toBe("");
  expect(contextProperties(undefined, () => taken, escapeSafely).names(anEvent())).toBe(taken);
});

test("the names come from the same properties as the text", () => {
  const field = contextProperties(undefined, () => taken, escapeSafely);
  const first = field.names(event);

  expect(field.names(event)).toBe(first);
  expect(field.names(anEvent({ context: { properties: new Map([["b", ""]]) } })).has("app")).toBe(false);
});
