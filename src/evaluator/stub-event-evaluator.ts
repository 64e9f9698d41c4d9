import { componentsProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";

/**
 * Stands for an evaluator without a class: once that was an expression in Java. It is never started, and says no to everything.
 *
 * Source: Logback 1.5.13 and later, `ch.qos.logback.classic.boolex.StubEventEvaluator`.
 */
export class StubEventEvaluator implements EventEvaluator {
  readonly isStarted = false;

  evaluate(): boolean {
    return false;
  }
}

/**
 * `<evaluator>`, or `<evaluator class="ch.qos.logback.classic.boolex.StubEventEvaluator">`
 *
 * - `<expression>`, `<matcher>`: accepted and of no effect.
 *
 * Status WARN in any case, with what to use instead.
 */
export const stubEventEvaluator: ComponentDefinition<EventEvaluator> = defineComponent({
  kind: "evaluator",
  classNames: ["ch.qos.logback.classic.boolex.StubEventEvaluator"],
  properties: { name: stringProperty(), expression: stringProperty(), matcher: componentsProperty<unknown>("value", { defaultClassName: "ch.qos.logback.core.boolex.Matcher" }) },
  create: (_values, { report }) => {
    report.warn(
      "An evaluator without a class was an expression in Java (JaninoEventEvaluator), which Logback gave up in 1.5.13 and which is not evaluated here; it decides nothing. " +
        "Use OnErrorEvaluator, OnMarkerEvaluator, ExceptionMatchEvaluator, or one that the application registers in code.",
    );
    return new StubEventEvaluator();
  },
});
