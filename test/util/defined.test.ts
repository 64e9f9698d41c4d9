import { expect, test } from "vitest";
import { defined } from "../../src/util/defined.js";

test("a property is there exactly when it has a value", () => {
  expect(Object.keys({ ...defined("a", 1), ...defined("b", undefined), ...defined("c", "") })).toEqual(["a", "c"]);
});
