import type { AppenderFactory } from "../../core/appender-factory.js";
import type { Appender, AppenderCounters } from "../../core/appender.js";

/** Appenders that are not used any more: some still wait for what they sent. */
export class StoppingAppenders {
  readonly #factory: AppenderFactory | undefined;
  readonly #onFailure: (appender: Appender, cause: unknown) => void;
  readonly #waiting = new Map<Appender, Promise<void>>();
  #dropped = 0;

  /** @param onFailure - Told what an appender threw, or rejected with, when it was stopped. */
  constructor(factory: AppenderFactory | undefined, onFailure: (appender: Appender, cause: unknown) => void) {
    this.#factory = factory;
    this.#onFailure = onFailure;
  }

  /** Events that those dropped which are done. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Of those that still wait. */
  get counters(): readonly AppenderCounters[] {
    return [...this.#waiting.keys()].map(({ counters }) => counters);
  }

  /** Resolves when all are done; `undefined` when they are. */
  get settled(): Promise<void> | undefined {
    return this.#waiting.size === 0 ? undefined : Promise.all(this.#waiting.values()).then(() => {});
  }

  /** Never throws. */
  stop(appender: Appender): void {
    const done = (): void => {
      this.#waiting.delete(appender);
      this.#dropped += appender.counters.dropped;
    };
    const failed = (cause: unknown): void => {
      this.#onFailure(appender, cause);
      done();
    };
    try {
      const stopping = appender.stop();
      if (stopping === undefined) {
        done();
      } else {
        this.#waiting.set(appender, stopping.then(done, failed));
      }
    } catch (cause) {
      failed(cause);
    }
    // Its file is closed now, whatever it still waits for: the next event of its value may open it again.
    this.#factory?.release?.(appender);
  }
}
