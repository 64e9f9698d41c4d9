import { expect, test } from "vitest";
import { expressionPropertyCondition } from "../../../src/config/conditions/expression-property-condition.js";
import { isPropertyDefinedCondition, isPropertyNullCondition, propertyEqualityCondition } from "../../../src/config/conditions/property-conditions.js";
import { LoggerContext } from "../../../src/core/logger-context.js";
import { buildFrom } from "../../support/build.js";

const rows = [
  { condition: isPropertyDefinedCondition, properties: { key: "MODE" }, holds: true },
  { condition: isPropertyDefinedCondition, properties: { key: "NOPE" }, holds: false },
  { condition: isPropertyNullCondition, properties: { key: "MODE" }, holds: false },
  { condition: isPropertyNullCondition, properties: { key: "NOPE" }, holds: true },
  { condition: propertyEqualityCondition, properties: { key: "MODE", value: "prod" }, holds: true },
  { condition: propertyEqualityCondition, properties: { key: "MODE", value: "PROD" }, holds: false },
  { condition: propertyEqualityCondition, properties: { key: "NOPE", value: "prod" }, holds: false },
  { condition: expressionPropertyCondition, properties: { expression: 'isDefined("MODE") && !isDefined("NOPE")' }, holds: true },
] as const;

for (const { condition, properties, holds } of rows) {
  test(`${condition.classNames[0]?.replace(/.*\./, "") ?? ""} with ${JSON.stringify(properties)} ${holds ? "holds" : "does not hold"}`, () => {
    const context = new LoggerContext();
    context.putProperty("MODE", "prod");

    const { built, statuses } = buildFrom(condition, properties, { context });

    expect(statuses).toEqual([]);
    expect(built?.evaluate()).toBe(holds);
  });
}

const mistakes = [
  { condition: isPropertyDefinedCondition, properties: {}, says: "ERROR <key> is required in [ch.qos.logback.core.boolex.IsPropertyDefinedCondition]; the condition is left out." },
  { condition: isPropertyNullCondition, properties: {}, says: "ERROR <key> is required in [ch.qos.logback.core.boolex.IsPropertyNullCondition]; the condition is left out." },
  { condition: propertyEqualityCondition, properties: { key: "MODE" }, says: "ERROR <value> is required in [ch.qos.logback.core.boolex.PropertyEqualityCondition]; the condition is left out." },
  { condition: expressionPropertyCondition, properties: {}, says: "ERROR <expression> is required in [ch.qos.logback.core.boolex.ExpressionPropertyCondition]; the condition is left out." },
  { condition: expressionPropertyCondition, properties: { expression: "x" }, says: "ERROR The condition [ch.qos.logback.core.boolex.ExpressionPropertyCondition] could not be made; it is left out." },
] as const;

for (const { condition, properties, says } of mistakes) {
  test(`${condition.classNames[0]?.replace(/.*\./, "") ?? ""} with ${JSON.stringify(properties)} is left out`, () => {
    expect(buildFrom(condition, properties)).toEqual({ built: undefined, statuses: [says] });
  });
}
