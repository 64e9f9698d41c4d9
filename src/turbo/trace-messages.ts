import { LogProperties } from "../core/log-properties.js";
import type { TraceMessage, TraceScope } from "../core/trace-filters.js";
import type { Level } from "../core/level.js";

// The texts are Open-Xchange's, which operators know and scripts look for.

const POLICY = 'and policy "ACCEPT"';

/** What is said when a filter was made. */
export function created(scope: TraceScope): TraceMessage {
  return info(isOfUser(scope) ? `Created new filter for ${userOf(scope)}` : `Created new filter with ${keyOf(scope)}`);
}

/** What is said when a filter was there already. */
export function updated(scope: TraceScope): TraceMessage {
  return info(isOfUser(scope) ? `Updating filter for ${userOf(scope)}` : `Updated filter with ${keyOf(scope)}`);
}

export function loggerAdded(logger: string, level: Level): TraceMessage {
  return info(`Added logger "${logger}" with level "${level.name}"`);
}

export function loggerRefused(logger: string): TraceMessage {
  return { type: "WARNING", text: `The provided logger "${logger}" is not in the whitelist, hence it is not added to the filter.` };
}

export function removed(scope: TraceScope): TraceMessage {
  return info(`Removed ${filterOf(scope)}${isOfUser(scope) ? ` ${POLICY}` : ""}`);
}

/** What was added for a time to a filter without an end. */
export function additionRemoved(scope: TraceScope): TraceMessage {
  return info(`Removed what was added for a time to ${filterOf(scope)}${isOfContext(scope) ? "" : ` ${POLICY}`}`);
}

/** What is said of an addition that names no end of its own. */
export function endsWithFilter(endsAt: number): TraceMessage {
  return info(`The filter ends at ${new Date(endsAt).toISOString()}, with what was added to it`);
}

export function loggerRemoved(logger: string, scope: TraceScope): TraceMessage {
  return info(`Removed logger "${logger}" from ${filterOf(scope)}${isOfContext(scope) ? "" : ` ${POLICY}`}`);
}

export function missing(scope: TraceScope): TraceMessage {
  const text = isOfUser(scope)
    ? `User filter for user with ID "${scope.userId}", context with ID "${scope.contextId}" ${POLICY} does not exist`
    : "sessionId" in scope
      ? `Session filter with ID "${scope.sessionId}" does not exist.`
      : `Context filter with contextID "${scope.contextId}" does not exist.`;
  return { type: "WARNING", text };
}

export function cleared(): TraceMessage {
  return info("Removed all filters");
}

type UserScope = TraceScope & { readonly contextId: number | string; readonly userId: number | string };

function isOfUser(scope: TraceScope): scope is UserScope {
  return "contextId" in scope && scope.userId !== undefined;
}

function isOfContext(scope: TraceScope): boolean {
  return "contextId" in scope && scope.userId === undefined;
}

function userOf({ userId, contextId }: UserScope): string {
  return `user with ID "${userId}", in context with ID "${contextId}" ${POLICY}`;
}

function keyOf(scope: TraceScope): string {
  const [key, value] = "sessionId" in scope ? [LogProperties.SESSION_SESSION_ID, scope.sessionId] : [LogProperties.SESSION_CONTEXT_ID, scope.contextId];
  return `key "${key}" and value "${value}" ${POLICY}`;
}

function filterOf(scope: TraceScope): string {
  if ("sessionId" in scope) {
    return `session filter with ID "${scope.sessionId}"`;
  }
  return scope.userId === undefined ? `context filter with context ID "${scope.contextId}"` : `user filter for user with ID "${scope.userId}", context with ID "${scope.contextId}"`;
}

function info(text: string): TraceMessage {
  return { type: "INFO", text };
}
