/** What one line of a stack trace says; a part is undefined where the line does not say it. */
export interface FrameParts {
  readonly className: string | undefined;
  readonly methodName: string | undefined;
  /** Base name. */
  readonly fileName: string | undefined;
  readonly lineNumber: number | undefined;
  readonly column: number | undefined;
}

/**
 * Takes apart what stands behind `at ` in a stack trace: of V8, as `async Type.method [as alias] (file:line:column)`,
 * or of Java, as `pkg.Cls.method(File.java:12)`. Never throws.
 */
export function parseFrameText(text: string): FrameParts {
  const bracket = text.endsWith(")") ? text.indexOf("(") : -1;
  if (bracket > 0 && text[bracket - 1] !== " ") {
    return javaParts(text.slice(0, bracket), text.slice(bracket + 1, -1));
  }
  const space = text.endsWith(")") ? text.indexOf(" (") : -1;
  if (space < 0) {
    return { className: undefined, methodName: undefined, ...placeOf(text.replace(/^async /, "")) };
  }
  return { ...namesOf(text.slice(0, space)), ...placeOf(text.slice(space + 2, -1)) };
}

/** Base name of a path or URL; undefined where it names no file. */
export function fileNameOf(path: string): string | undefined {
  if (path === "" || path === "native" || path === "<anonymous>" || path.startsWith("data:")) {
    return undefined;
  }
  const isUrl = /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
  const name = (isUrl ? path.replace(/[?#].*$/s, "") : path).split(/[/\\]/).at(-1);
  if (name === undefined || name === "") {
    return undefined;
  }
  return isUrl ? decoded(name) : name;
}

/** How V8 names a function without name that a timer calls. */
const TIMER_CALLS: ReadonlySet<string> = new Set(["_onTimeout", "_onImmediate"]);

/** A function's own name, without what it was reached through; undefined for an anonymous one. */
export function bareFunctionName(name: string): string | undefined {
  const plain = name.replace(/^(?:get|set) (?=.)/, "");
  const own = plain.slice(endOfReceiver(plain) + 1);
  return own === "" || own === "<anonymous>" || TIMER_CALLS.has(own) ? undefined : own;
}

/** Receivers that name no type: what V8 says of plain objects, static methods of old, and functions assigned to `exports`. */
const NO_TYPE: ReadonlySet<string> = new Set(["", "Object", "Function", "exports", "module.exports", "global", "globalThis"]);

/** The name of a type; undefined where it says nothing. */
export function typeNameOf(name: string | null | undefined): string | undefined {
  return name === null || name === undefined || NO_TYPE.has(name) ? undefined : name;
}

function namesOf(call: string): Pick<FrameParts, "className" | "methodName"> {
  const alias = call.indexOf(" [as ");
  const name = (alias < 0 ? call : call.slice(0, alias)).replace(/^async /, "");
  if (name.startsWith("new ")) {
    const constructed = bareFunctionName(name.slice("new ".length));
    return { className: constructed, methodName: constructed };
  }
  const methodName = bareFunctionName(name);
  const receiver = name.slice(0, Math.max(0, endOfReceiver(name))).replace(/^(?:get|set) /, "");
  return { className: methodName === undefined ? undefined : typeNameOf(receiver), methodName };
}

/** Index of the dot before a function's own name, which may be computed: `Type.[Symbol.iterator]`. */
function endOfReceiver(name: string): number {
  return name.endsWith("]") ? name.lastIndexOf(".", name.indexOf("[")) : name.lastIndexOf(".");
}

function placeOf(place: string): Pick<FrameParts, "fileName" | "lineNumber" | "column"> {
  // Code of `eval` has no file: the place of the call to `eval` says more.
  const evalOrigin = place.startsWith("eval at ") ? place.lastIndexOf(" (") : -1;
  if (evalOrigin >= 0) {
    const origin = place.slice(evalOrigin + 2);
    return placeOf(origin.slice(0, Math.max(0, origin.indexOf(")"))));
  }
  const last = numberAtEnd(place);
  const first = numberAtEnd(last.rest);
  const path = place.startsWith("index ") ? "" : first.rest;
  return {
    fileName: fileNameOf(path),
    lineNumber: first.value ?? last.value,
    column: first.value === undefined ? undefined : last.value,
  };
}

function numberAtEnd(place: string): { readonly rest: string; readonly value: number | undefined } {
  const colon = place.lastIndexOf(":");
  const digits = place.slice(colon + 1);
  return colon > 0 && /^\d{1,10}$/.test(digits) ? { rest: place.slice(0, colon), value: Number(digits) } : { rest: place, value: undefined };
}

function javaParts(call: string, place: string): FrameParts {
  // A module or class loader may stand first: `java.base/java.lang.Thread.run`.
  const name = call.replace(/^(?:[^$/]*\/)+/, "");
  const dot = name.lastIndexOf(".");
  const { rest, value } = numberAtEnd(place);
  return {
    className: dot < 0 ? undefined : name.slice(0, dot),
    methodName: name.slice(dot + 1),
    fileName: rest === "Native Method" || rest === "Unknown Source" ? undefined : rest,
    lineNumber: value,
    column: undefined,
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
