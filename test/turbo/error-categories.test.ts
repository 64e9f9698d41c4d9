import { expect, test } from "vitest";
import { ownCategoryOf } from "../../src/turbo/error-categories.js";
import { revokedProxy } from "../support/revoked-proxy.js";

const cases: readonly { categories: unknown; category: string | undefined }[] = [
  { categories: ["USER_INPUT"], category: "USER_INPUT" },
  { categories: "USER_INPUT", category: "USER_INPUT" },
  { categories: "TRY_AGAIN, USER_INPUT", category: "TRY_AGAIN" },
  { categories: ["USER_INPUT", "ERROR"], category: "ERROR" },
  { categories: ["TRUNCATED", "CONFLICT", "CAPACITY"], category: "CONFLICT" },
  { categories: ["horror", "films"], category: undefined },
  { categories: ["user_input"], category: undefined },
  { categories: ["films", "USER_INPUT", 7], category: "USER_INPUT" },
  { categories: [], category: undefined },
  { categories: undefined, category: undefined },
  { categories: null, category: undefined },
  { categories: { 0: "USER_INPUT" }, category: undefined },
];

for (const { categories, category } of cases) {
  test(`of ${JSON.stringify(categories)} the category ${category ?? "none"} counts`, () => {
    expect(ownCategoryOf(Object.assign(new Error("x"), { categories }))).toBe(category);
  });
}

test("T7: categories that cannot be read are none", () => {
  const hostile = Object.defineProperty(new Error("x"), "categories", { get: () => { throw new Error("no"); } });

  expect(ownCategoryOf(hostile)).toBeUndefined();
  expect(ownCategoryOf({ categories: revokedProxy([]) })).toBeUndefined();
});
