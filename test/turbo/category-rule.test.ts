import { expect, test } from "vitest";
import { CategoryRule, categoryRule } from "../../src/turbo/category-rule.js";
import { buildFrom } from "../support/build.js";

class ValidationError extends Error {
  code = 422;
}
class FieldError extends ValidationError {}

const rule = (properties: Record<string, string>): { matches: (error: object) => boolean | undefined; statuses: readonly string[] } => {
  const { built, statuses } = buildFrom(categoryRule, { category: "USER_INPUT", ...properties });
  return { matches: (error) => built?.matches(error), statuses };
};

const cases = [
  { properties: { className: "ValidationError" }, error: new ValidationError("x"), matches: true },
  { properties: { className: "ValidationError" }, error: new FieldError("x"), matches: true },
  { properties: { className: "FieldError" }, error: new ValidationError("x"), matches: false },
  { properties: { className: "Named" }, error: Object.assign(new Error("x"), { name: "Named" }), matches: true },
  { properties: { code: "422" }, error: new ValidationError("x"), matches: true },
  { properties: { code: "ENOENT" }, error: Object.assign(new Error("x"), { code: "ENOENT" }), matches: true },
  { properties: { code: "ENOENT" }, error: new Error("x"), matches: false },
  { properties: { message: "^Missing (field|value)" }, error: new Error("Missing field: name"), matches: true },
  { properties: { message: "^Missing" }, error: new Error("Nothing is Missing"), matches: false },
  { properties: { message: "^$" }, error: new Error(), matches: true },
  { properties: { className: "ValidationError", code: "400" }, error: new ValidationError("x"), matches: false },
];

for (const { properties, error, matches } of cases) {
  test(`the rule ${JSON.stringify(properties)} ${matches ? "matches" : "does not match"} ${error.constructor.name} "${error.message}"`, () => {
    const made = rule(properties);

    expect(made.statuses).toEqual([]);
    expect(made.matches(error)).toBe(matches);
  });
}

test("the category may be written in any letter case", () => {
  expect(buildFrom(categoryRule, { category: "Try_again", code: "1" }).built).toMatchObject({ category: "TRY_AGAIN" });
  expect(buildFrom(categoryRule, { category: "Try_again", code: "1" }).built).toBeInstanceOf(CategoryRule);
});

const refused = [
  { properties: {}, says: /^ERROR Expected <className>, <code> or <message> in a <rule>, which would match every error without; it is left out\.$/ },
  { properties: { category: "USER", code: "1" }, says: /^ERROR "USER" is no category; expected one of ERROR, USER_INPUT, / },
  { properties: { message: "(" }, says: /^ERROR The rule is left out\. Expected .*/ },
  { properties: { code: "1", message: "(a+)+$" }, says: /^ERROR The rule is left out\. The regular expression .* is not used/ },
];

for (const { properties, says } of refused) {
  test(`a rule of ${JSON.stringify(properties)} is left out and says why`, () => {
    const { built, statuses } = buildFrom(categoryRule, { category: "USER_INPUT", ...properties });

    expect(built).toBeUndefined();
    expect(statuses[0]).toMatch(says);
  });
}
