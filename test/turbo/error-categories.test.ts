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
  { categories: ["USER_INPUT "], category: "USER_INPUT" },
  { categories: " USER_INPUT , TRY_AGAIN", category: "USER_INPUT" },
  { categories: [], category: undefined },
  { categories: 7, category: undefined },
  { categories: [["USER_INPUT"]], category: undefined },
  { categories: undefined, category: undefined },
  { categories: null, category: undefined },
  { categories: { 0: "USER_INPUT" }, category: undefined },
];

for (const { categories, category } of cases) {
  test(`of ${JSON.stringify(categories)} the category ${category ?? "none"} counts`, () => {
    expect(ownCategoryOf(Object.assign(new Error("x"), { categories }))).toBe(category);
  });
}

test("categories may be a set, or anything else that can be iterated time and again", () => {
  expect(ownCategoryOf({ categories: new Set(["USER_INPUT", "CONFLICT "]) })).toBe("CONFLICT");
  expect(ownCategoryOf({ categories: new Set() })).toBeUndefined();
  expect(ownCategoryOf({ categories: new Map([["USER_INPUT", true]]).keys() })).toBeUndefined();
  const endless = { *[Symbol.iterator]() { for (;;) { yield "TRY_AGAIN"; } } };
  expect(ownCategoryOf({ categories: endless })).toBe("TRY_AGAIN");
});

test("an iterator is not used up", () => {
  const categories = ["USER_INPUT"].values();
  ownCategoryOf({ categories });

  expect([...categories]).toEqual(["USER_INPUT"]);
});

test("T7: categories that cannot be read are none", () => {
  const hostile = Object.defineProperty(new Error("x"), "categories", { get: () => { throw new Error("no"); } });

  expect(ownCategoryOf(hostile)).toBeUndefined();
  expect(ownCategoryOf({ categories: revokedProxy([]) })).toBeUndefined();
  expect(ownCategoryOf({ categories: { [Symbol.iterator]: () => { throw new Error("no"); } } })).toBeUndefined();
  expect(ownCategoryOf({ categories: { [Symbol.iterator]: 7 } })).toBeUndefined();
});
