import type { CallBoundary } from "./caller-data.js";
import type { Level } from "./level.js";
import type { KeyValuePair } from "./logging-event.js";
import type { Logger } from "./logger.js";
import { isMarker, type Marker } from "./marker.js";
import { printValue } from "./printable.js";
import { isThrowable, kindOf, unprintable } from "./safe-access.js";

/**
 * A value, or a function that is called for it only when the event is logged.
 *
 * @public
 */
export type Lazily<T> = T | (() => T);

/**
 * The fluent API: collects markers, key-value pairs, arguments and a cause, then logs them as one event.
 *
 * Functions given as argument, value or message are called when the event is logged, and not at all when its level is off.
 * A builder is for one event: `log` ends it.
 *
 * Source: SLF4J manual, "Fluent Logging API".
 *
 * @public
 */
export class LoggingEventBuilder {
  readonly #logger: Logger | undefined;
  readonly #level: Level | undefined;
  readonly #markers: Marker[] = [];
  readonly #keyValuePairs: KeyValuePair[] = [];
  readonly #args: unknown[] = [];
  #message: unknown = "";
  #cause: unknown;

  /** For the logger. Without one, everything is taken and nothing is kept. @internal */
  constructor(logger?: Logger, level?: Level) {
    this.#logger = logger;
    this.#level = level;
  }

  /** What is no marker is left out, and said. */
  addMarker(marker: Marker): this {
    const logger = this.#logger;
    if (logger !== undefined) {
      if (isMarker(marker)) {
        this.#markers.push(marker);
      } else {
        logger.context.reportFailedCall(logger, new TypeError(`addMarker: expected a marker, got ${kindOf(marker)}.`));
      }
    }
    return this;
  }

  addKeyValue(key: string, value: Lazily<unknown>): this {
    if (this.#logger !== undefined) {
      // JavaScript callers pass anything.
      this.#keyValuePairs.push({ key: printValue(key, this.#logger.context.printLimits), value });
    }
    return this;
  }

  addArgument(argument: Lazily<unknown>): this {
    if (this.#logger !== undefined) {
      this.#args.push(argument);
    }
    return this;
  }

  /** The throwable; an error as the last argument does the same when this is not called. */
  setCause(cause: unknown): this {
    if (this.#logger !== undefined) {
      this.#cause = cause;
    }
    return this;
  }

  setMessage(message: Lazily<string>): this {
    if (this.#logger !== undefined) {
      this.#message = message;
    }
    return this;
  }

  /** Logs. `message` and `args` replace and complete what was collected. */
  log(message?: Lazily<string>, ...args: readonly Lazily<unknown>[]): void {
    const logger = this.#logger;
    const level = this.#level;
    if (logger === undefined || level === undefined) {
      return;
    }
    const template = valueOf(message ?? this.#message);
    const all = [...this.#args, ...args].map(valueOf);
    const throwable = this.#cause ?? (isThrowable(all.at(-1)) ? all.pop() : undefined);
    const isText = typeof template === "string";
    const text = isText ? template : printValue(template, logger.context.printLimits);
    const call = {
      markers: [...this.#markers],
      keyValuePairs: this.#keyValuePairs.map(({ key, value }) => ({ key, value: valueOf(value) })),
      isMessageNull: template === null,
    };
    // Only words are looked through for placeholders; what data prints is not.
    logger.logBuilt(level, text, isText ? all : [], throwable, call, LOG);
  }
}

/** Where stack traces of fluent calls are cut. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is compared, not called
const LOG: CallBoundary = LoggingEventBuilder.prototype.log;

/** What `atDebug()` gives when DEBUG is off: one for all, it keeps nothing. */
export const NO_LOGGING_BUILDER: LoggingEventBuilder = new LoggingEventBuilder();

function valueOf(value: unknown): unknown {
  if (typeof value !== "function") {
    return value;
  }
  try {
    return (value as () => unknown)();
  } catch (cause) {
    return unprintable(cause);
  }
}
