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
  /** Filters of a higher ranking are asked first, those of the same one in the order in which they were added; 0 unless given. */
  readonly ranking?: number;
  /**
   * @param marker - The first marker of the call.
   * @param message - Undefined when only asked whether a level is enabled, when a fluent call begins, and where `null` is logged.
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
  /** Filters of one family that follow one another are asked as one. */
  readonly family?: TurboFilterFamily | undefined;
  /** Whether only logger, level and MDC count, so that it is asked before the message and the arguments are looked at. False unless given. */
  readonly ignoresCall?: boolean;
  /**
   * Whether it could reply anything but `NEUTRAL` to calls of `logger` at `level`, so that it has to be asked at all. True unless given.
   * Asked when levels or filters change, not at each call: whoever changes the answer refreshes the loggers.
   */
  concerns?(logger: Logger, level: Level): boolean;
}

/**
 * Filters that can be asked together in less time than one by one: a look-up instead of a scan.
 *
 * @public
 */
export interface TurboFilterFamily {
  /** One filter that replies as `filters` would, asked in their order. */
  join(filters: readonly TurboFilter[]): TurboFilter;
}

/** As few filters as reply what `filters` do. */
export function joinFamilies(filters: readonly TurboFilter[]): readonly TurboFilter[] {
  const groups: TurboFilter[][] = [];
  for (const filter of filters) {
    const group = groups.at(-1);
    if (group !== undefined && filter.family !== undefined && filter.family === group[0]?.family) {
      group.push(filter);
    } else {
      groups.push([filter]);
    }
  }
  return groups.map((group) => (group.length === 1 ? undefined : group[0]?.family?.join(group)) ?? (group[0] as TurboFilter));
}

/** The order in which turbo filters are asked. */
export function ranked(filters: readonly TurboFilter[]): readonly TurboFilter[] {
  return [...filters].sort((a, b) => (b.ranking ?? 0) - (a.ranking ?? 0));
}

/** Whether a turbo filter has to be asked about calls of `logger` at `level`; one that cannot say is. */
export function isConcerned(filter: TurboFilter, logger: Logger, level: Level): boolean {
  try {
    return filter.concerns?.(logger, level) ?? true;
  } catch {
    return true;
  }
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
