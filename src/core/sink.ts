import type { Drainable } from "./lifecycle.js";

/**
 * Where finished text leaves the process. One `write` is one event, so that the counters add up:
 * accepted = written + queued + dropped.
 */
export interface Sink extends Drainable {
  /** Opens the target; throws the system's error when that is refused. */
  open(): void;
  /** Takes the text of one event. Throws nothing; what could not be written is kept within bounds, or counted as dropped. */
  write(text: string): void;
  /** Many events follow at once: they may be joined into one write, which `endBatch` does at the latest. */
  beginBatch(): void;
  endBatch(): void;
  /** Takes text that belongs to no event (a header or a footer). */
  writeExtra(text: string): void;
  /** Writes out what is held and closes. The promise, where there is one, resolves when the last byte is out. */
  close(): void | Promise<void>;
  readonly counters: SinkCounters;
  /** Events that may wait, where there is a limit of that kind. */
  readonly queueCapacity?: number;
  /** How often it connected again, where it keeps a connection. */
  readonly reconnects?: number;
}

/**
 * Events, not bytes. `written + queued + dropped` is what was accepted.
 *
 * @public
 */
export interface SinkCounters {
  readonly written: number;
  readonly queued: number;
  readonly dropped: number;
}
