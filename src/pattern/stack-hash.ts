import { javaLineNumber } from "../core/java-line-number.js";
import type { StackFrame, ThrowableInfo } from "../core/throwable-info.js";

/**
 * Eight hexadecimal digits for each throwable of a chain, the outermost first: equal for throwables of the same classes from
 * the same places, whatever their messages say.
 *
 * Source: logstash-logback-encoder, "Stack hash", `net.logstash.logback.stacktrace.StackHasher`.
 *
 * @param counts - Whether a frame counts; those of generated code may differ from run to run.
 */
export function stackHashes(throwable: ThrowableInfo, counts: (frame: StackFrame) => boolean): readonly string[] {
  const chain: ThrowableInfo[] = [];
  for (let info: ThrowableInfo | undefined = throwable; info !== undefined; info = info.cause) {
    chain.push(info);
  }
  let hash = 0;
  const hashes = chain.reverse().map(({ className, frames }) => {
    hash = mixed(hash, javaHash(className));
    for (const frame of frames) {
      hash = counts(frame) ? mixed(hash, frameHash(frame)) : hash;
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  });
  return hashes.reverse();
}

/** Whether the file and line of a frame are known. */
export function hasSource({ fileName, lineNumber }: StackFrame): boolean {
  return fileName !== undefined && lineNumber !== undefined;
}

/** A frame of JavaScript that names no type counts with its file. */
function frameHash(frame: StackFrame): number {
  const { className, fileName, methodName } = frame;
  return mixed(mixed(javaHash(className ?? fileName ?? ""), javaHash(methodName ?? "")), javaLineNumber(frame));
}

function mixed(hash: number, next: number): number {
  return (Math.imul(hash, 31) + next) | 0;
}

/** `String.hashCode` of Java. */
function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = mixed(hash, text.charCodeAt(index));
  }
  return hash;
}
