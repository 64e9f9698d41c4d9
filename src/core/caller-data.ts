import { bareFunctionName, fileNameOf, parseFrameText, typeNameOf, type FrameParts } from "./frame-text.js";

/**
 * Where a log call stands in the program.
 *
 * @public
 */
export interface CallerFrame {
  /** Type name of the receiver, else the module's file name without extension. */
  readonly className: string;
  /** Function name, or `<anonymous>`. */
  readonly methodName: string;
  /** Base name of the file; `?` when unknown. */
  readonly fileName: string;
  /** From 1; 0 when unknown. */
  readonly lineNumber: number;
  /** From 1; 0 or undefined when unknown. */
  readonly column?: number;
  /** The whole frame as it is printed behind `at `. */
  readonly text: string;
}

/**
 * Any function that a stack trace can be cut at.
 *
 * @public
 */
export type CallBoundary = (...args: never[]) => unknown;

/** Logback's `maxCallerDataDepth`; each frame costs. */
const MAX_FRAMES = 8;

/**
 * The frames that called `boundary`, nearest first; empty when it is not on the stack any more. Never throws.
 *
 * Where source maps are switched on (`--enable-source-maps`), or the application formats stacks itself,
 * places are those that its own stack traces name. Nothing is mapped a second time.
 *
 * @param boundary - The public function that the application called.
 * @param maxFrames - How many frames at most.
 */
export function captureCaller(boundary: CallBoundary, maxFrames: number = MAX_FRAMES): readonly CallerFrame[] {
  const text = isMapped() ? captureStack(boundary, maxFrames, undefined) : undefined;
  const frames = typeof text === "string" ? framesOf(text) : [];
  return frames.length > 0 ? frames : framesOf(captureStack(boundary, maxFrames, keepCallSites));
}

/** A frame from its text: of V8, or of Java as `pkg.Cls.method(File.java:12)`. */
export function callerFrameFromText(text: string): CallerFrame {
  return new LazyFrame(text);
}

/** Name of what Node.js installs as `Error.prepareStackTrace`. */
const DEFAULT_FORMATTER = "ErrorPrepareStackTrace";

/** Whether stack traces are written by something that may know better places than V8. */
function isMapped(): boolean {
  try {
    return process.sourceMapsEnabled || hasFormatter(Error) || hasFormatter(errorOfMainRealm());
  } catch {
    return false;
  }
}

function hasFormatter(error: object): boolean {
  const formatter: unknown = Reflect.get(error, "prepareStackTrace");
  return typeof formatter === "function" && formatter.name !== DEFAULT_FORMATTER;
}

/** In a `vm` context, as under Jest, Node.js asks the formatter of the main realm where that of the context's own `Error` is not set. */
function errorOfMainRealm(): object {
  const inherited: unknown = typeof DOMException === "function" ? Object.getPrototypeOf(DOMException.prototype) : undefined;
  return (inherited as Error | null | undefined)?.constructor ?? Error;
}

function keepCallSites(_error: unknown, callSites: readonly NodeJS.CallSite[]): unknown {
  return callSites;
}

/** What `stack` holds: call sites with `formatter` in force, text where `Error` is frozen or without a formatter. */
function captureStack(boundary: CallBoundary, maxFrames: number, formatter: typeof keepCallSites | undefined): unknown {
  const holder: { stack?: unknown } = {};
  const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit");
  const prepare = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  try {
    put("stackTraceLimit", maxFrames, limit);
    if (formatter !== undefined) {
      put("prepareStackTrace", formatter, prepare);
    }
    Error.captureStackTrace(holder, boundary);
    return holder.stack;
  } catch {
    return undefined;
  } finally {
    restore("stackTraceLimit", limit);
    if (formatter !== undefined) {
      restore("prepareStackTrace", prepare);
    }
  }
}

type Setting = "stackTraceLimit" | "prepareStackTrace";

// Defined and not assigned: that neither throws on a frozen Error nor calls a setter of the application.
function put(setting: Setting, value: unknown, before: PropertyDescriptor | undefined): void {
  Reflect.defineProperty(Error, setting, { value, writable: true, configurable: before?.configurable ?? true, enumerable: before?.enumerable ?? true });
}

function restore(setting: Setting, before: PropertyDescriptor | undefined): void {
  if (before === undefined) {
    Reflect.deleteProperty(Error, setting);
  } else {
    Reflect.defineProperty(Error, setting, before);
  }
}

function framesOf(stack: unknown): readonly CallerFrame[] {
  if (Array.isArray(stack)) {
    return stack.map((site) => new LazyFrame(site as NodeJS.CallSite));
  }
  if (typeof stack !== "string") {
    return [];
  }
  const lines = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  return lines.map((line) => new LazyFrame(line.trim().slice("at ".length)));
}

/** A frame that is taken apart when it is first looked at: most are not, and a name costs as much as the capture. */
class LazyFrame implements CallerFrame {
  readonly #source: NodeJS.CallSite | string;
  #text: string | undefined;
  #parts: FrameParts | undefined;

  constructor(source: NodeJS.CallSite | string) {
    this.#source = source;
  }

  get className(): string {
    return this.#known.className ?? this.#known.fileName?.replace(/(?<=.)\.[^.]*$/, "") ?? "?";
  }

  get methodName(): string {
    return this.#known.methodName ?? "<anonymous>";
  }

  get fileName(): string {
    return this.#known.fileName ?? "?";
  }

  get lineNumber(): number {
    return this.#known.lineNumber ?? 0;
  }

  get column(): number {
    return this.#known.column ?? 0;
  }

  get text(): string {
    return (this.#text ??= typeof this.#source === "string" ? this.#source : textOf(this.#source));
  }

  get #known(): FrameParts {
    return (this.#parts ??= (typeof this.#source === "string" ? undefined : partsOf(this.#source, () => this.text)) ?? parseFrameText(this.text));
  }
}

function textOf(site: NodeJS.CallSite): string {
  try {
    return (site as { toString(): string }).toString();
  } catch {
    return "<anonymous>";
  }
}

/** What a call site says better than its text; undefined where it is the code of `eval`, or not a call site at all. */
function partsOf(site: NodeJS.CallSite, text: () => string): FrameParts | undefined {
  try {
    const path = site.getFileName() as string | null | undefined;
    const name = site.getFunctionName();
    if (path === null || path === undefined) {
      return undefined;
    }
    const methodName = name === null ? undefined : bareFunctionName(name);
    return {
      className: methodName === undefined ? undefined : classNameOf(site, methodName, text),
      methodName,
      fileName: fileNameOf(path),
      lineNumber: site.getLineNumber() ?? undefined,
      column: site.getColumnNumber() ?? undefined,
    };
  } catch {
    return undefined;
  }
}

function classNameOf(site: NodeJS.CallSite, methodName: string, text: () => string): string | undefined {
  if (site.isConstructor()) {
    return methodName;
  }
  const typeName = site.isToplevel() ? undefined : site.getTypeName();
  // The receiver of a static method is a class, whose name only the text knows.
  return typeName === "Function" ? parseFrameText(text()).className : typeNameOf(typeName);
}
