/**
 * Whatever holds a resource: a file, a socket, a timer, a queue.
 *
 * @public
 */
export interface Lifecycle {
  readonly isStarted: boolean;
  /** Opens what is needed. Throws nothing: a failure is a status, and `isStarted` stays false. */
  start(): void;
  /** Writes out and closes. Calling it twice is harmless. The promise, where there is one, resolves when the last byte is out. */
  stop(): void | Promise<void>;
}

/**
 * Something that may hold accepted but unwritten data, and can write it without leaving the current turn.
 *
 * @public
 */
export interface Drainable {
  /** Writes everything held, synchronously, and throws nothing. */
  drain(): void;
  /**
   * For what cannot be written synchronously, as to a network: goes on until nothing is held or its time is over. At the
   * natural end of the process and at a signal it is waited for; at `process.exit()` nothing can be. Never rejects.
   */
  finish?(): Promise<void>;
  /** The process ends in this turn, and what is still held with it: saves it elsewhere, or counts it as dropped and says so. Throws nothing. */
  abandon?(): void;
}

/**
 * Where holders of unwritten data report, so that every ending of the process can empty them.
 * While a holder is registered, the process listens for termination signals.
 *
 * @public
 */
export interface DrainRegistry {
  /** `holder` has unwritten data. Cheap, and harmless when it is registered already. */
  holds(holder: Drainable): void;
  /** `holder` is empty again. */
  released(holder: Drainable): void;
  /** Whether data must be written through at once: after the final drain, and in a worker thread, where no exit handler can be trusted to run. */
  readonly writeThrough: boolean;
}
