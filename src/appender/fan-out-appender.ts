import type { Appender, AppenderCounters } from "../core/appender.js";
import type { LoggingEvent } from "../core/logging-event.js";

/** Hands events on to several appenders, which somebody else starts and stops. */
export class FanOutAppender implements Appender {
  readonly name: string;
  readonly #appenders: readonly Appender[];

  constructor(name: string, appenders: readonly Appender[]) {
    this.name = name;
    this.#appenders = appenders;
  }

  get isStarted(): boolean {
    return this.#appenders.some(({ isStarted }) => isStarted);
  }

  /** Of the first: what is logged is the same for all. */
  get counters(): AppenderCounters {
    return this.#appenders[0]?.counters ?? { logged: 0, written: 0, queued: 0, dropped: 0 };
  }

  get behind(): readonly Appender[] {
    return this.#appenders;
  }

  start(): void {}

  stop(): void {}

  beginBatch(): void {
    for (const appender of this.#appenders) {
      appender.beginBatch?.();
    }
  }

  endBatch(): void {
    for (const appender of this.#appenders) {
      appender.endBatch?.();
    }
  }

  doAppend(event: LoggingEvent): void {
    for (const appender of this.#appenders) {
      appender.doAppend(event);
    }
  }
}
