import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { componentsProperty, defineComponent, integerProperty, type ComponentDefinition } from "../core/component.js";
import type { Filter } from "../core/filter.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";

const DEFAULT_MAX_SIZE = 512;

/**
 * What a {@link CyclicBufferAppender} is made of.
 *
 * @public
 */
export interface CyclicBufferAppenderOptions {
  /** Events that are kept; 512 unless given. */
  readonly maxSize?: number;
  readonly filters?: readonly Filter[];
}

/**
 * Keeps the latest events in memory. Stopping forgets them.
 *
 * Source: Logback, `ch.qos.logback.core.read.CyclicBufferAppender`.
 *
 * @public
 */
export class CyclicBufferAppender extends BaseAppender {
  readonly maxSize: number;
  #events: LoggingEvent[] = [];
  /** Where the oldest event stands once the buffer is full. */
  #oldest = 0;
  #taken = 0;

  constructor(name: string, context: LoggerContext, { maxSize = DEFAULT_MAX_SIZE, filters = [] }: CyclicBufferAppenderOptions = {}) {
    super(name, context, filters);
    this.maxSize = maxSize;
  }

  /** Events that are kept. */
  get length(): number {
    return this.#events.length;
  }

  /** An event, 0 being the oldest that is kept; `undefined` where there is none. */
  get(index: number): LoggingEvent | undefined {
    return index >= 0 && index < this.#events.length ? this.#events[(this.#oldest + index) % this.#events.length] : undefined;
  }

  /** Forgets the events; the counters stay. */
  reset(): void {
    this.#events = [];
    this.#oldest = 0;
  }

  protected override open(): void {
    if (!(this.maxSize >= 1)) {
      throw new RangeError(`Expected a maxSize of 1 or more, got ${this.maxSize}.`);
    }
  }

  protected append(event: LoggingEvent): void {
    this.#taken++;
    if (this.#events.length < this.maxSize) {
      this.#events.push(event);
      return;
    }
    this.#events[this.#oldest] = event;
    this.#oldest = (this.#oldest + 1) % this.#events.length;
  }

  protected override close(): void {
    this.reset();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.#taken, queued: 0, dropped: 0 };
  }
}

/**
 * `<appender class="ch.qos.logback.core.read.CyclicBufferAppender">`
 *
 * - `<maxSize>`: events that are kept; 512 unless given.
 * - `<filter>`: any number.
 *
 * Status WARN for a size that is no whole number: 512 is used. Status ERROR for one below 1, at which Logback throws: the appender is not started.
 */
export const cyclicBufferAppender: ComponentDefinition<CyclicBufferAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.read.CyclicBufferAppender"],
  properties: { maxSize: integerProperty(DEFAULT_MAX_SIZE), filter: componentsProperty<Filter>("filter") },
  create: ({ maxSize, filter }, { name, context }) => new CyclicBufferAppender(name, context, { maxSize, filters: filter }),
});
