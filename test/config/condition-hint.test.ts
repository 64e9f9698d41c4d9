import { expect, test } from "vitest";
import { conditionFor } from "../../src/config/condition-hint.js";

const rows = [
  { expression: 'property("X").equals("v")', hint: 'propertyEquals("X", "v")' },
  { expression: ' p("X").equals("v") ', hint: 'propertyEquals("X", "v")' },
  { expression: '!property("X").equals("v")', hint: '!propertyEquals("X", "v")' },
  { expression: '"v".equals(property("X"))', hint: 'propertyEquals("X", "v")' },
  { expression: '!"v".equals(p("X"))', hint: '!propertyEquals("X", "v")' },
  { expression: 'property("X").contains("v")', hint: 'propertyContains("X", "v")' },
  { expression: 'property("X").toLowerCase().trim().equals("v")', hint: 'propertyEquals("X", "v")' },
  { expression: 'isDefined("X")', hint: 'isDefined("X")' },
  { expression: '!isNull("X")', hint: '!isNull("X")' },
];

for (const { expression, hint } of rows) {
  test(`${expression} becomes ${hint}`, () => {
    expect(conditionFor(expression)).toBe(`Instead, write <condition class="ch.qos.logback.core.boolex.ExpressionPropertyCondition"><expression>${hint}</expression></condition> before the <if>.`);
  });
}

const others = ["process.exit()", "\\u0070rocess.exit()", "", 'property("X").equals("v") && true', "(".repeat(10_000), `property(${'"'.repeat(10_000)}`];

for (const expression of others) {
  test(`"${expression.slice(0, 30)}" is answered with the functions there are`, () => {
    expect(conditionFor(expression)).toMatch(/^Instead, write a <condition .* with an <expression> of isDefined/);
  });
}
