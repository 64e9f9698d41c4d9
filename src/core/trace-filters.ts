import type { Level } from "./level.js";

/** Context property with the loggers that may be traced: names with commas between. */
export const LOGGER_WHITELIST = "com.openexchange.logging.filter.loggerWhitelist";

/**
 * Whose events a trace filter lets through: of one session, of everybody in one context, or of one user in a context.
 *
 * @public
 */
export type TraceScope =
  | { readonly sessionId: string }
  | { readonly contextId: number | string; readonly userId?: number | string | undefined };

/**
 * What a trace filter is to let through.
 *
 * @public
 */
export interface TraceOptions {
  /**
   * Level by logger; the loggers below it are traced too. All loggers of the whitelist at every level unless given.
   *
   * A filter that is there traces these as well as what it traced before: with loggers nothing is taken away, and a call
   * without them, unless it only gives a `ttl`, has it trace the whole whitelist.
   */
  readonly loggers?: Readonly<Record<string, Level | string>> | ReadonlyMap<string, Level | string> | undefined;
  /**
   * When what is traced by this call ends: milliseconds, or a duration such as `"15 minutes"`. A new filter stays until it is
   * removed unless given.
   *
   * Of a filter that is there and has an end, this is the new one; unless given, it keeps the one that it has, also for what is
   * added. To a filter without an end, the call adds for that time, in a filter beside it.
   */
  readonly ttl?: number | string | undefined;
}

/**
 * What is said of a change, as `logconf` prints it.
 *
 * @public
 */
export interface TraceMessage {
  readonly type: "INFO" | "WARNING";
  readonly text: string;
}

/**
 * A trace filter that is in force.
 *
 * @public
 */
export interface TraceFilterView {
  /** The MDC keys and values it asks for; one that adds to another for a time has the same. */
  readonly name: string;
  readonly scope: TraceScope;
  /** In the order in which they were added. */
  readonly loggers: ReadonlyMap<string, Level>;
  /** Whether only its loggers are traced; otherwise all of the whitelist, at every level. */
  readonly isRestricted: boolean;
  /** When it removes itself, in milliseconds since 1970-01-01 UTC; `undefined` for never. */
  readonly expiresAt: number | undefined;
}

/** The trace filters of a logger context: within their scope, events are logged whatever the level of their logger is. */
export interface TraceFilters {
  /**
   * Makes a filter, or updates the one of that scope: loggers are added to those it has.
   *
   * A logger that the whitelist does not cover is refused with a WARNING; the filter is there all the same.
   *
   * @param onEnd - Is told when it removes itself, because its time is over; a status says so unless given.
   * @throws TypeError or RangeError for what is no scope, no level or no duration; nothing is changed then.
   */
  add(scope: TraceScope, options?: TraceOptions, onEnd?: (message: TraceMessage) => void): readonly TraceMessage[];
  /**
   * Removes the filter of that scope, or loggers of it: with the last of them, the filter goes too.
   *
   * @param loggers - All unless given.
   */
  remove(scope: TraceScope, loggers?: readonly string[]): readonly TraceMessage[];
  /** Removes all filters. */
  clear(): readonly TraceMessage[];
  /** In the order in which they were made; last, those that add for a time to one without an end. */
  list(): readonly TraceFilterView[];
}
