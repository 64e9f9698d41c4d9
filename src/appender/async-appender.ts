import type { Appender, AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { appenderRefsProperty, booleanProperty, componentsProperty, defineComponent, integerProperty, type ComponentDefinition } from "../core/component.js";
import type { Filter } from "../core/filter.js";
import { Level } from "../core/level.js";
import type { Drainable } from "../core/lifecycle.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";

const DEFAULT_QUEUE_SIZE = 256;
const DEFAULT_MAX_FLUSH_MS = 1_000;
/** Without a threshold of its own, a queue counts as nearly full when a fifth of it is left. */
const UNDEFINED_THRESHOLD = -1;
const DEFAULT_THRESHOLD_SHARE = 5;
/** How often at most it is said how many events were discarded. */
const REPORT_MS = 1_000;
/** Events between two looks at the clock while the queue is emptied at the end. */
const EVENTS_A_CLOCK_READING = 64;

/**
 * What an {@link AsyncAppender} is made of.
 *
 * @public
 */
export interface AsyncAppenderOptions {
  /** Where events go. Like Logback, the first one only. */
  readonly appenders: readonly Appender[];
  /** Events that may wait; 256 unless given. */
  readonly queueSize?: number;
  /** Room left in the queue below which it counts as nearly full; a fifth of the queue unless given, 0 for never. */
  readonly discardingThreshold?: number;
  /** Discards instead of writing in the log call: TRACE to INFO when the queue is nearly full, everything when it is full. */
  readonly neverBlock?: boolean;
  /** Milliseconds that stopping may take; what is left then is discarded. 1000 unless given, 0 for as long as it takes. */
  readonly maxFlushTimeMs?: number;
  /** Whether the call site is looked up in the log call, for patterns that print it. */
  readonly includeCallerData?: boolean;
  readonly filters?: readonly Filter[];
}

/**
 * Queues events and hands them on after the current turn of the event loop, all of them at once: for a file that is one write.
 *
 * The log call formats the message, so that arguments may change afterwards. When the queue is nearly full, which a loop
 * that lets nothing else run always reaches, the log call writes the queue itself: nothing is discarded and memory stays
 * bounded. With `neverBlock` it discards as Logback does, counted and said. Every ending of the process empties the
 * queue; in a worker thread, which may be terminated at any moment, nothing waits at all.
 *
 * Source: Logback manual, "Appenders", AsyncAppender.
 *
 * @public
 */
export class AsyncAppender extends BaseAppender implements Drainable {
  readonly appender: Appender | undefined;
  readonly queueSize: number;
  readonly discardingThreshold: number;
  readonly neverBlock: boolean;
  readonly maxFlushTimeMs: number;
  readonly includeCallerData: boolean;
  readonly #hasMoreAppenders: boolean;
  readonly #drainLater = (): void => {
    this.#immediate = undefined;
    this.drain();
  };
  #queue: (LoggingEvent | undefined)[] = [];
  #queued = 0;
  #handedOn = 0;
  #discarded = 0;
  #discardedUnsaid = 0;
  #saidAt = Number.NEGATIVE_INFINITY;
  #handingOn = false;
  #immediate: NodeJS.Immediate | undefined;

  constructor(name: string, context: LoggerContext, options: AsyncAppenderOptions) {
    super(name, context, options.filters ?? []);
    const { appenders, queueSize = DEFAULT_QUEUE_SIZE, discardingThreshold = UNDEFINED_THRESHOLD } = options;
    this.appender = appenders[0];
    this.#hasMoreAppenders = appenders.length > 1;
    this.queueSize = queueSize;
    this.discardingThreshold = discardingThreshold === UNDEFINED_THRESHOLD ? Math.floor(queueSize / DEFAULT_THRESHOLD_SHARE) : discardingThreshold;
    this.neverBlock = options.neverBlock ?? false;
    this.maxFlushTimeMs = options.maxFlushTimeMs ?? DEFAULT_MAX_FLUSH_MS;
    this.includeCallerData = options.includeCallerData ?? false;
  }

  get queueCapacity(): number {
    return this.queueSize;
  }

  get behind(): readonly Appender[] {
    return this.appender === undefined ? [] : [this.appender];
  }

  /** Events that wait. */
  get queueLength(): number {
    return this.#queued;
  }

  /** Hands on what waits, now. What is logged meanwhile waits for the next time. */
  drain(): void {
    this.#handOn(this.#queued, Number.POSITIVE_INFINITY);
  }

  protected override open(): void {
    if (this.appender === undefined) {
      throw new Error("No attached appenders found: expected an <appender-ref> to an appender that can be made.");
    }
    if (this.queueSize < 1) {
      throw new RangeError(`Invalid queue size [${this.queueSize}]: expected 1 or more.`);
    }
    if (this.#hasMoreAppenders) {
      this.context.statusManager.warn("One and only one appender may be attached to AsyncAppender; the others are ignored.", { origin: this.name });
    }
    this.#queue = new Array<LoggingEvent | undefined>(this.queueSize).fill(undefined);
  }

  protected append(event: LoggingEvent): void {
    event.prepareForDeferredProcessing(this.includeCallerData);
    const room = this.queueSize - this.#queued;
    if (room <= 0 || room < this.discardingThreshold) {
      // An appender that logs while the queue is emptied into it must not empty it again.
      if (!this.neverBlock && !this.#handingOn) {
        this.drain();
      } else if (room <= 0 || (this.neverBlock && event.level.value <= Level.INFO.value)) {
        this.#discarded++;
        this.#discardedUnsaid++;
        return;
      }
    }
    this.#queue[this.#queued++] = event;
    if (this.context.drains.writeThrough && !this.#handingOn) {
      this.drain();
      return;
    }
    // A log call may have emptied the queue since the immediate was set, and with it the registration.
    if (this.#queued === 1) {
      this.context.drains.holds(this);
    }
    this.#immediate ??= setImmediate(this.#drainLater);
  }

  protected override close(): void {
    const end = this.maxFlushTimeMs === 0 ? Number.POSITIVE_INFINITY : performance.now() + this.maxFlushTimeMs;
    const left = this.#handOn(this.#queued, end);
    if (left > 0) {
      this.#queue.fill(undefined);
      this.#queued = 0;
      this.#discarded += left;
      this.#discardedUnsaid += left;
      this.context.statusManager.warn(`The queue could not be emptied within ${this.maxFlushTimeMs} ms.`, { origin: this.name });
    }
    clearImmediate(this.#immediate);
    this.#immediate = undefined;
    this.context.drains.released(this);
    this.#sayDiscarded(true);
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.#handedOn, queued: this.#queued, dropped: this.#discarded };
  }

  /** @returns Events of those `count` that were left when the time was over. */
  #handOn(count: number, end: number): number {
    const { appender } = this;
    if (appender === undefined || count === 0 || this.#handingOn) {
      return 0;
    }
    let done = 0;
    this.#handingOn = true;
    appender.beginBatch?.();
    try {
      while (done < count && !(done % EVENTS_A_CLOCK_READING === 0 && end !== Number.POSITIVE_INFINITY && performance.now() > end)) {
        const event = this.#queue[done] as LoggingEvent;
        done++;
        appender.doAppend(event);
      }
    } finally {
      this.#handingOn = false;
      this.#handedOn += done;
      this.#remove(done);
      appender.endBatch?.();
    }
    this.#sayDiscarded(false);
    return count - done;
  }

  /** Takes the first `count` events off; those logged meanwhile move up. */
  #remove(count: number): void {
    const left = this.#queued - count;
    this.#queue.copyWithin(0, count, this.#queued);
    this.#queue.fill(undefined, left, this.#queued);
    this.#queued = left;
    if (left === 0) {
      this.context.drains.released(this);
    }
  }

  #sayDiscarded(isLast: boolean): void {
    if (this.#discardedUnsaid > 0 && (isLast || performance.now() - this.#saidAt >= REPORT_MS)) {
      const { logged, written, queued, dropped } = this.counters;
      this.context.statusManager.warn(`${this.#discardedUnsaid} events discarded (so far ${logged} logged, ${written} handed on, ${queued} queued, ${dropped} discarded).`, { origin: this.name });
      this.#discardedUnsaid = 0;
      this.#saidAt = performance.now();
    }
  }
}

/**
 * `<appender class="ch.qos.logback.classic.AsyncAppender">`
 *
 * - `<appender-ref ref="FILE"/>`: where events go; one, further ones are ignored with a WARN.
 * - `<queueSize>`: events that may wait, 256 unless given.
 * - `<discardingThreshold>`: room below which the queue is nearly full; a fifth of it unless given, 0 for never.
 * - `<neverBlock>`: true discards when the queue is nearly full; false (default) writes it in the log call. Logback
 *   discards TRACE to INFO in both cases: in Java another thread empties the queue meanwhile.
 * - `<maxFlushTime>`: milliseconds that stopping may take, 1000 unless given; 0 for as long as it takes.
 * - `<includeCallerData>`: true looks the call site up in the log call.
 * - `<filter>`: any number.
 *
 * Status ERROR, and the appender is not started, without an appender and with a queue below 1.
 * Status WARN with the number of events discarded, at most once a second.
 */
export const asyncAppender: ComponentDefinition<Appender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.classic.AsyncAppender"],
  properties: {
    appenderRef: appenderRefsProperty(),
    queueSize: integerProperty(DEFAULT_QUEUE_SIZE),
    discardingThreshold: integerProperty(UNDEFINED_THRESHOLD),
    neverBlock: booleanProperty(false),
    maxFlushTime: integerProperty(DEFAULT_MAX_FLUSH_MS),
    includeCallerData: booleanProperty(false),
    filter: componentsProperty<Filter>("filter"),
  },
  create: ({ appenderRef, maxFlushTime, filter, ...options }, { name, context }) =>
    new AsyncAppender(name, context, { ...options, appenders: appenderRef, maxFlushTimeMs: maxFlushTime, filters: filter }),
});
