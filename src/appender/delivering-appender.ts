import type { Appender, AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import type { Filter } from "../core/filter.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import type { Sink } from "../core/sink.js";
import type { DeliveryCounters } from "../sink/delivery.js";
import { NOTHING_DELIVERED } from "./output.js";

/**
 * An appender that sends over a network, and counts more closely than others.
 *
 * @public
 */
export interface CountsDelivery extends Appender {
  /** What became of the events that it took. */
  readonly deliveryCounters: DeliveryCounters;
}

/** A sink that sends over a network. */
export interface DeliveringSink extends Sink {
  readonly counters: DeliveryCounters;
  /** Whether the next event would be dropped: then its text need not be made. */
  readonly isFull?: boolean;
  refuse?(): void;
}

/** What the appender works with from its first start on. */
export interface DeliveryParts {
  readonly encode: (event: LoggingEvent) => string;
  readonly sink: DeliveringSink;
}

const NOTHING_SENT: DeliveryCounters = { ...NOTHING_DELIVERED, accepted: 0, sent: 0, persisted: 0, possiblyLost: 0 };

/** Sends events over a network: the class behind every appender of Logstash. */
export class DeliveringAppender extends BaseAppender implements CountsDelivery {
  readonly className: string;
  /** Makes the parts at the first start. Throws when the appender cannot be started. */
  readonly #prepare: () => DeliveryParts;
  #parts: DeliveryParts | undefined;

  /** @param className - As the configuration names it. */
  constructor(name: string, context: LoggerContext, filters: readonly Filter[], prepare: () => DeliveryParts, className = "DeliveringAppender") {
    super(name, context, filters);
    this.className = className;
    this.#prepare = prepare;
  }

  get deliveryCounters(): DeliveryCounters {
    return this.#parts?.sink.counters ?? NOTHING_SENT;
  }

  get queueCapacity(): number | undefined {
    return this.#parts?.sink.queueCapacity;
  }

  get reconnects(): number | undefined {
    return this.#parts?.sink.reconnects;
  }

  protected override open(): void {
    this.#parts ??= this.#prepare();
    this.#parts.sink.open();
  }

  protected append(event: LoggingEvent): void {
    const parts = this.#parts;
    if (parts === undefined) {
      return;
    }
    if (parts.sink.isFull === true) {
      parts.sink.refuse?.();
    } else {
      parts.sink.write(parts.encode(event));
    }
  }

  override beginBatch(): void {
    this.#parts?.sink.beginBatch();
  }

  override endBatch(): void {
    this.#parts?.sink.endBatch();
  }

  protected override close(): void | Promise<void> {
    return this.#parts?.sink.close();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return this.deliveryCounters;
  }
}
