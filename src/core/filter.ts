import type { Level } from "./level.js";
import type { Logger } from "./logger.js";
import type { LoggingEvent } from "./logging-event.js";
import type { Marker } from "./marker.js";

/**
 * `DENY` drops the event, `ACCEPT` takes it without asking further, `NEUTRAL` leaves it to whoever comes next.
 *
 * @public
 */
export type FilterReply = "ACCEPT" | "NEUTRAL" | "DENY";

/**
 * Decides about an event on its way into one appender.
 *
 * Source: Logback manual, "Filters".
 *
 * @public
 */
export interface Filter {
  decide(event: LoggingEvent): FilterReply;
}

/**
 * Decides about a log call before its level is looked at and before an event exists.
 * `ACCEPT` logs whatever the level, `DENY` never logs.
 *
 * Source: Logback manual, "Filters", TurboFilters.
 *
 * @public
 */
export interface TurboFilter {
  /**
   * @param marker - The first marker of the call.
   * @param message - Undefined when only asked whether a level is enabled, or when a fluent call begins.
   * @param args - Arguments as they were given; a throwable that stands last is still among them.
   */
  decide(
    marker: Marker | undefined,
    logger: Logger,
    level: Level,
    message: string | undefined,
    args: readonly unknown[] | undefined,
    throwable: unknown,
  ): FilterReply;
}

/** First reply that is not `NEUTRAL`, in the order of the list. */
export function decideAll(filters: readonly Filter[], event: LoggingEvent): FilterReply {
  for (const filter of filters) {
    const reply = filter.decide(event);
    if (isDecisive(reply)) {
      return reply;
    }
  }
  return "NEUTRAL";
}

/** Whether a reply settles the matter. Filters that are no TypeScript may reply anything; that decides nothing. */
export function isDecisive(reply: FilterReply): boolean {
  return reply === "DENY" || reply === "ACCEPT";
}
