import { kindOf } from "../core/safe-access.js";
import type { TraceScope } from "../core/trace-filters.js";
import { parseDuration } from "../util/duration.js";

const LONGEST_TTL_MS = 2 ** 31 - 1;

/**
 * JavaScript programs give anything.
 *
 * @throws TypeError for what is no scope.
 */
export function checkScope(scope: TraceScope): void {
  const { sessionId, contextId, userId } = scope as Partial<Record<"sessionId" | "contextId" | "userId", unknown>>;
  if (sessionId !== undefined && (contextId !== undefined || userId !== undefined)) {
    throw new TypeError("tracing: expected either a sessionId or a contextId with or without a userId, came both.");
  }
  if (sessionId === undefined && contextId === undefined) {
    throw new TypeError(userId === undefined ? "tracing: expected a sessionId or a contextId, came neither." : "tracing: expected a contextId beside the userId, came none.");
  }
  for (const [name, id] of Object.entries({ sessionId, contextId, userId })) {
    const isId = (typeof id === "string" && id !== "") || (name !== "sessionId" && typeof id === "number");
    if (id !== undefined && !isId) {
      throw new TypeError(`tracing: expected ${name} to be ${name === "sessionId" ? "a text" : "a number or a text"} that is not empty, got ${id === "" ? "an empty one" : kindOf(id)}.`);
    }
  }
}

/**
 * Milliseconds of a time limit.
 *
 * @throws RangeError for what is none, or one that is longer than a timer of Node.js.
 */
export function ttlMillis(ttl: number | string): number {
  const millis = typeof ttl === "string" ? parseDuration(ttl)?.millis : ttl;
  if (typeof millis !== "number" || !(millis > 0 && millis <= LONGEST_TTL_MS)) {
    throw new RangeError(`tracing: expected a ttl in milliseconds, or such as "15 minutes", above 0 and up to 24 days, got ${typeof ttl === "string" ? `"${ttl}"` : String(ttl)}.`);
  }
  return millis;
}
