import { expect, test } from "vitest";
import { CategorisedError } from "../../src/core/categorised-error.js";

test("a CategorisedError has its categories, code and cause beside the message", () => {
  const cause = new TypeError("no such folder");
  const error = new CategorisedError("Folder not found", { categories: ["USER_INPUT", "TRY_AGAIN"], code: "FLD-0008", cause });

  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: "CategorisedError", message: "Folder not found", categories: ["USER_INPUT", "TRY_AGAIN"], code: "FLD-0008", cause });
});

test("its category is ERROR unless one is given", () => {
  expect(new CategorisedError("x").categories).toEqual(["ERROR"]);
  expect(new CategorisedError("x", { categories: "CONFLICT" }).categories).toEqual(["CONFLICT"]);
  expect("cause" in new CategorisedError("x")).toBe(false);
});

test("an empty list means ERROR", () => {
  expect(new CategorisedError("x", { categories: [] }).categories).toEqual(["ERROR"]);
});

test("a class that extends it goes by its own name, one without a name by that of the class it extends", () => {
  class FolderError extends CategorisedError {}

  expect(String(new FolderError("no folder"))).toBe("FolderError: no folder");
  expect(new (class extends FolderError {})("x").name).toBe("FolderError");
  expect(new (class extends CategorisedError {})("x").name).toBe("CategorisedError");
});

test("what is no category is refused", () => {
  expect(() => new CategorisedError("x", { categories: "user_input" as never })).toThrow(/^CategorisedError: expected categories of ERROR, USER_INPUT, .*, got "user_input"\.$/);
  expect(() => new CategorisedError("x", { categories: [7] as never })).toThrow(/got number\.$/);
});
