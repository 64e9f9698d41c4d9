import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<evaluator name="isError" class="ch.qos.logback.classic.boolex.OnErrorEvaluator"/>`: an evaluator that patterns name,
 * as in `%ex{full, isError}`.
 *
 * Source: Logback manual, "Layouts", evaluators.
 */
export const evaluatorElement: ElementHandler = {
  names: ["evaluator"],
  attributes: ["name", "class"],
  read: (element, reading, origin) => {
    const name = reading.attribute(element, "name", origin);
    if (name === undefined || name === "") {
      reading.report(origin, element.position).error(`Missing attribute [name] on <evaluator>: no pattern could name it; it is ignored.`);
      return;
    }
    const evaluator = buildTopLevel("evaluator", element, reading, origin);
    if (evaluator !== undefined) {
      reading.draft.named.set("evaluator", new Map(reading.draft.named.get("evaluator")).set(name, evaluator));
    }
  },
};
