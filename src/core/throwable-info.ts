import { DEFAULT_PRINT_LIMITS, printProperties, printValue, type PrintLimits } from "./printable.js";
import { errorName, isThrowable, kindOf, readItems, safeGet, unprintable, Unprintable } from "./safe-access.js";
import { framesOfStack, TextFrame, type StackFrame } from "./stack-frame.js";

export type { StackFrame } from "./stack-frame.js";

/**
 * A throwable as layouts see it: nothing of the application's runs any more when it is printed.
 *
 * Source: Logback, `ch.qos.logback.classic.spi.ThrowableProxy`.
 *
 * @public
 */
export interface ThrowableInfo {
  /** What an error calls itself; of anything else that was thrown its kind, such as `string`. */
  readonly className: string;
  readonly message: string | undefined;
  /** Nearest first. */
  readonly frames: readonly StackFrame[];
  /** Frames at the end that the enclosing throwable has too. */
  readonly commonFrames: number;
  readonly cause?: ThrowableInfo | undefined;
  readonly suppressed: readonly ThrowableInfo[];
  /** A throwable that was met before in the same tree; it has no frames here. */
  readonly isCyclic: boolean;
  /** Own fields besides the standard ones, such as `code` and `errno`, printed; read when first asked for. */
  readonly fields: readonly (readonly [string, string])[];
}

/**
 * A throwable of the Java world, for an event that is built by hand.
 *
 * @public
 */
export interface ThrowableInit {
  readonly class: string;
  readonly message?: string | null;
  /** For example `pkg.Cls.method(File.java:12)`. */
  readonly frames?: readonly string[];
  readonly cause?: ThrowableInit;
  readonly suppressed?: readonly ThrowableInit[];
}

/** Causes within causes; deeper ones are left out with a mark. */
const MAX_DEPTH = 32;
const MAX_SUPPRESSED = 64;
/** Throwables in one tree. */
const MAX_THROWABLES = 512;

/** What is known of an error, or of anything else that was thrown. Never throws. */
export function throwableInfoOf(throwable: unknown): ThrowableInfo {
  try {
    return describe(throwable, readThrown, undefined, { seen: new Set(), left: MAX_THROWABLES, depth: 0 });
  } catch (thrown) {
    return mark(unprintable(thrown));
  }
}

/** A throwable with exactly these names and frames. */
export function throwableInfoFrom(init: ThrowableInit): ThrowableInfo {
  return describe(init, readInit, undefined, { seen: new Set(), left: MAX_THROWABLES, depth: 0 });
}

/** What one throwable says about itself, causes and suppressed ones not yet looked at. */
interface Reading<Source> {
  readonly className: string;
  readonly message: string | undefined;
  readonly frames: () => readonly StackFrame[];
  readonly fields: () => ThrowableInfo["fields"];
  readonly cause: Source | undefined;
  readonly suppressed: readonly Source[];
  /** Suppressed ones that are left out. */
  readonly more: number;
}

interface Tree {
  readonly seen: Set<unknown>;
  left: number;
  depth: number;
}

/** Causes first, then suppressed ones, as Logback does: it decides which of two equal ones is the circular reference. */
function describe<Source>(source: Source, read: (source: Source) => Reading<Source>, enclosing: Throwable | undefined, tree: Tree): ThrowableInfo {
  if (tree.left-- <= 0 || tree.depth > MAX_DEPTH) {
    return mark("… more");
  }
  const reading = read(source);
  if (tree.seen.has(source)) {
    return new Throwable({ ...reading, frames: nothing, fields: nothing }, undefined, true);
  }
  if (typeof source === "object" && source !== null) {
    tree.seen.add(source);
  }
  const throwable = new Throwable(reading, enclosing, false);
  tree.depth++;
  if (reading.cause !== undefined) {
    throwable.cause = describe(reading.cause, read, throwable, tree);
  }
  if (reading.suppressed.length > 0) {
    throwable.suppressed = reading.suppressed.map((suppressed) => describe(suppressed, read, throwable, tree));
    throwable.suppressed = reading.more === 0 ? throwable.suppressed : [...throwable.suppressed, mark(`… ${String(reading.more)} more`)];
  }
  tree.depth--;
  return throwable;
}

class Throwable implements ThrowableInfo {
  readonly className: string;
  readonly message: string | undefined;
  readonly isCyclic: boolean;
  cause: ThrowableInfo | undefined = undefined;
  suppressed: readonly ThrowableInfo[] = [];
  readonly #enclosing: Throwable | undefined;
  readonly #readFrames: () => readonly StackFrame[];
  readonly #readFields: () => ThrowableInfo["fields"];
  #frames: readonly StackFrame[] | undefined;
  #commonFrames: number | undefined;
  #fields: ThrowableInfo["fields"] | undefined;

  constructor(reading: Pick<Reading<unknown>, "className" | "message" | "frames" | "fields">, enclosing: Throwable | undefined, isCyclic: boolean) {
    this.className = reading.className;
    this.message = reading.message;
    this.isCyclic = isCyclic;
    this.#enclosing = enclosing;
    this.#readFrames = reading.frames;
    this.#readFields = reading.fields;
  }

  get frames(): readonly StackFrame[] {
    return (this.#frames ??= this.#readFrames());
  }

  get commonFrames(): number {
    return (this.#commonFrames ??= this.#enclosing === undefined ? 0 : countCommon(this.frames, this.#enclosing.frames));
  }

  get fields(): ThrowableInfo["fields"] {
    return (this.#fields ??= this.#readFields());
  }
}

function countCommon(frames: readonly StackFrame[], enclosing: readonly StackFrame[]): number {
  let count = 0;
  while (count < frames.length && count < enclosing.length && frames.at(-1 - count)?.text === enclosing.at(-1 - count)?.text) {
    count++;
  }
  return count;
}

function nothing(): readonly never[] {
  return [];
}

/** Stands where throwables were left out. */
function mark(text: string): Throwable {
  return new Throwable({ className: text, message: undefined, frames: nothing, fields: nothing }, undefined, false);
}

function readInit(init: ThrowableInit): Reading<ThrowableInit> {
  return {
    className: init.class,
    message: init.message ?? undefined,
    frames: () => (init.frames ?? []).map((text) => new TextFrame(text)),
    fields: nothing,
    cause: init.cause,
    suppressed: init.suppressed ?? [],
    more: 0,
  };
}

const STANDARD_FIELDS: ReadonlySet<string> = new Set(["name", "message", "stack", "cause", "errors"]);
const FIELD_LIMITS: PrintLimits = { ...DEFAULT_PRINT_LIMITS, maxKeys: 64, maxItems: 64, maxLength: 8192, maxStringLength: 8192 };

function readThrown(thrown: unknown): Reading<unknown> {
  if (typeof thrown !== "object" || thrown === null || Unprintable.is(thrown) || !isErrorLike(thrown)) {
    return readOther(thrown);
  }
  const className = errorName(thrown);
  const message = messageOf(thrown);
  const stack = safeGet(thrown, "stack");
  const disposal = className === "SuppressedError";
  const errors = disposal ? { items: [safeGet(thrown, "suppressed")], more: 0 } : suppressedOf(thrown);
  return {
    className,
    message,
    frames: () => framesOfStack(stack, message),
    fields: () => printProperties(thrown, disposal ? DISPOSAL_FIELDS : STANDARD_FIELDS, FIELD_LIMITS),
    cause: causeOf(thrown, disposal ? "error" : "cause"),
    suppressed: errors?.items ?? [],
    more: errors?.more ?? 0,
  };
}

/** What a `SuppressedError` of a `using` block has besides. */
const DISPOSAL_FIELDS: ReadonlySet<string> = new Set([...STANDARD_FIELDS, "error", "suppressed"]);

function readOther(thrown: unknown): Reading<unknown> {
  const isUnreadable = Unprintable.is(thrown);
  return {
    className: isUnreadable ? String(thrown) : kindOf(thrown),
    message: isUnreadable ? undefined : printValue(thrown),
    frames: nothing,
    fields: nothing,
    cause: undefined,
    suppressed: [],
    more: 0,
  };
}

/** Also what was an error before it was sent through JSON, and a Proxy of an error. */
function isErrorLike(thrown: object): boolean {
  return isThrowable(thrown) || (typeof safeGet(thrown, "message") === "string" && (typeof safeGet(thrown, "stack") === "string" || typeof safeGet(thrown, "name") === "string"));
}

function messageOf(error: object): string | undefined {
  const message = safeGet(error, "message");
  return message === undefined || message === null || message === "" ? undefined : printValue(message);
}

function causeOf(error: object, key: "cause" | "error"): unknown {
  const cause = safeGet(error, key);
  // A function is VError's way to ask for the cause, and not itself the cause.
  return cause === null || typeof cause === "function" ? undefined : cause;
}

/** The errors of an `AggregateError`: other classes use the name `errors` for things that were never thrown. */
function suppressedOf(error: object): ReturnType<typeof readItems> {
  const errors = readItems(safeGet(error, "errors"), MAX_SUPPRESSED);
  return errors !== undefined && (isThrowable(errors.items[0]) || !isEnumerable(error, "errors")) ? errors : undefined;
}

function isEnumerable(value: object, key: string): boolean {
  try {
    return Object.prototype.propertyIsEnumerable.call(value, key);
  } catch {
    return false;
  }
}
