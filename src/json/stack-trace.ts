import { printThrowable, type StackTraceStyle } from "../pattern/stack-trace.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** `"name":"TypeError: boom\n\tat ..."`: the throwable as `%ex` prints it; nothing without one. */
export function stackTrace(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  // Each line is escaped for itself: that of a frame which was printed before is not looked through again.
  const style: StackTraceStyle = { maxFrames: Number.POSITIVE_INFINITY, ignored: [], rootCauseFirst: false, neutralise: escape, lineEnd: "\\n", tab: "\\t" };
  return {
    write: (event) => {
      const info = event.throwable === undefined ? undefined : event.throwableInfo;
      return info === undefined ? "" : `${start}${printThrowable(info, style)}"`;
    },
    isOptional: true,
  };
}
