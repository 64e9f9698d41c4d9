import { callerFrameFromText, captureCaller, type CallBoundary, type CallerFrame } from "./caller-data.js";
import type { FrameSuppression } from "./frame-suppression.js";
import type { StackCache } from "./kept-frames.js";
import { Level } from "./level.js";
import type { Logger } from "./logger.js";
import type { Marker } from "./marker.js";
import { MdcMap, type MdcEntries } from "./mdc.js";
import { formatTemplate, parseTemplate, type TemplateCache } from "./message-format.js";
import { DEFAULT_PRINT_LIMITS, printValue, type PrintLimits } from "./printable.js";
import { throwableInfoFrom, throwableInfoOf, withoutFrames, type ThrowableInfo, type ThrowableInit } from "./throwable-info.js";

/**
 * What an event knows of the logger context it was logged in.
 *
 * @public
 */
export interface ContextView {
  /** Empty when the context has no name. */
  readonly name: string;
  /** When the context was made, in milliseconds since 1970-01-01 UTC. */
  readonly birthTime: number;
  readonly properties: ReadonlyMap<string, string>;
  /** Bounds of what an argument may print. */
  readonly printLimits: PrintLimits;
  /** @internal */
  readonly templates?: TemplateCache;
  /** @internal */
  readonly stacks?: StackCache;
}

/** @public */
export interface KeyValuePair {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Parts of an event that is built by hand, for bridges and tests. Everything has a default.
 *
 * @public
 */
export interface LoggingEventInit {
  /** Name of the logger; `ROOT` unless given. */
  readonly loggerName?: string;
  /** INFO unless given. */
  readonly level?: Level;
  /** With placeholders; empty unless given. `null` prints as Java does, and is not looked through for placeholders. */
  readonly message?: string | null;
  readonly args?: readonly unknown[];
  /** Milliseconds since 1970-01-01 UTC; now unless given. */
  readonly timestamp?: number;
  /** Nanoseconds within the millisecond, 0 to 999,999. */
  readonly nanos?: number;
  /** `main` unless given. */
  readonly threadName?: string;
  readonly mdc?: MdcEntries;
  readonly markers?: readonly Marker[];
  readonly keyValuePairs?: readonly KeyValuePair[];
  /** Any thrown value, or a Java-like throwable with explicit frames. */
  readonly throwable?: unknown;
  readonly throwableInit?: ThrowableInit;
  readonly sequenceNumber?: number;
  /** Call site, nearest first; Java-like text such as `com.acme.App.main(App.java:12)` is understood. */
  readonly callerFrames?: readonly (CallerFrame | string)[];
  readonly context?: Partial<ContextView>;
}

/** How deep log calls may nest, where reading or printing an event runs application code that logs. Deeper events are lost. */
export const MAX_NESTED_CALLS = 8;

const NO_ARGS: readonly never[] = Object.freeze([]);
const NO_MARKERS: readonly never[] = NO_ARGS;
const NO_PAIRS: readonly never[] = NO_ARGS;
const NO_CALLER: readonly never[] = NO_ARGS;

/** What a log call hands to the event it makes. */
export interface LogCall {
  readonly markers: readonly Marker[];
  readonly keyValuePairs: readonly KeyValuePair[];
  /** `null` stood in the place of the message. */
  readonly isMessageNull: boolean;
}

/**
 * One log call. It never changes: time and MDC are those of the call, the message is formatted and the call site
 * looked up when they are first read, and only once.
 *
 * Source: Logback, `ch.qos.logback.classic.spi.ILoggingEvent`.
 *
 * @public
 */
export class LoggingEvent {
  readonly level: Level;
  readonly loggerName: string;
  /** The message as it was written, placeholders included. */
  readonly message: string;
  /** Arguments for the placeholders, without the throwable. */
  readonly args: readonly unknown[];
  /** What was thrown, as it was given; `undefined` for none. */
  readonly throwable: unknown;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly timestamp: number;
  /** Nanoseconds within the millisecond, 0 to 999,999; 0 unless something configured prints them. */
  readonly nanos: number;
  readonly threadName: string;
  readonly mdc: MdcMap;
  readonly markers: readonly Marker[];
  readonly keyValuePairs: readonly KeyValuePair[];
  /** 0 unless the context has a sequence number generator. */
  readonly sequenceNumber: number;
  readonly context: ContextView;
  /** Only where `null` was logged as the message: a padded `%msg` prints it as blanks. No other event has the member, so that none pays for it. @internal */
  declare readonly isMessageNull?: true;
  // TypeScript's `private`, not `#`: an event is made at every call, and these are initialised with it.
  private boundary: CallBoundary | undefined;
  private formatted: string | undefined;
  private throwableInfoRead: ThrowableInfo | undefined;
  private callerRead: readonly CallerFrame[] | undefined;

  /**
   * For the logger; programs use {@link LoggingEvent.of}.
   *
   * @param boundary - The public function that the application called.
   * @internal
   */
  constructor(
    logger: Logger,
    level: Level,
    message: string,
    args: readonly unknown[],
    throwable: unknown,
    call: LogCall | undefined,
    boundary: CallBoundary | undefined,
  ) {
    const { context } = logger;
    this.level = level;
    this.loggerName = logger.name;
    this.message = message;
    this.args = args;
    this.throwable = throwable;
    const timestamp = context.clock.now();
    this.timestamp = timestamp;
    this.nanos = context.fineClock ? context.clock.nanosWithin(timestamp) : 0;
    const mdc = context.mdc.current;
    this.threadName = mdc.threadName ?? context.threadName;
    this.mdc = mdc;
    if (call === undefined) {
      this.markers = NO_MARKERS;
      this.keyValuePairs = NO_PAIRS;
    } else {
      this.markers = call.markers;
      this.keyValuePairs = call.keyValuePairs;
      if (call.isMessageNull) {
        this.isMessageNull = true;
      }
    }
    this.sequenceNumber = context.sequenceNumbers === undefined ? 0 : context.sequenceNumbers.next();
    this.context = context;
    this.boundary = boundary;
    this.formatted = args.length === 0 && message.length <= context.printLimits.maxStringLength ? message : undefined;
    this.throwableInfoRead = throwable === undefined || context.frameSuppression === undefined ? undefined : withFramesHidden(context.frameSuppression, throwable, logger, level);
    this.callerRead = undefined;
  }

  /** An event built by hand, to be given to {@link Logger.callAppenders} or to an appender. */
  static of(init: LoggingEventInit = {}): LoggingEvent {
    const { context, throwableInit, message = "" } = init;
    const event = Object.create(LoggingEvent.prototype) as Mutable<LoggingEvent> & Lazy;
    event.level = init.level ?? Level.INFO;
    event.loggerName = init.loggerName ?? "ROOT";
    event.message = message ?? "null";
    if (message === null) {
      event.isMessageNull = true;
    }
    event.args = init.args === undefined ? NO_ARGS : [...init.args];
    event.throwable = init.throwable ?? throwableInit;
    event.timestamp = init.timestamp ?? Date.now();
    event.nanos = init.nanos ?? 0;
    const mdc = init.mdc instanceof MdcMap ? init.mdc : MdcMap.of(init.mdc ?? {});
    event.threadName = init.threadName ?? mdc.threadName ?? "main";
    event.mdc = mdc;
    event.markers = init.markers === undefined ? NO_MARKERS : [...init.markers];
    event.keyValuePairs = init.keyValuePairs === undefined ? NO_PAIRS : [...init.keyValuePairs];
    event.sequenceNumber = init.sequenceNumber ?? 0;
    event.context = {
      name: context?.name ?? "default",
      birthTime: context?.birthTime ?? event.timestamp,
      properties: context?.properties ?? new Map(),
      printLimits: context?.printLimits ?? DEFAULT_PRINT_LIMITS,
    };
    event.boundary = undefined;
    event.formatted = message === null || event.args.length === 0 ? event.message : undefined;
    event.throwableInfoRead = throwableInit === undefined ? undefined : throwableInfoFrom(throwableInit);
    event.callerRead = init.callerFrames?.map((frame) => (typeof frame === "string" ? callerFrameFromText(frame) : frame));
    return event as unknown as LoggingEvent;
  }

  /** The message with its arguments in place, cut where it is longer than a string may be. */
  get formattedMessage(): string {
    let text = this.formatted;
    if (text === undefined) {
      const { templates, printLimits } = this.context;
      const template = templates === undefined ? parseTemplate(this.message) : templates.get(this.message);
      text = printValue(formatTemplate(template, this.args, printLimits), printLimits);
      this.formatted = text;
    }
    return text;
  }

  /** The throwable taken apart: class, message, frames, causes; `undefined` where there is none. */
  get throwableInfo(): ThrowableInfo | undefined {
    if (this.throwable === undefined) {
      return undefined;
    }
    return (this.throwableInfoRead ??= throwableInfoOf(this.throwable, this.context.stacks));
  }

  /**
   * The call site and who called it, nearest first. Only known while the log call runs, so whoever keeps events
   * must read it before; empty afterwards, and for events built by hand without it.
   */
  get callerFrames(): readonly CallerFrame[] {
    return (this.callerRead ??= this.boundary === undefined ? NO_CALLER : captureCaller(this.boundary));
  }

  /** The log call returns; from now on its place is another call's. @internal */
  endCall(): void {
    this.boundary = undefined;
  }

  /**
   * Settles what depends on the moment: for whoever keeps the event for later. The message is formatted with the
   * arguments as they are now, and an error is read.
   *
   * @param withCaller - Whether the call site is looked up too, which costs some microseconds.
   */
  prepareForDeferredProcessing(withCaller = false): void {
    this.formatted = this.formattedMessage;
    this.throwableInfoRead = this.throwableInfo;
    if (withCaller) {
      this.callerRead = this.callerFrames;
    }
  }

  /** Whether {@link LoggingEvent.callerFrames} was read or given. */
  get hasCallerFrames(): boolean {
    return this.callerRead !== undefined;
  }

  toString(): string {
    return `[${this.level.name}] ${this.formattedMessage}`;
  }
}

/**
 * What is known of a throwable whose frames are left out; `undefined` for another one. Getters of it run here, and may log it
 * again: that counts as a log call within this one.
 */
function withFramesHidden(suppression: FrameSuppression, throwable: unknown, logger: Logger, level: Level): ThrowableInfo | undefined {
  const { context } = logger;
  const { nestedCalls } = context;
  if (nestedCalls >= MAX_NESTED_CALLS) {
    return undefined;
  }
  context.nestedCalls = nestedCalls + 1;
  try {
    return suppression.hidesFrames(throwable, logger, level) ? withoutFrames(throwableInfoOf(throwable, context.stacks)) : undefined;
  } finally {
    context.nestedCalls = nestedCalls;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Lazy {
  boundary: CallBoundary | undefined;
  formatted: string | undefined;
  throwableInfoRead: ThrowableInfo | undefined;
  callerRead: readonly CallerFrame[] | undefined;
}
