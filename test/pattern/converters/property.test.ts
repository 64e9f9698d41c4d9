import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

const context = { properties: new Map([["app", "shop"], ["empty", ""]]) };
const options = { property: (key: string): string | undefined => (key === "user.dir" ? "/srv" : key === "app" ? "not this" : undefined) };

const properties = [
  { pattern: "%property{app}", text: "shop" },
  { pattern: "%property{ app }", text: "shop" },
  { pattern: "[%property{empty}]", text: "[]" },
  { pattern: "%property{user.dir}", text: "/srv" },
  { pattern: "%property{APP}", text: "null" },
  { pattern: "%property{app:-x}", text: "null" },
  { pattern: "%6property{missing}|", text: "      |" },
  { pattern: "%0property{missing}", text: "" },
  { pattern: "%property", text: "Property_HAS_NO_KEY" },
  { pattern: "%property{}", text: "Property_HAS_NO_KEY" },
] as const;

for (const { pattern, text } of properties) {
  test(`${pattern} prints "${text}"`, () => {
    expect(textOf(pattern, { context }, options)).toBe(text);
  });
}
