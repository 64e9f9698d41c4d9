import { expect, test } from "vitest";
import { classNamesOf } from "../../src/core/class-names.js";

class ValidationError extends TypeError {}

test("the names of a class and of those above it, nearest first", () => {
  expect(classNamesOf(new ValidationError("x"))).toEqual(["ValidationError", "TypeError", "Error", "Object"]);
  expect(classNamesOf(Object.create(null) as object)).toEqual([]);
});

test("T7: a Proxy has none, and nothing of it is called", () => {
  const fails = (): never => { throw new Error("called"); };

  expect(classNamesOf(new Proxy(new ValidationError("x"), { get: fails, getPrototypeOf: fails, getOwnPropertyDescriptor: fails }))).toEqual([]);
});
