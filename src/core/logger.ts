import type { Appender } from "./appender.js";
import type { CallBoundary } from "./caller-data.js";
import type { FilterReply } from "./filter.js";
import { Level } from "./level.js";
import { LoggingEventBuilder, NO_LOGGING_BUILDER } from "./logging-event-builder.js";
import { LoggingEvent, type LogCall } from "./logging-event.js";
import type { LoggerContext } from "./logger-context.js";
import { isMarker, type Marker } from "./marker.js";
import { isThrowable, printValue } from "./printable.js";
import { throwableInfoOf } from "./throwable-info.js";

/**
 * Logs at one level.
 *
 * @param message - Text with `{}` where the arguments go; in a message without `{}`, `<>` does the same.
 *   An error is logged with its stack trace; any other value is printed as `{}` would print it.
 * @param args - For the placeholders. An error in the last place is the throwable, and fills no placeholder, as in SLF4J.
 *
 * A marker may stand before the message. Nothing that is passed can make the call throw.
 *
 * @public
 */
export interface LogMethod {
  (message: string, ...args: readonly unknown[]): void;
  (marker: Marker, message: unknown, ...args: readonly unknown[]): void;
  (error: unknown, message?: string, ...args: readonly unknown[]): void;
}

type LevelMethod = "trace" | "debug" | "info" | "warn" | "error";

/** What stands in for a method whose level is off: the call has nothing left to do, and V8 inlines it away. */
const DISABLED: LogMethod = () => {};

interface MethodOfLevel {
  readonly name: LevelMethod;
  readonly level: Level;
  readonly enabled: LogMethod;
  readonly askingTurboFilters: LogMethod;
}

const METHODS: readonly MethodOfLevel[] = [
  methodsOf("trace", Level.TRACE),
  methodsOf("debug", Level.DEBUG),
  methodsOf("info", Level.INFO),
  methodsOf("warn", Level.WARN),
  methodsOf("error", Level.ERROR),
];

/**
 * A named place in the hierarchy: `com.acme.Cart` inherits level and appenders from `com.acme`, `com` and `ROOT`.
 *
 * Source: Logback manual, "Architecture".
 *
 * @public
 */
export class Logger {
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

  /** The level in force: the nearest one set from here upwards. */
  get effectiveLevel(): Level {
    this.context.ensureConfigured();
    return this.#effectiveLevel;
  }

  /**
   * Sets the level from now on, for this logger and for all below that have none of their own.
   *
   * @param level - `null` or `undefined` inherits again; not allowed for `ROOT`.
   * @throws TypeError for a word that is no level, RangeError for `ROOT` without a level.
   */
  setLevel(level: Level | string | null | undefined): void {
    const wanted = typeof level === "string" ? Level.parse(level) : (level ?? undefined);
    if (typeof level === "string" && wanted === undefined) {
      throw new TypeError(`setLevel: expected OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL, got "${level}".`);
    }
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

  /** Takes an appender off without stopping it. Whether it was attached. */
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
    const { turboFilters } = this.context;
    const reply = turboFilters.length === 0 ? "NEUTRAL" : this.#askTurboFilters(marker, level, undefined, undefined, undefined);
    return reply === "NEUTRAL" ? level.value >= this.#effectiveLevel.value : reply === "ACCEPT";
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

  /** Logs at a level that is only known at run time. */
  log(level: Level, ...call: Parameters<LogMethod>): void {
    this.context.ensureConfigured();
    const [message, ...args] = call as readonly [unknown, ...unknown[]];
    if (this.context.turboFilters.length > 0) {
      this.#logAsking(level, message, args, this.log);
    } else if (level.value >= this.#effectiveLevel.value) {
      this.#logEnabled(level, message, args, this.log);
    }
  }

  /** Begins a fluent call: `log.atLevel(Level.INFO).addKeyValue("n", 1).log("done")`. */
  atLevel(level: Level): LoggingEventBuilder {
    return this.isEnabledFor(level) ? new LoggingEventBuilder(this, level) : NO_LOGGING_BUILDER;
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
      this.context.noAppender(this);
    }
    for (const appender of route) {
      try {
        appender.doAppend(event);
      } catch (cause) {
        this.context.logCallFailed(this, cause);
      }
    }
  }

  /** For the fluent API: turbo filters are asked with what the builder collected. @internal */
  logBuilt(level: Level, message: string, args: readonly unknown[], throwable: unknown, call: LogCall, boundary: CallBoundary): void {
    try {
      const { turboFilters } = this.context;
      if (turboFilters.length > 0 && this.#askTurboFilters(call.markers[0], level, message, args, throwable) === "DENY") {
        return;
      }
      this.callAppenders(new LoggingEvent(this, level, message, args, throwable, call, boundary));
    } catch (cause) {
      this.context.logCallFailed(this, cause);
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
    const { parent } = this;
    this.#effectiveLevel = this.#level ?? (parent === undefined ? Level.DEBUG : parent.#effectiveLevel);
    this.#route = parent === undefined || !this.#additive ? this.#appenders : [...this.#appenders, ...parent.#route];
    const asking = this.context.turboFilters.length > 0 || this.context.awaitsConfiguration;
    for (const { name, level, enabled, askingTurboFilters } of METHODS) {
      const isEnabled = level.value >= this.#effectiveLevel.value;
      this[name] = asking ? askingTurboFilters : isEnabled ? enabled : DISABLED;
    }
    for (const child of this.#children) {
      child.refresh();
    }
  }

  /** @internal */
  static logEnabled(logger: Logger, level: Level, message: unknown, args: readonly unknown[], boundary: CallBoundary): void {
    logger.#logEnabled(level, message, args, boundary);
  }

  /** @internal */
  static logAsking(logger: Logger, level: Level, message: unknown, args: readonly unknown[], boundary: CallBoundary): void {
    logger.#logAsking(level, message, args, boundary);
  }

  #logEnabled(level: Level, message: unknown, args: readonly unknown[], boundary: CallBoundary): void {
    try {
      if (typeof message !== "string") {
        this.#logUnusual(level, message, args, boundary);
        return;
      }
      const last = args.length === 0 ? undefined : args[args.length - 1];
      if (typeof last === "object" && isThrowable(last)) {
        this.callAppenders(new LoggingEvent(this, level, message, args.slice(0, -1), last, undefined, boundary));
      } else {
        this.callAppenders(new LoggingEvent(this, level, message, args, undefined, undefined, boundary));
      }
    } catch (cause) {
      this.context.logCallFailed(this, cause);
    }
  }

  #logAsking(level: Level, message: unknown, args: readonly unknown[], boundary: CallBoundary): void {
    try {
      this.context.ensureConfigured();
      const marker = isMarker(message) ? message : undefined;
      const template = marker === undefined ? message : args[0];
      const params = marker === undefined ? args : args.slice(1);
      const last = params.at(-1);
      const reply = this.#askTurboFilters(
        marker,
        level,
        typeof template === "string" ? template : printValue(template, this.context.printLimits),
        params,
        isThrowable(last) ? last : isThrowable(template) ? template : undefined,
      );
      if (reply === "ACCEPT" || (reply === "NEUTRAL" && level.value >= this.#effectiveLevel.value)) {
        this.#logEnabled(level, message, args, boundary);
      }
    } catch (cause) {
      this.context.logCallFailed(this, cause);
    }
  }

  /** A call whose first argument is a marker, an error, or any other value that is no message. */
  #logUnusual(level: Level, first: unknown, rest: readonly unknown[], boundary: CallBoundary): void {
    const marker = isMarker(first) ? first : undefined;
    const [template, ...params] = marker === undefined ? [first, ...rest] : rest;
    const isError = isThrowable(template);
    // `log.error(error, "while saving {}", id)`, the habit of other libraries: the words are the message.
    const isErrorFirst = isError && typeof params[0] === "string";
    const message = isErrorFirst ? params.shift() : template;
    const last = params.at(-1);
    const throwable = isThrowable(last) ? params.pop() : isError ? template : undefined;
    const { printLimits } = this.context;
    const text = typeof message === "string" ? message : isError ? (throwableInfoOf(template).message ?? "") : printValue(message, printLimits);
    const call = marker === undefined ? undefined : { markers: [marker], keyValuePairs: [] };
    this.callAppenders(new LoggingEvent(this, level, text, params, throwable, call, boundary));
  }

  #askTurboFilters(
    marker: Marker | undefined,
    level: Level,
    message: string | undefined,
    args: readonly unknown[] | undefined,
    throwable: unknown,
  ): FilterReply {
    for (const filter of this.context.turboFilters) {
      try {
        const reply = filter.decide(marker, this, level, message, args, throwable);
        if (reply !== "NEUTRAL") {
          return reply;
        }
      } catch (cause) {
        this.context.logCallFailed(this, cause);
      }
    }
    return "NEUTRAL";
  }
}

/** Each level has functions of its own, so that a stack trace can be cut at them. */
function methodsOf(name: LevelMethod, level: Level): MethodOfLevel {
  function enabled(this: Logger, message: unknown, ...args: readonly unknown[]): void {
    Logger.logEnabled(this, level, message, args, enabled);
  }
  function askingTurboFilters(this: Logger, message: unknown, ...args: readonly unknown[]): void {
    Logger.logAsking(this, level, message, args, askingTurboFilters);
  }
  return { name, level, enabled: enabled as LogMethod, askingTurboFilters: askingTurboFilters as LogMethod };
}
