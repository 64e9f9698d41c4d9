import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { Condition } from "../conditional.js";
import { parsePropertyExpression } from "./property-expression.js";

/**
 * `<condition class="ch.qos.logback.core.boolex.ExpressionPropertyCondition">`
 *
 * - `<expression>`: `isDefined("X") && !propertyEquals("MODE", "dev")` and the like. Required.
 *
 * Status ERROR when the expression cannot be read: neither branch of the `<if>` counts.
 */
export const expressionPropertyCondition: ComponentDefinition<Condition> = defineComponent({
  kind: "condition",
  classNames: ["ch.qos.logback.core.boolex.ExpressionPropertyCondition"],
  properties: { expression: stringProperty({ required: true }) },
  create: ({ expression }, { property }) => {
    const evaluate = parsePropertyExpression(expression);
    return { evaluate: () => evaluate(property) };
  },
});
