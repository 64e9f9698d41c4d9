import type { TraceFilterView, TraceMessage, TraceOptions } from "./core/trace-filters.js";
import { operationsOf } from "./global.js";

/**
 * Names loggers to take out of a trace filter.
 *
 * @public
 */
export interface TraceRemoval {
  /** All, and the filter with them, unless given. */
  readonly loggers?: readonly string[];
}

/**
 * Traces one session, one context or one user: within that scope, events are logged whatever the level of their logger is, and
 * nothing changes for anybody else. The scope is found in the MDC, by the keys of `LogProperties`.
 *
 * Loggers can be traced that the context property `com.openexchange.logging.filter.loggerWhitelist` names, or that are below
 * one of those; `ROOT` in it stands for all. A filter survives a reload of the configuration. A call for a scope that has a
 * filter adds to it.
 *
 * Each call returns what is said of it, and a status says it too.
 *
 * Source: Open-Xchange, `logconf`.
 *
 * @throws TypeError or RangeError for what is no id, no level or no duration; nothing is changed then.
 * @public
 */
export const tracing: {
  addSessionFilter(options: { readonly sessionId: string } & TraceOptions): readonly TraceMessage[];
  addContextFilter(options: { readonly contextId: number | string } & TraceOptions): readonly TraceMessage[];
  addUserFilter(options: { readonly contextId: number | string; readonly userId: number | string } & TraceOptions): readonly TraceMessage[];
  removeSessionFilter(options: { readonly sessionId: string } & TraceRemoval): readonly TraceMessage[];
  removeContextFilter(options: { readonly contextId: number | string } & TraceRemoval): readonly TraceMessage[];
  removeUserFilter(options: { readonly contextId: number | string; readonly userId: number | string } & TraceRemoval): readonly TraceMessage[];
  /** Removes all filters. */
  clear(): readonly TraceMessage[];
  /** Filters in force, in the order in which they were made. */
  list(): readonly TraceFilterView[];
} = {
  addSessionFilter: ({ sessionId, ...options }) => operationsOf().traces.add({ sessionId }, options),
  addContextFilter: ({ contextId, ...options }) => operationsOf().traces.add({ contextId }, options),
  addUserFilter: ({ contextId, userId, ...options }) => operationsOf().traces.add({ contextId, userId: required(userId) }, options),
  removeSessionFilter: ({ sessionId, loggers }) => operationsOf().traces.remove({ sessionId }, loggers),
  removeContextFilter: ({ contextId, loggers }) => operationsOf().traces.remove({ contextId }, loggers),
  removeUserFilter: ({ contextId, userId, loggers }) => operationsOf().traces.remove({ contextId, userId: required(userId) }, loggers),
  clear: () => operationsOf().traces.clear(),
  list: () => operationsOf().traces.list(),
};

/** Without a user, the filter would be one for everybody in the context. */
function required(userId: number | string | undefined): number | string {
  if (userId === undefined) {
    throw new TypeError("tracing: expected a userId beside the contextId, got none.");
  }
  return userId;
}
