import type { Lifecycle } from "./lifecycle.js";
import type { LoggingEvent } from "./logging-event.js";

/**
 * Takes events to a destination.
 *
 * Source: Logback manual, "Appenders".
 *
 * @public
 */
export interface Appender extends Lifecycle {
  readonly name: string;
  /**
   * Called before `start` where another appender may still write to the same place: what `start` opens is to be left as it
   * is until {@link Appender.takeOver}, which follows when the other is stopped, or until the first event.
   */
  awaitTakeOver?(): void;
  /** The place belongs to this appender alone now. */
  takeOver?(): void;
  /** Takes one event. Never throws: a failure becomes a status and a count. */
  doAppend(event: LoggingEvent): void;
  /** Many events follow at once, from a queue: they may be joined into one write, which `endBatch` does at the latest. */
  beginBatch?(): void;
  endBatch?(): void;
  /** Writes what it holds back, now. */
  drain?(): void;
  /** Closes its files and opens their paths anew, for a program outside that renamed them and says so. */
  reopen?(): void;
  readonly counters: AppenderCounters;
  /** What it is called in a configuration, where that is not the name of its class. */
  readonly className?: string;
  /** Events that may wait in its queue, where it has one. */
  readonly queueCapacity?: number | undefined;
  /** How often it connected again, where it keeps a connection. */
  readonly reconnects?: number | undefined;
  /** Where it hands events on to, when that is other appenders. */
  readonly behind?: readonly Appender[];
}

/**
 * Events since the appender was made: `logged = written + queued + dropped`. Events that a filter denied are in none of them.
 *
 * @public
 */
export interface AppenderCounters {
  /** What came in. */
  readonly logged: number;
  /** Given to the operating system, over a network sent, or handed on. */
  readonly written: number;
  /** Still to be written. */
  readonly queued: number;
  /** Lost; a status says why. */
  readonly dropped: number;
}
