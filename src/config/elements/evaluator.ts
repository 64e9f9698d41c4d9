import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/** What Logback puts in the place of an evaluator without a class, which used to mean an expression in Java. */
const STUB = "ch.qos.logback.classic.boolex.StubEventEvaluator";

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
    const evaluator = buildTopLevel("evaluator", element, reading, origin, "class", STUB);
    if (evaluator !== undefined) {
      reading.keepNamed("evaluator", name, evaluator, element);
    }
  },
};
