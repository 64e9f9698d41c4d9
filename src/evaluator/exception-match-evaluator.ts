import { classNamesOf } from "../core/class-names.js";
import { defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Says yes to events whose throwable is of one class, by its `name` or by the class's, in any letter case.
 *
 * Classes it inherits from count too: `TypeError` and `Error` both match a `TypeError`. Logback looks at the class itself
 * only; JavaScript errors are so rarely told apart by class that this would hardly ever match.
 *
 * Source: Logback, `ch.qos.logback.classic.boolex.ExceptionMatchEvaluator`.
 */
export class ExceptionMatchEvaluator implements EventEvaluator {
  readonly exceptionClass: string | undefined;
  readonly isStarted: boolean;
  readonly #wanted: string | undefined;

  /** @param exceptionClass - Without one it says no to everything. */
  constructor(exceptionClass: string | undefined) {
    this.exceptionClass = exceptionClass;
    this.isStarted = exceptionClass !== undefined;
    this.#wanted = exceptionClass?.toLowerCase();
  }

  evaluate({ throwable, throwableInfo }: LoggingEvent): boolean {
    if (this.#wanted === undefined || throwableInfo === undefined) {
      return false;
    }
    const classNames = typeof throwable === "object" && throwable !== null ? classNamesOf(throwable) : [];
    return [throwableInfo.className, ...classNames].some((name) => name.toLowerCase() === this.#wanted);
  }
}

/**
 * `<evaluator class="ch.qos.logback.classic.boolex.ExceptionMatchEvaluator">`
 *
 * - `<exceptionClass>`: name of an error or of its class, such as `TypeError`. Required.
 *
 * Status ERROR when it is missing: the evaluator is there, but decides nothing.
 */
export const exceptionMatchEvaluator: ComponentDefinition<EventEvaluator> = defineComponent({
  kind: "evaluator",
  classNames: ["ch.qos.logback.classic.boolex.ExceptionMatchEvaluator"],
  properties: { name: stringProperty(), exceptionClass: stringProperty() },
  create: ({ exceptionClass }, { report }) => {
    if (exceptionClass === undefined) {
      report.error("<exceptionClass> is required in an ExceptionMatchEvaluator; it decides nothing.");
    }
    return new ExceptionMatchEvaluator(exceptionClass);
  },
});
