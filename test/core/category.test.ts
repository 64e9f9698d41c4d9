import fc from "fast-check";
import { expect, test } from "vitest";
import { byWeight, CATEGORIES } from "../../src/core/category.js";

test("categories keep their order within light and grave ones, and none is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CATEGORIES)), (categories) => {
      const isLight = (category: string): boolean => ["USER_INPUT", "TRY_AGAIN", "TRUNCATED"].includes(category);
      expect(byWeight(categories)).toEqual([...categories.filter((category) => !isLight(category)), ...categories.filter(isLight)]);
    }),
  );
});
