import type { LoggingEvent } from "../core/logging-event.js";
import type { StackFrame, ThrowableInfo } from "../core/throwable-info.js";
import { stackHashes } from "../pattern/stack-hash.js";
import { lastPart } from "../util/last-part.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** Which throwable of a chain is meant; without causes both are the same. */
export type ThrowableChoice = "outermost" | "rootCause";

/** `"name":"boom"`: what a throwable says, `null` for one that says nothing; no member without a throwable. */
export function throwableMessage(name: string, choice: ThrowableChoice, escape: Escape): JsonField {
  return ofThrowable(name, choice, ({ message }) => (message === undefined ? "null" : `"${escape(message)}"`));
}

/**
 * `"name":"IOException"`: the class of a throwable; no member without one.
 *
 * @param isSimple - Without the package.
 */
export function throwableClassName(name: string, choice: ThrowableChoice, isSimple: boolean, escape: Escape): JsonField {
  return ofThrowable(name, choice, ({ className }) => `"${escape(isSimple ? lastPart(className) : className)}"`);
}

/** `"name":"1a2b3c4d"`: see {@link stackHashes}; no member without a throwable. */
export function stackHash(name: string, counts: (frame: StackFrame) => boolean): JsonField {
  return ofThrowable(name, "outermost", (throwable) => `"${stackHashes(throwable, counts)[0] ?? ""}"`);
}

/** Names of the members that {@link rootStackTraceElement} writes; `undefined` for one that is not written. */
export interface RootElementNames {
  readonly objectName: string;
  readonly className: string | undefined;
  readonly methodName: string | undefined;
}

/** `"name":{"class_name":"com.acme.Shop","method_name":"buy"}`: where a throwable was made; no member without one, or without frames. */
export function rootStackTraceElement({ objectName, className, methodName }: RootElementNames, escape: Escape): JsonField {
  const member = (name: string | undefined, value: string): string[] => (name === undefined ? [] : [`"${escapeSafely(name)}":"${escape(value)}"`]);
  return ofThrowable(objectName, "outermost", ({ frames: [frame] }) =>
    frame === undefined ? "" : `{${[...member(className, frame.className ?? frame.fileName ?? ""), ...member(methodName, frame.methodName ?? "")].join(",")}}`,
  );
}

function ofThrowable(name: string, choice: ThrowableChoice, valueOf: (throwable: ThrowableInfo) => string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return {
    write: (event) => {
      const throwable = chosen(event, choice);
      const value = throwable === undefined ? "" : valueOf(throwable);
      return value === "" ? "" : start + value;
    },
    isOptional: true,
  };
}

function chosen(event: LoggingEvent, choice: ThrowableChoice): ThrowableInfo | undefined {
  let info = event.throwable === undefined ? undefined : event.throwableInfo;
  while (choice === "rootCause" && info?.cause !== undefined) {
    info = info.cause;
  }
  return info;
}
