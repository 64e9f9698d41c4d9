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
 * @throws TypeError or RangeError for what is no id, no level or no duration, and for an id that the kind of filter does not have;
 * nothing is changed then.
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
  addSessionFilter: ({ sessionId, ...options }) => operationsOf().traces.add({ sessionId }, withoutScope(options)),
  addContextFilter: ({ contextId, ...options }) => operationsOf().traces.add({ contextId }, withoutScope(options)),
  addUserFilter: ({ contextId, userId, ...options }) => operationsOf().traces.add({ contextId, userId: required(userId) }, withoutScope(options)),
  removeSessionFilter: ({ sessionId, ...options }) => operationsOf().traces.remove({ sessionId }, withoutScope(options).loggers),
  removeContextFilter: ({ contextId, ...options }) => operationsOf().traces.remove({ contextId }, withoutScope(options).loggers),
  removeUserFilter: ({ contextId, userId, ...options }) => operationsOf().traces.remove({ contextId, userId: required(userId) }, withoutScope(options).loggers),
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

/** What is left over of a scope would not be looked at: a filter for everybody in a context would be made for a user who is named. */
function withoutScope<T extends object>(options: T): T {
  const left = ["sessionId", "contextId", "userId"].find((name) => name in options);
  if (left !== undefined) {
    throw new TypeError(`tracing: this filter has no ${left}; a session filter has a sessionId, a context filter a contextId, a user filter a contextId and a userId.`);
  }
  return options;
}
