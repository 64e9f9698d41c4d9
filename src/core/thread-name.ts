import { isMainThread, threadId } from "node:worker_threads";
import * as workerThreads from "node:worker_threads";

/** What `%thread` prints where the MDC does not name the thread: `main`, the name that a worker was given, or its number. */
export function threadName(): string {
  if (isMainThread) {
    return "main";
  }
  // Known from Node.js 22.20 and 24.6 on.
  const { threadName: given } = workerThreads as { readonly threadName?: string };
  return given === undefined || given === "" ? `worker-${threadId}` : given;
}
