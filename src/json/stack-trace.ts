import type { Convert } from "../pattern/converter.js";
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

/** `"name":"TypeError: boom..."`: the throwable as a conversion word prints it; nothing without one, or where the word prints nothing. */
export function convertedStackTrace(name: string, convert: Convert, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return {
    write: (event) => {
      const text = event.throwable === undefined ? "" : convert(event);
      return text === "" ? "" : `${start}${escape(text)}"`;
    },
    isOptional: true,
  };
}

/** As {@link convertedStackTrace}, line by line: `"name":["TypeError: boom","\tat ..."]`. */
export function stackTraceLines(name: string, convert: Convert, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":[`;
  return {
    write: (event) => {
      const text = event.throwable === undefined ? "" : convert(event);
      const lines = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
      return text === "" ? "" : `${start}${lines.map((line) => `"${escape(line)}"`).join(",")}]`;
    },
    isOptional: true,
  };
}
