import { buildTopLevel } from "../build-top-level.js";
import type { Condition } from "../conditional.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<condition class="ch.qos.logback.core.boolex.ExpressionPropertyCondition">`: decides about the `<if>` after it.
 *
 * Source: Logback manual, "Configuration", conditional processing.
 */
export const conditionElement: ElementHandler = {
  names: ["condition"],
  attributes: ["class"],
  read: (element, reading, origin) => {
    const condition = buildTopLevel("condition", element, reading, origin) as Condition | undefined;
    reading.condition = undefined;
    try {
      reading.condition = condition?.evaluate();
    } catch (cause) {
      reading.report(origin, element.position).error("The condition failed; neither branch of the <if> after it counts.", cause);
    }
  },
};
