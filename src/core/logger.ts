import type { Appender } from "./appender.js";
import { askTurboFilters } from "./ask-turbo-filters.js";
import { callPartsOf, type CallParts } from "./call-parts.js";
import type { CallBoundary } from "./caller-data.js";
import { isConcerned } from "./filter.js";
import { isLevel, Level, requireLevel } from "./level.js";
import { LoggingEventBuilder, NO_LOGGING_BUILDER } from "./logging-event-builder.js";
import { LoggingEvent, MAX_NESTED_CALLS, type LogCall } from "./logging-event.js";
import { DISABLED, METHOD_LEVELS, type LogMethod, type LogMethods } from "./log-method.js";
import type { LoggerContext } from "./logger-context.js";
import type { Marker } from "./marker.js";
import { isThrowable, kindOf } from "./safe-access.js";

/**
 * A named place in the hierarchy: `com.acme.Cart` inherits level and appenders from `com.acme`, `com` and `ROOT`.
 *
 * Source: Logback manual, "Architecture".
 *
 * @public
 */
export class Logger implements LogMethods {
  /** `ROOT` for the top of the hierarchy. */
  readonly name: string;
  readonly context: LoggerContext;
  readonly parent: Logger | undefined;
  // One method a level, exchanged whenever the effective level or the turbo filters change, so that a disabled call costs nothing.
  trace: LogMethod = DISABLED;
  debug: LogMethod = DISABLED;
  info: LogMethod = DISABLED;
  warn: LogMethod = DISABLED;
  error: LogMethod = DISABLED;

  #level: Level | undefined;
  /** What the configuration last said; where it differs from the level, the level was set at run time. */
  #configuredLevel: Level | undefined;
  #effectiveLevel: Level = Level.DEBUG;
  #additive = true;
  readonly #children: Logger[] = [];
  readonly #methods = new Map<string, LogMethod>();
  #appenders: readonly Appender[] = [];
  /** Appenders of this logger and of those above it, as far as additivity reaches. */
  #route: readonly Appender[] = [];

  /** For the context; programs call `getLogger`. @internal */
  constructor(name: string, context: LoggerContext, parent: Logger | undefined) {
    this.name = name;
    this.context = context;
    this.parent = parent;
    if (parent !== undefined) {
      parent.#children.push(this);
    }
    this.#level = parent === undefined ? Level.DEBUG : undefined;
    this.#configuredLevel = this.#level;
    this.refresh();
  }

  /** Level set on this logger itself; `undefined` when it inherits. */
  get level(): Level | undefined {
    this.context.ensureConfigured();
    return this.#level;
  }

  /** What the configuration in force says of this logger's own level. @internal */
  get configuredLevel(): Level | undefined {
    return this.#configuredLevel;
  }

  /** The level in force: the nearest one set from here upwards. */
  get effectiveLevel(): Level {
    this.context.ensureConfigured();
    return this.#effectiveLevel;
  }

  /**
   * Sets the level from now on, for this logger and for all below that have none of their own.
   *
   * @param level - `null` or `undefined` inherits again; not allowed for `ROOT`.
   * @throws TypeError for what is no level, RangeError for `ROOT` without a level.
   */
  setLevel(level: Level | string | null | undefined): void {
    const wanted = level === null || level === undefined ? undefined : requireLevel("setLevel", level);
    if (wanted === undefined && this.parent === undefined) {
      throw new RangeError("setLevel: ROOT needs a level of its own, got none.");
    }
    this.context.ensureConfigured();
    this.#level = wanted;
    this.refresh();
  }

  /** Whether events also go to the appenders of the loggers above. True unless set otherwise. */
  get additive(): boolean {
    this.context.ensureConfigured();
    return this.#additive;
  }

  /** Says whether events also go to the appenders of the loggers above, until the configuration is read again. */
  setAdditive(additive: boolean): void {
    this.context.ensureConfigured();
    this.#additive = additive;
    this.refresh();
  }

  /** Appenders attached to this logger itself, in the order they were attached. */
  get appenders(): readonly Appender[] {
    this.context.ensureConfigured();
    return this.#appenders;
  }

  /** Attaches an appender; one that is attached already stays where it is. */
  addAppender(appender: Appender): void {
    this.context.ensureConfigured();
    if (!this.#appenders.includes(appender)) {
      this.#appenders = [...this.#appenders, appender];
      this.refresh();
    }
  }

  /**
   * Detaches an appender, given itself or by name, without stopping it.
   *
   * @returns Whether it was attached.
   */
  detachAppender(appender: Appender | string): boolean {
    this.context.ensureConfigured();
    const kept = this.#appenders.filter((attached) => attached !== appender && attached.name !== appender);
    const wasAttached = kept.length < this.#appenders.length;
    this.#appenders = kept;
    this.refresh();
    return wasAttached;
  }

  /** Whether a call at `level` would be logged, turbo filters included. */
  isEnabledFor(level: Level, marker?: Marker): boolean {
    this.context.ensureConfigured();
    return this.#passes(marker, level, undefined, undefined, undefined);
  }

  isTraceEnabled(marker?: Marker): boolean {
    return this.isEnabledFor(Level.TRACE, marker);
  }

  isDebugEnabled(marker?: Marker): boolean {
    return this.isEnabledFor(Level.DEBUG, marker);
  }

  isInfoEnabled(marker?: Marker): boolean {
    return this.isEnabledFor(Level.INFO, marker);
  }

  isWarnEnabled(marker?: Marker): boolean {
    return this.isEnabledFor(Level.WARN, marker);
  }

  isErrorEnabled(marker?: Marker): boolean {
    return this.isEnabledFor(Level.ERROR, marker);
  }

  /** Logs at a level that is only known at run time. What is no level logs nothing; a status says so. */
  log(level: Level, message: unknown, ...args: readonly unknown[]): void {
    if (!this.#expectLevel("log", level)) {
      return;
    }
    this.context.ensureConfigured();
    if (this.context.turboFilters.length > 0) {
      this.#logAsking(level, message, args, LOG);
    } else if (level.value >= this.#effectiveLevel.value) {
      this.#logEnabled(level, message, args, LOG);
    }
  }

  /** Begins a fluent call: `log.atLevel(Level.INFO).addKeyValue("n", 1).log("done")`. */
  atLevel(level: Level): LoggingEventBuilder {
    return this.#expectLevel("atLevel", level) && this.isEnabledFor(level) ? new LoggingEventBuilder(this, level) : NO_LOGGING_BUILDER;
  }

  atTrace(): LoggingEventBuilder {
    return this.atLevel(Level.TRACE);
  }

  atDebug(): LoggingEventBuilder {
    return this.atLevel(Level.DEBUG);
  }

  atInfo(): LoggingEventBuilder {
    return this.atLevel(Level.INFO);
  }

  atWarn(): LoggingEventBuilder {
    return this.atLevel(Level.WARN);
  }

  atError(): LoggingEventBuilder {
    return this.atLevel(Level.ERROR);
  }

  /** Hands a finished event to the appenders of this logger and of those above it; level and turbo filters are not asked. */
  callAppenders(event: LoggingEvent): void {
    this.context.ensureConfigured();
    const route = this.#route;
    if (route.length === 0) {
      this.context.reportNoAppender(this);
      return;
    }
    if (this.context.nestedCalls >= MAX_NESTED_CALLS) {
      this.context.reportFailedCall(this, new RangeError(`Log calls within log calls, more than ${MAX_NESTED_CALLS} deep.`));
      return;
    }
    this.context.nestedCalls++;
    for (const appender of route) {
      try {
        appender.doAppend(event);
      } catch (cause) {
        this.context.reportFailedCall(this, cause);
      }
    }
    this.context.nestedCalls--;
  }

  /** For the fluent API: turbo filters are asked with what the builder collected. @internal */
  logBuilt(level: Level, message: string, args: readonly unknown[], throwable: unknown, call: LogCall, boundary: CallBoundary): void {
    try {
      if (askTurboFilters(this, call.markers[0], level, call.isMessageNull ? undefined : message, args, throwable) !== "DENY") {
        this.#send(new LoggingEvent(this, level, message, args, throwable, call, boundary));
      }
    } catch (cause) {
      this.context.reportFailedCall(this, cause);
    }
  }

  /**
   * Sets what a configuration says of this logger; the caller refreshes the hierarchy afterwards.
   * A level that was set at run time survives unless the configuration changed this logger's level.
   *
   * @internal
   */
  configure(level: Level | undefined, additive: boolean, appenders: readonly Appender[]): void {
    const setAtRunTime = this.#level?.value !== this.#configuredLevel?.value;
    if (!setAtRunTime || level?.value !== this.#configuredLevel?.value) {
      this.#level = level;
    }
    this.#configuredLevel = level;
    this.#additive = additive;
    this.#appenders = appenders;
  }

  /** Works out level, route and methods again, here and below. @internal */
  refresh(): void {
    // Not by recursion: names come from anywhere, and one of 50,000 parts would overflow the stack.
    const pending: Logger[] = [this];
    for (const logger of pending) {
      logger.#refreshThis();
      for (const child of logger.#children) {
        pending.push(child);
      }
    }
  }

  #refreshThis(): void {
    const { parent } = this;
    this.#effectiveLevel = this.#level ?? (parent === undefined ? Level.DEBUG : parent.#effectiveLevel);
    this.#route = parent === undefined || !this.#additive ? this.#appenders : this.#appenders.length === 0 ? parent.#route : [...this.#appenders, ...parent.#route];
    for (const [name, level] of METHOD_LEVELS) {
      const course = this.#courseAt(level);
      this[name] = course === "disabled" ? DISABLED : this.#method(level, course);
    }
  }

  #courseAt(level: Level): Course {
    const { context } = this;
    if (context.awaitsConfiguration) {
      return "asking";
    }
    const filters = context.turboFilters.length === 0 ? [] : context.askedTurboFilters.filter((filter) => isConcerned(filter, this, level));
    if (filters.length === 0) {
      return level.value >= this.#effectiveLevel.value ? "enabled" : "disabled";
    }
    return filters.every(({ ignoresCall }) => ignoresCall === true) ? "gated" : "asking";
  }

  /** The method of a level, made when it is first wanted. Bound, so that it can be passed on, and one for each level and logger, so that a stack trace can be cut at it. */
  #method(level: Level, course: Exclude<Course, "disabled">): LogMethod {
    const key = `${course} ${level.name}`;
    let method = this.#methods.get(key);
    if (method === undefined) {
      method = this.#makeMethod(level, course);
      this.#methods.set(key, method);
    }
    return method;
  }

  #makeMethod(level: Level, course: Exclude<Course, "disabled">): LogMethod {
    const asking: LogMethod = (message: unknown, ...args: readonly unknown[]): void => {
      this.#logAsking(level, message, args, asking);
    };
    const gated: LogMethod = (message: unknown, ...args: readonly unknown[]): void => {
      if (this.#passes(undefined, level, undefined, undefined, undefined)) {
        this.#logEnabled(level, message, args, gated);
      }
    };
    const enabled: LogMethod = (message: unknown, ...args: readonly unknown[]): void => {
      this.#logEnabled(level, message, args, enabled);
    };
    return { asking, gated, enabled }[course];
  }

  #logEnabled(level: Level, message: unknown, args: readonly unknown[], boundary: CallBoundary): void {
    try {
      if (typeof message !== "string") {
        this.#logParts(level, callPartsOf(message, args, this.context.printLimits), boundary);
        return;
      }
      const last = args.length === 0 ? undefined : args[args.length - 1];
      if (typeof last === "object" && isThrowable(last)) {
        this.#send(new LoggingEvent(this, level, message, args.slice(0, -1), last, undefined, boundary));
      } else {
        this.#send(new LoggingEvent(this, level, message, args, undefined, undefined, boundary));
      }
    } catch (cause) {
      this.context.reportFailedCall(this, cause);
    }
  }

  #logAsking(level: Level, message: unknown, args: readonly unknown[], boundary: CallBoundary): void {
    try {
      this.context.ensureConfigured();
      if (typeof message !== "string") {
        this.#logPartsAsking(level, callPartsOf(message, args, this.context.printLimits), boundary);
        return;
      }
      const last = args.length === 0 ? undefined : args[args.length - 1];
      if (this.#passes(undefined, level, message, args, typeof last === "object" && isThrowable(last) ? last : undefined)) {
        this.#logEnabled(level, message, args, boundary);
      }
    } catch (cause) {
      this.context.reportFailedCall(this, cause);
    }
  }

  #logPartsAsking(level: Level, parts: CallParts, boundary: CallBoundary): void {
    if (this.#passes(parts.marker, level, parts.isMessageNull ? undefined : parts.text, parts.given, parts.throwable)) {
      this.#logParts(level, parts, boundary);
    }
  }

  #logParts(level: Level, { marker, text, isMessageNull, args, throwable, keyValuePairs }: CallParts, boundary: CallBoundary): void {
    const call = { markers: marker === undefined ? [] : [marker], keyValuePairs, isMessageNull };
    this.#send(new LoggingEvent(this, level, text, args, throwable, call, boundary));
  }

  #send(event: LoggingEvent): void {
    this.callAppenders(event);
    event.endCall();
  }

  #expectLevel(call: string, level: unknown): boolean {
    const isOne = isLevel(level);
    if (!isOne) {
      this.context.reportFailedCall(this, new TypeError(`${call}: expected a Level, got ${kindOf(level)}.`));
    }
    return isOne;
  }

  #passes(marker: Marker | undefined, level: Level, message: string | undefined, args: readonly unknown[] | undefined, throwable: unknown): boolean {
    const reply = askTurboFilters(this, marker, level, message, args, throwable);
    return reply === "ACCEPT" || (reply !== "DENY" && level.value >= this.#effectiveLevel.value);
  }
}

/**
 * What becomes of calls at one level: nothing, or an event; or turbo filters decide, `gated` before the call's message and
 * arguments are looked at, `asking` with them.
 */
type Course = "disabled" | "enabled" | "gated" | "asking";

/** Where stack traces of {@link Logger.log} are cut. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is compared, not called
const LOG: CallBoundary = Logger.prototype.log;
