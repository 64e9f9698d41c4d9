import type { StackFrame } from "./throwable-info.js";

const UNKNOWN_LINE = -1;
const NATIVE_LINE = -2;

/** The line of a frame as `java.lang.StackTraceElement` has it: -2 for native code, -1 where it is not known. */
export function javaLineNumber({ text, lineNumber }: StackFrame): number {
  return lineNumber ?? (text.endsWith("(Native Method)") ? NATIVE_LINE : UNKNOWN_LINE);
}
