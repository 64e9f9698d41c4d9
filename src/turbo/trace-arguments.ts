import { requireLevel, type Level } from "../core/level.js";
import { kindOf } from "../core/safe-access.js";
import type { TraceOptions, TraceScope } from "../core/trace-filters.js";
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
    throw new TypeError("tracing: expected either a sessionId or a contextId with or without a userId, got both.");
  }
  if (sessionId === undefined && contextId === undefined) {
    throw new TypeError(userId === undefined ? "tracing: expected a sessionId or a contextId, got neither." : "tracing: expected a contextId beside the userId, got none.");
  }
  for (const [name, id] of Object.entries({ sessionId, contextId, userId })) {
    const isId = (typeof id === "string" && id !== "") || (name !== "sessionId" && Number.isSafeInteger(id));
    if (id !== undefined && !isId) {
      const given = id === "" ? "an empty one" : typeof id === "number" && name !== "sessionId" ? String(id) : kindOf(id);
      throw new TypeError(`tracing: expected ${name} to be ${name === "sessionId" ? "a text" : "a whole number or a text"} that is not empty, got ${given}.`);
    }
  }
}

/** @throws TypeError for a name without a level. */
export function loggerLevels(loggers: TraceOptions["loggers"]): readonly (readonly [name: string, level: Level])[] {
  const pairs = loggers instanceof Map ? [...(loggers as ReadonlyMap<string, unknown>)] : Object.entries(loggers ?? {});
  return pairs.map(([name, level]) => [name, requireLevel(`tracing, logger "${name}"`, level)]);
}

/** @throws TypeError for what is no list; a text would be taken for one of single letters. */
export function checkNames(loggers: readonly string[] | undefined): void {
  if (loggers !== undefined && !Array.isArray(loggers)) {
    throw new TypeError(`tracing: expected loggers to be a list of names, got ${kindOf(loggers)}.`);
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
