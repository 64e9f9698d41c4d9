import type { Appender, AppenderCounters } from "./appender.js";
import { decideAll, type Filter } from "./filter.js";
import type { LoggerContext } from "./logger-context.js";
import type { LoggingEvent } from "./logging-event.js";
import { newStatus } from "./status.js";

const NOT_STARTED = "Attempted to append to an appender that is not started; the event is dropped.";
const AT_WORK = "An event was logged while this appender was at work on another; it is dropped.";
const FAILED = "append";

/**
 * What every appender has in common: is it started, is it re-entered, do its filters let the event pass, and the catch
 * that keeps a failing appender from the application.
 *
 * The only class of this library that is meant to be extended.
 *
 * Source: Logback, `ch.qos.logback.core.AppenderBase`.
 *
 * @public
 */
export abstract class BaseAppender implements Appender {
  readonly name: string;
  protected readonly context: LoggerContext;
  readonly #filters: readonly Filter[];
  #started = false;
  #awaitsTakeOver = false;
  /** Started, and what it writes to is its own. */
  #begun = false;
  #stopping: Promise<void> | undefined;
  #busy = false;
  /** What `append` returned and is not settled. */
  readonly #pending = new Set<Promise<void>>();
  #logged = 0;
  #failed = 0;

  constructor(name: string, context: LoggerContext, filters: readonly Filter[] = []) {
    this.name = name;
    this.context = context;
    this.#filters = filters;
  }

  get isStarted(): boolean {
    return this.#started;
  }

  get filters(): readonly Filter[] {
    return this.#filters;
  }

  get counters(): AppenderCounters {
    const { written, queued, dropped } = this.delivery();
    return { logged: this.#logged, written, queued, dropped: dropped + this.#failed };
  }

  awaitTakeOver(): void {
    this.#awaitsTakeOver = !this.#started;
  }

  start(): void {
    if (this.#started) {
      return;
    }
    try {
      this.open();
      this.#started = true;
      this.#stopping = undefined;
      for (const trouble of [NOT_STARTED, AT_WORK, FAILED]) {
        this.context.statusManager.resetOnce(`${trouble}:${this.name}`);
      }
    } catch (cause) {
      this.context.statusManager.error(`Appender [${this.name}] could not be started; its events are not written.`, { origin: this.name, cause });
    }
    if (!this.#awaitsTakeOver) {
      this.takeOver();
    }
  }

  takeOver(): void {
    this.#awaitsTakeOver = false;
    if (!this.#started || this.#begun) {
      return;
    }
    this.#begun = true;
    try {
      this.begin();
    } catch (cause) {
      this.context.statusManager.error(`Appender [${this.name}] could not begin its output properly; its events are written all the same.`, { origin: this.name, cause });
    }
  }

  stop(): void | Promise<void> {
    if (!this.#started) {
      return this.#stopping;
    }
    const hasBegun = this.#begun;
    this.#started = false;
    this.#begun = false;
    this.#awaitsTakeOver = false;
    try {
      if (hasBegun) {
        this.end();
      }
    } catch (cause) {
      this.#closeFailed(cause);
    }
    try {
      const closing = this.#pending.size === 0 ? this.close() : Promise.all(this.#pending).then(() => this.close());
      this.#stopping = typeof closing === "object" ? closing.catch((cause: unknown) => { this.#closeFailed(cause); }) : undefined;
      return this.#stopping;
    } catch (cause) {
      this.#closeFailed(cause);
    }
  }

  beginBatch(): void {}

  endBatch(): void {}

  doAppend(event: LoggingEvent): void {
    // Printing an event may run code of the application that logs again; letting it in would recurse without end.
    if (this.#busy) {
      this.#drop(AT_WORK);
      return;
    }
    this.#busy = true;
    try {
      if (!this.#begun && !this.#beginsNow()) {
        this.#drop(NOT_STARTED);
        return;
      }
      this.#logged++;
      if (this.#filters.length === 0 || decideAll(this.#filters, event) !== "DENY") {
        const pending = this.append(event);
        if (pending !== undefined) {
          this.#watch(pending);
        }
      } else {
        this.#logged--;
      }
    } catch (cause) {
      this.#appendFailed(cause);
    } finally {
      this.#busy = false;
    }
  }

  /**
   * Takes an event that passed. What it throws, or rejects with, is reported and counted as dropped.
   *
   * Better without a promise: events that are on their way at the same time may arrive in another order. An `AsyncAppender`
   * before it takes the work out of the log call.
   */
  protected abstract append(event: LoggingEvent): void | Promise<void>;

  /** Opens what the appender needs, without changing what is there; throws when it cannot be started. */
  protected open(): void {}

  /** Writes what stands before all events. What it throws is reported. */
  protected begin(): void {}

  /** Writes what stands behind all events, unless `begin` was never called. What it throws is reported. */
  protected end(): void {}

  /** Closes it. What it throws, or rejects with, is reported. */
  protected close(): void | Promise<void> {}

  /**
   * Where the events taken are: `written + queued + dropped`, without those whose `append` failed. Unless it is overridden,
   * an event is written when `append` has returned, or its promise is fulfilled.
   */
  protected delivery(): Omit<AppenderCounters, "logged"> {
    const queued = this.#pending.size;
    return { written: this.#logged - this.#failed - queued, queued, dropped: 0 };
  }

  /** @param returned - By `append`; in JavaScript it may be anything. */
  #watch(returned: unknown): void {
    if (typeof returned !== "object" || returned === null || !("then" in returned)) {
      return;
    }
    const settled = Promise.resolve(returned as PromiseLike<unknown>).then(
      () => {
        this.#pending.delete(settled);
      },
      (cause: unknown) => {
        this.#pending.delete(settled);
        this.#appendFailed(cause);
      },
    );
    this.#pending.add(settled);
  }

  #appendFailed(cause: unknown): void {
    this.#failed++;
    this.context.statusManager.addOnce(`${FAILED}:${this.name}`, newStatus("ERROR", `Appender [${this.name}] failed to append an event. Said once; see its counters.`, { origin: this.name, cause }));
  }

  /** An event came before the appender was told that its output is its own. */
  #beginsNow(): boolean {
    this.takeOver();
    return this.#started;
  }

  #closeFailed(cause: unknown): void {
    this.context.statusManager.error(`Appender [${this.name}] could not be closed properly; its last events may be missing.`, { origin: this.name, cause });
  }

  #drop(message: string): void {
    this.#logged++;
    this.#failed++;
    this.context.statusManager.addOnce(`${message}:${this.name}`, newStatus("WARN", `Appender [${this.name}]: ${message} Said once; see its counters.`, { origin: this.name }));
  }
}
