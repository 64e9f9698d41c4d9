import type { StackFrame, ThrowableInfo } from "../core/throwable-info.js";
import { throwableFields } from "./throwable-fields.js";

/** How a throwable is printed. */
export interface StackTraceStyle {
  /** Frames of each throwable; all, with common frames folded, when it is larger than their number. */
  readonly maxFrames: number;
  /** A frame whose line contains one of these is counted and left out. */
  readonly ignored: readonly string[];
  /** The innermost cause first, and what it was wrapped by behind it. */
  readonly rootCauseFirst: boolean;
  /** Applied to what the program wrote; line ends and indents are ours. It treats each character, or surrogate pair, for itself. */
  readonly neutralise: (text: string) => string;
  /** As they stand in the text: characters, or what means them in JSON. */
  readonly lineEnd: string;
  readonly tab: string;
}

/**
 * The text of a throwable with its causes and suppressed ones; every line has an end. Below the first line of an error is
 * one with those of its own fields that its message does not tell.
 *
 * Source: Logback, `ThrowableProxyConverter` and `RootCauseFirstThrowableProxyConverter`.
 */
export function printThrowable(throwable: ThrowableInfo, style: StackTraceStyle): string {
  return style.rootCauseFirst ? rootCauseFirst(throwable, "", "", style) : outermostFirst(throwable, "", "", style);
}

/** @param indent - Tabs before the first line; frames have one more. */
function outermostFirst(throwable: ThrowableInfo, prefix: string, indent: string, style: StackTraceStyle): string {
  let text = indent + prefix + firstLine(throwable, style) + style.lineEnd + otherLines(throwable, indent + style.tab, style);
  // Asked first, because an iterator costs two objects also where there is nothing to go through, as with most errors.
  if (throwable.suppressed.length > 0) {
    for (const suppressed of throwable.suppressed) {
      text += outermostFirst(suppressed, "Suppressed: ", indent + style.tab, style);
    }
  }
  return throwable.cause === undefined ? text : text + outermostFirst(throwable.cause, "Caused by: ", indent, style);
}

function rootCauseFirst(throwable: ThrowableInfo, prefix: string, indent: string, style: StackTraceStyle): string {
  const { cause } = throwable;
  // What introduces a chain stands before the first line printed of it, which is the innermost cause's.
  let text = cause === undefined ? indent + prefix : `${rootCauseFirst(cause, prefix, indent, style)}${indent}Wrapped by: `;
  text += firstLine(throwable, style) + style.lineEnd + otherLines(throwable, indent + style.tab, style);
  for (const suppressed of throwable.suppressed) {
    text += rootCauseFirst(suppressed, "Suppressed: ", indent + style.tab, style);
  }
  return text;
}

function firstLine({ className, message, isCyclic }: ThrowableInfo, { neutralise }: StackTraceStyle): string {
  // One by one: looking through the sum of two strings would copy it first.
  const text = message === undefined ? neutralise(className) : `${neutralise(className)}: ${neutralise(message)}`;
  return isCyclic ? `[CIRCULAR REFERENCE: ${text}]` : text;
}

function otherLines(throwable: ThrowableInfo, indent: string, style: StackTraceStyle): string {
  const fields = style.maxFrames > 0 ? throwableFields(throwable) : "";
  const frames = frameLines(throwable, indent, style);
  return fields === "" ? frames : indent + style.neutralise(fields) + style.lineEnd + frames;
}

function frameLines({ frames, commonFrames, keptFrames }: ThrowableInfo, indent: string, style: StackTraceStyle): string {
  const printsAll = style.maxFrames > frames.length;
  const end = printsAll ? frames.length - commonFrames : style.maxFrames;
  const common = printsAll && commonFrames > 0 ? `${indent}... ${String(commonFrames)} common frames omitted${style.lineEnd}` : "";
  if (style.ignored.length > 0) {
    return someFrameLines(frames, end, indent, style) + common;
  }
  const isKept = keptFrames !== undefined && indent === style.tab;
  return (isKept ? keptFrames.printedFor(style, end, firstFrameLines) : allFrameLines(frames, end, indent, style)) + common;
}

/** The lines of frames that may be printed again, without a nested throwable's indent. */
function firstFrameLines(frames: readonly StackFrame[], end: number, style: StackTraceStyle): string {
  return allFrameLines(frames, end, style.tab, style);
}

function allFrameLines(frames: readonly StackFrame[], end: number, indent: string, { neutralise, lineEnd }: StackTraceStyle): string {
  const start = `${indent}at `;
  let text = "";
  for (let index = 0; index < end; index++) {
    text += start + neutralise((frames[index] as StackFrame).text) + lineEnd;
  }
  return text;
}

/** Frames left out make room for later ones, so that as many as asked for are printed. */
function someFrameLines(frames: readonly StackFrame[], end: number, indent: string, { ignored, neutralise, lineEnd }: StackTraceStyle): string {
  let text = "";
  let last = end;
  let skipped = 0;
  for (let index = 0; index < last; index++) {
    const line = `at ${(frames[index] as StackFrame).text}`;
    if (ignored.some((part) => line.includes(part))) {
      skipped++;
      last = Math.min(last + 1, frames.length);
    } else {
      text += indent + neutralise(line) + skippedMark(skipped) + lineEnd;
      skipped = 0;
    }
  }
  return skipped === 0 ? text : text + skippedMark(skipped) + lineEnd;
}

function skippedMark(count: number): string {
  return count === 0 ? "" : ` [${String(count)} skipped]`;
}
