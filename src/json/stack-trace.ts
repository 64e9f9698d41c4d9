import { printThrowable, type StackTraceStyle } from "../pattern/stack-trace.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** Line breaks of a message need no help: in JSON they do not end the line. */
const STYLE: StackTraceStyle = { maxFrames: Number.POSITIVE_INFINITY, ignored: [], rootCauseFirst: false, neutralise: (text) => text };

/** `"name":"TypeError: boom\n\tat ..."`: the throwable as `%ex` prints it; nothing without one. */
export function stackTrace(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return {
    write: (event) => {
      const info = event.throwable === undefined ? undefined : event.throwableInfo;
      return info === undefined ? "" : `${start}${escape(printThrowable(info, STYLE))}"`;
    },
    isOptional: true,
  };
}
