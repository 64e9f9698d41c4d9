import { errorFields } from "./error-fields.js";
import type { KeptFrames, StackCache } from "./kept-frames.js";
import { printValue } from "./printable.js";
import { errorField, errorName, isThrowable, kindOf, readItems, safeGet, unprintable, Unprintable } from "./safe-access.js";
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
  /**
   * Own fields besides the standard ones that hold text, a number or a truth value, such as `code`, printed: 32 at most.
   * Where frames are suppressed, only `code`.
   */
  readonly fields: readonly (readonly [string, string])[];
  /**
   * The same frames where they are kept for other events too.
   *
   * @internal
   */
  readonly keptFrames?: KeptFrames | undefined;
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

const NOTHING: readonly never[] = Object.freeze([]);
const NO_DETAILS: Details = { keptFrames: undefined, frames: NOTHING, fields: NOTHING };

/** Causes within causes; deeper ones are left out with a mark. */
const MAX_DEPTH = 32;
const MAX_SUPPRESSED = 64;
/** Throwables in one tree. */
const MAX_THROWABLES = 512;

/**
 * What is known of an error, or of anything else that was thrown. Never throws.
 *
 * @param stacks - Where frames are kept that others have too.
 */
export function throwableInfoOf(throwable: unknown, stacks?: StackCache): ThrowableInfo {
  try {
    return describe(throwable, readThrown, stacks);
  } catch (thrown) {
    return mark(unprintable(thrown));
  }
}

/** A throwable with exactly these names and frames. */
export function throwableInfoFrom(init: ThrowableInit): ThrowableInfo {
  return describe(init, readInit, undefined);
}

/** The same without frames, causes and suppressed ones included: what they are called and say stays, and of the fields `code`. */
export function withoutFrames({ className, message, isCyclic, cause, suppressed, fields }: ThrowableInfo): ThrowableInfo {
  return {
    className,
    message,
    isCyclic,
    frames: NOTHING,
    commonFrames: 0,
    cause: cause === undefined ? undefined : withoutFrames(cause),
    suppressed: suppressed.map(withoutFrames),
    fields: fields.filter(([name]) => name === "code"),
  };
}

/** What one throwable says about itself, causes and suppressed ones not yet looked at. */
interface Reading<Source> {
  readonly className: string;
  readonly message: string | undefined;
  readonly details: Details;
  readonly cause: Source | undefined;
  readonly suppressed: readonly Source[];
  /** Suppressed ones that are left out. */
  readonly more: number;
}

/** What is printed of one throwable besides; frames are looked at only then. */
interface Details {
  readonly keptFrames: KeptFrames | undefined;
  readonly frames: readonly StackFrame[];
  readonly fields: ThrowableInfo["fields"];
}

type Read<Source> = (source: Source, stacks: StackCache | undefined) => Reading<Source>;

interface Tree {
  readonly stacks: StackCache | undefined;
  readonly seen: Set<unknown>;
  left: number;
  depth: number;
}

function describe<Source>(source: Source, read: Read<Source>, stacks: StackCache | undefined): ThrowableInfo {
  const reading = read(source, stacks);
  const throwable = new Throwable(reading, undefined, false);
  if (reading.cause !== undefined || reading.suppressed.length > 0) {
    describeOthers(throwable, reading, read, { stacks, seen: new Set([source]), left: MAX_THROWABLES - 1, depth: 0 });
  }
  return throwable;
}

/** Causes first, then suppressed ones, as Logback does: it decides which of two equal ones is the circular reference. */
function describeOthers<Source>(throwable: Throwable, { cause, suppressed, more }: Reading<Source>, read: Read<Source>, tree: Tree): void {
  tree.depth++;
  if (cause !== undefined) {
    throwable.cause = describeOther(cause, read, throwable, tree);
  }
  if (suppressed.length > 0) {
    const described = suppressed.map((each) => describeOther(each, read, throwable, tree));
    throwable.suppressed = more === 0 ? described : [...described, mark(`… ${String(more)} more`)];
  }
  tree.depth--;
}

function describeOther<Source>(source: Source, read: Read<Source>, enclosing: Throwable, tree: Tree): ThrowableInfo {
  if (tree.left-- <= 0 || tree.depth > MAX_DEPTH) {
    return mark("… more");
  }
  const reading = read(source, tree.stacks);
  if (tree.seen.has(source)) {
    return new Throwable({ ...reading, details: NO_DETAILS }, undefined, true);
  }
  if (typeof source === "object" && source !== null) {
    tree.seen.add(source);
  }
  const throwable = new Throwable(reading, enclosing, false);
  describeOthers(throwable, reading, read, tree);
  return throwable;
}

class Throwable implements ThrowableInfo {
  readonly className: string;
  readonly message: string | undefined;
  readonly isCyclic: boolean;
  cause: ThrowableInfo | undefined = undefined;
  suppressed: readonly ThrowableInfo[] = NOTHING;
  // TypeScript's `private`, not `#`, as in the event: one is made for each event with a throwable.
  private readonly enclosing: Throwable | undefined;
  private readonly details: Details;
  private commonFramesRead: number | undefined = undefined;

  constructor({ className, message, details }: Pick<Reading<unknown>, "className" | "message" | "details">, enclosing: Throwable | undefined, isCyclic: boolean) {
    this.className = className;
    this.message = message;
    this.isCyclic = isCyclic;
    this.enclosing = enclosing;
    this.details = details;
  }

  get frames(): readonly StackFrame[] {
    return this.details.frames;
  }

  get keptFrames(): KeptFrames | undefined {
    return this.details.keptFrames;
  }

  get commonFrames(): number {
    return this.enclosing === undefined ? 0 : (this.commonFramesRead ??= countCommon(this.frames, this.enclosing.frames));
  }

  get fields(): ThrowableInfo["fields"] {
    return this.details.fields;
  }
}

function countCommon(frames: readonly StackFrame[], enclosing: readonly StackFrame[]): number {
  let count = 0;
  while (count < frames.length && count < enclosing.length && frames.at(-1 - count)?.text === enclosing.at(-1 - count)?.text) {
    count++;
  }
  return count;
}

/** Stands where throwables were left out. */
function mark(text: string): Throwable {
  return new Throwable({ className: text, message: undefined, details: NO_DETAILS }, undefined, false);
}

function readInit(init: ThrowableInit): Reading<ThrowableInit> {
  const frames = (init.frames ?? []).map((text) => new TextFrame(text));
  return {
    className: init.class,
    message: init.message ?? undefined,
    details: { ...NO_DETAILS, frames },
    cause: init.cause,
    suppressed: init.suppressed ?? NOTHING,
    more: 0,
  };
}

const STANDARD_FIELDS: ReadonlySet<string> = new Set(["name", "message", "stack", "cause", "errors"]);

function readThrown(thrown: unknown, stacks: StackCache | undefined): Reading<unknown> {
  if (typeof thrown !== "object" || thrown === null || Unprintable.is(thrown) || !isErrorLike(thrown)) {
    return readOther(thrown);
  }
  const className = errorName(thrown);
  const message = messageOf(thrown);
  const stack = errorField.stack(thrown);
  const disposal = className === "SuppressedError";
  const errors = disposal ? { items: [safeGet(thrown, "suppressed")], more: 0 } : suppressedOf(thrown);
  return {
    className,
    message,
    details: new ThrownDetails(stack, message, errorFields(thrown, disposal ? DISPOSAL_FIELDS : STANDARD_FIELDS), stacks),
    cause: causeFrom(disposal ? safeGet(thrown, "error") : errorField.cause(thrown)),
    suppressed: errors?.items ?? NOTHING,
    more: errors?.more ?? 0,
  };
}

class ThrownDetails implements Details {
  private readonly stack: unknown;
  private readonly message: string | undefined;
  readonly fields: ThrowableInfo["fields"];
  private readonly stacks: StackCache | undefined;
  private keptRead: KeptFrames | false | undefined = undefined;
  private framesRead: readonly StackFrame[] | undefined = undefined;

  constructor(stack: unknown, message: string | undefined, fields: ThrowableInfo["fields"], stacks: StackCache | undefined) {
    this.stack = stack;
    this.message = message;
    this.fields = fields;
    this.stacks = stacks;
  }

  get keptFrames(): KeptFrames | undefined {
    this.keptRead ??= (typeof this.stack === "string" ? this.stacks?.framesOf(this.stack, this.message) : undefined) ?? false;
    return this.keptRead === false ? undefined : this.keptRead;
  }

  get frames(): readonly StackFrame[] {
    return (this.framesRead ??= this.keptFrames?.frames ?? framesOfStack(this.stack, this.message));
  }
}

/** What a `SuppressedError` of a `using` block has besides. */
const DISPOSAL_FIELDS: ReadonlySet<string> = new Set([...STANDARD_FIELDS, "error", "suppressed"]);

function readOther(thrown: unknown): Reading<unknown> {
  const isUnreadable = Unprintable.is(thrown);
  return {
    className: isUnreadable ? String(thrown) : kindOf(thrown),
    message: isUnreadable ? undefined : printValue(thrown),
    details: NO_DETAILS,
    cause: undefined,
    suppressed: NOTHING,
    more: 0,
  };
}

/** Also what was an error before it was sent through JSON, and a Proxy of an error. */
function isErrorLike(thrown: object): boolean {
  return isThrowable(thrown) || (typeof safeGet(thrown, "message") === "string" && (typeof safeGet(thrown, "stack") === "string" || typeof safeGet(thrown, "name") === "string"));
}

/** The message of an error; `undefined` for none. Never throws. */
export function messageOf(error: object): string | undefined {
  const message = errorField.message(error);
  return message === undefined || message === null || message === "" ? undefined : printValue(message);
}

function causeFrom(cause: unknown): unknown {
  // A function is VError's way to ask for the cause, and not itself the cause.
  return cause === null || typeof cause === "function" ? undefined : cause;
}

/** The errors of an `AggregateError`: other classes use the name `errors` for things that were never thrown. */
function suppressedOf(error: object): ReturnType<typeof readItems> {
  const errors = readItems(errorField.errors(error), MAX_SUPPRESSED);
  return errors !== undefined && (isThrowable(errors.items[0]) || !isEnumerable(error, "errors")) ? errors : undefined;
}

function isEnumerable(value: object, key: string): boolean {
  try {
    return Object.prototype.propertyIsEnumerable.call(value, key);
  } catch {
    return false;
  }
}
