import { componentProperty, defineComponent, filterReplyProperty, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";
import type { Filter, FilterReply } from "../core/filter.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * What an {@link EvaluatorFilter} asks and replies.
 *
 * @public
 */
export interface EvaluatorFilterOptions {
  /** `NEUTRAL` unless given. */
  readonly onMatch?: FilterReply;
  /** `NEUTRAL` unless given. */
  readonly onMismatch?: FilterReply;
  /** Gets what the evaluator throws, the first time. */
  readonly onFailure?: (cause: unknown) => void;
}

/**
 * Gives one reply to events to which an evaluator says yes, and another to all the rest.
 * Without a started evaluator, and where it throws, the event is left to the filters after this one.
 *
 * Source: Logback manual, "Filters", EvaluatorFilters; `ch.qos.logback.core.filter.EvaluatorFilter`.
 *
 * @public
 */
export class EvaluatorFilter implements Filter {
  readonly evaluator: EventEvaluator | undefined;
  readonly onMatch: FilterReply;
  readonly onMismatch: FilterReply;
  readonly #onFailure: ((cause: unknown) => void) | undefined;
  #hasFailed = false;

  constructor(evaluator: EventEvaluator | undefined, { onMatch = "NEUTRAL", onMismatch = "NEUTRAL", onFailure }: EvaluatorFilterOptions = {}) {
    this.evaluator = evaluator;
    this.onMatch = onMatch;
    this.onMismatch = onMismatch;
    this.#onFailure = onFailure;
  }

  decide(event: LoggingEvent): FilterReply {
    const { evaluator } = this;
    if (evaluator === undefined || evaluator.isStarted === false) {
      return "NEUTRAL";
    }
    try {
      return evaluator.evaluate(event) ? this.onMatch : this.onMismatch;
    } catch (cause) {
      if (!this.#hasFailed) {
        this.#hasFailed = true;
        this.#onFailure?.(cause);
      }
      return "NEUTRAL";
    }
  }
}

/**
 * `<filter class="ch.qos.logback.core.filter.EvaluatorFilter">`
 *
 * - `<evaluator>`: with its `class`. Required; without a class it was an expression once, and decides nothing.
 * - `<OnMatch>`, `<OnMismatch>`: `ACCEPT`, `NEUTRAL` (default) or `DENY`.
 *
 * Status ERROR without an evaluator: the filter decides nothing. Status ERROR when the evaluator throws, said once.
 */
export const evaluatorFilter: ComponentDefinition<Filter> = defineComponent({
  kind: "filter",
  classNames: ["ch.qos.logback.core.filter.EvaluatorFilter"],
  properties: {
    name: stringProperty(),
    evaluator: componentProperty<EventEvaluator>("evaluator", { defaultClassName: "ch.qos.logback.classic.boolex.StubEventEvaluator" }),
    onMatch: filterReplyProperty("NEUTRAL"),
    onMismatch: filterReplyProperty("NEUTRAL"),
  },
  create: ({ evaluator, onMatch, onMismatch }, { report }) => {
    if (evaluator === undefined) {
      report.error("No evaluator is set for this EvaluatorFilter; it decides nothing.");
    }
    const onFailure = (cause: unknown): void => {
      report.error("The evaluator of this EvaluatorFilter threw; such events are left to the next filter. Said once.", cause);
    };
    return new EvaluatorFilter(evaluator, { onMatch, onMismatch, onFailure });
  },
});
