import type { JsonField } from "./json-field.js";
import { escapeSafely, jsonNumber, type Escape } from "./json-text.js";

/** Names of the members that tell the call site. `undefined`: that one is left out. */
export interface CallerNames {
  /** The member that holds the others; side by side unless given. */
  readonly objectName?: string | undefined;
  readonly className: string | undefined;
  readonly methodName: string | undefined;
  readonly fileName: string | undefined;
  readonly lineNumber: string | undefined;
}

/** Where the log call stands in the program; nothing where that is unknown. Finding it out costs far more than all else. */
export function callerData({ objectName, ...names }: CallerNames, escape: Escape): JsonField {
  const start = objectName === undefined ? "" : `"${escapeSafely(objectName)}":{`;
  const end = objectName === undefined ? "" : "}";
  return {
    write: (event) => {
      const [frame] = event.callerFrames;
      if (frame === undefined) {
        return "";
      }
      const members = [
        member(names.className, `"${escape(frame.className)}"`),
        member(names.methodName, `"${escape(frame.methodName)}"`),
        member(names.fileName, `"${escape(frame.fileName)}"`),
        member(names.lineNumber, jsonNumber(frame.lineNumber)),
      ].flat();
      return members.length === 0 ? "" : start + members.join(",") + end;
    },
    isOptional: true,
  };
}

function member(name: string | undefined, value: string): string[] {
  return name === undefined ? [] : [`"${escapeSafely(name)}":${value}`];
}
