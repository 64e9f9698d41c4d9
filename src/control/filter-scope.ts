import type { TraceScope } from "../core/trace-filters.js";
import type { CommandArguments } from "./command-arguments.js";

/** Whose events a trace filter is about. @throws TypeError when the arguments do not say so. */
export function scopeOf(args: CommandArguments, operation: string): TraceScope {
  if (operation.includes("Session")) {
    return { sessionId: args.text("sessionId") };
  }
  const contextId = args.integer("contextId");
  return operation.includes("User") ? { contextId, userId: args.integer("userId") } : { contextId };
}
