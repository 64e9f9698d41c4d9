import { javaLineNumber } from "../core/java-line-number.js";
import type { StackFrame, ThrowableInfo } from "../core/throwable-info.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/**
 * `"name":{"className":...,"message":...,"stepArray":[...]}`: the throwable with its frames, causes and suppressed ones;
 * `"name":null` where there is none.
 *
 * What is unknown of a frame is the text `null`, as in Logback. A frame of JavaScript that names no class has its file's
 * name without extension instead, as `%class` prints it.
 */
export function throwable(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":`;
  const none = `${start}null`;
  const style: Style = { escape };
  return {
    write: (event) => {
      const info = event.throwable === undefined ? undefined : event.throwableInfo;
      return info === undefined ? none : start + objectOf(info, style);
    },
  };
}

interface Style {
  readonly escape: Escape;
}

function objectOf(info: ThrowableInfo, style: Style): string {
  const { className, message = "null", frames, keptFrames, commonFrames, cause, suppressed } = info;
  const { escape } = style;
  // Where every frame is common, all are written, as in Logback.
  const count = commonFrames >= frames.length ? frames.length : frames.length - commonFrames;
  let text = `{"className":"${escape(className)}","message":"${escape(message)}"`;
  text += info.isCyclic ? ',"cyclic":"true"' : "";
  text += `,"stepArray":[${keptFrames === undefined ? framesOf(frames, count, style) : keptFrames.printedFor(style, count, framesOf)}]`;
  text += commonFrames === 0 ? "" : `,"commonFramesCount":${String(commonFrames)}`;
  text += cause === undefined ? "" : `,"cause":${objectOf(cause, style)}`;
  text += suppressed.length === 0 ? "" : `,"suppressed":[${suppressed.map((each) => objectOf(each, style)).join(",")}]`;
  return `${text}}`;
}

function framesOf(frames: readonly StackFrame[], count: number, { escape }: Style): string {
  return frames
    .slice(0, count)
    .map((frame) => frameOf(frame, escape))
    .join(",");
}

function frameOf(frame: StackFrame, escape: Escape): string {
  const { fileName = "null", methodName = "<anonymous>" } = frame;
  const className = frame.className ?? frame.fileName?.replace(/(?<=.)\.[^.]*$/, "") ?? "null";
  return `{"className":"${escape(className)}","methodName":"${escape(methodName)}","fileName":"${escape(fileName)}","lineNumber":${String(javaLineNumber(frame))}}`;
}
