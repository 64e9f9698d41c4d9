import type { LoggingEvent } from "./logging-event.js";

/**
 * Says yes or no about an event; asked by `EvaluatorFilter`, `%ex`, `%caller` and whatever else waits for certain events.
 *
 * Source: Logback manual, "Filters", EvaluatorFilters; `ch.qos.logback.core.boolex.EventEvaluator`.
 *
 * @public
 */
export interface EventEvaluator {
  /** `false` when its configuration lacks what it needs: then it decides nothing. True unless given. */
  readonly isStarted?: boolean;
  /** What it throws is reported by whoever asks, and counts as no. */
  evaluate(event: LoggingEvent): boolean;
}
