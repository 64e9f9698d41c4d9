import { expect, test } from "vitest";
import { ExpressionError, parsePropertyExpression } from "../../../src/config/conditions/property-expression.js";

const properties: ReadonlyMap<string, string> = new Map([["MODE", "prod"], ["EMPTY", ""], ["QUOTED", "a && b"]]);

const rows: readonly (readonly [expression: string, value: boolean])[] = [
  ["true", true],
  ["false", false],
  ['isDefined("MODE")', true],
  ['isDefined("EMPTY")', true],
  ['isDefined("NOPE")', false],
  ['isNull("NOPE")', true],
  ['isNull("MODE")', false],
  ['propertyEquals("MODE", "prod")', true],
  ['propertyEquals("MODE","Prod")', false],
  ['propertyEquals("NOPE", "")', false],
  ['propertyContains("MODE", "ro")', true],
  ['propertyContains("NOPE", "")', false],
  ['propertyContains("QUOTED", " && ")', true],
  ['!isNull("MODE")', true],
  ["!!true", true],
  ["true && false", false],
  ["true || false", true],
  ["true || false && false", true],
  ["(true || false) && false", false],
  ["!(true && false)", true],
  ["!true || true", true],
  ["  true&&true\n||false  ", true],
  [`${"(".repeat(40)}true${")".repeat(40)}`, true],
  ['isDefined("__proto__")', false],
  [Array.from({ length: 10_000 }, () => "true").join(" && "), true],
];

for (const [expression, value] of rows) {
  test(`${expression.trim().slice(0, 60)} is ${value}`, () => {
    expect(parsePropertyExpression(expression)((key) => properties.get(key))).toBe(value);
  });
}

const mistakes = [
  { expression: "", says: "a function, true, false, ! or ( at position 0" },
  { expression: 'foo("x")', says: "isDefined, isNull, propertyEquals, propertyContains at position 0" },
  { expression: 'toString("x")', says: "isDefined, isNull, propertyEquals, propertyContains at position 0" },
  { expression: "isDefined", says: "'(' at position 9" },
  { expression: "isDefined(MODE)", says: "'\"' at position 10" },
  { expression: 'isDefined("MODE', says: "'\"' at position 15" },
  { expression: 'isDefined("MODE"', says: "')' at position 16" },
  { expression: 'isDefined("A", "B")', says: "')' at position 13" },
  { expression: 'propertyEquals("A")', says: "',' at position 18" },
  { expression: "true true", says: "the end at position 5" },
  { expression: "true & false", says: "the end at position 5" },
  { expression: "true &&", says: "a function, true, false, ! or ( at position 7" },
  { expression: "(true", says: "')' at position 5" },
  { expression: "process.exit()", says: "'(' at position 7" },
  { expression: "\\u0070rocess.exit()", says: "a function, true, false, ! or ( at position 0" },
  { expression: `${"!".repeat(20_000)}true`, says: "at most 100 levels at position 100" },
  { expression: `${"(".repeat(20_000)}true`, says: "at most 100 levels at position 100" },
];

for (const { expression, says } of mistakes) {
  test(`T3: the expression ${expression.slice(0, 40)} is refused with the place`, () => {
    expect(() => parsePropertyExpression(expression)).toThrow(new ExpressionError(expression, says.replace(/ at position \d+$/, ""), Number(/\d+$/.exec(says)?.[0])));
  });
}
