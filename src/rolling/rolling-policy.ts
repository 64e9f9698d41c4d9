import type { Report } from "../core/component.js";
import type { Clock } from "../util/clock.js";

/**
 * What a policy may know of the appender it works for.
 *
 * @public
 */
export interface RollingParent {
  readonly name: string;
  /** `<file>`, absolute; `undefined` where there is none, as with `prudent`. */
  readonly file: string | undefined;
  /** Absolute: below it lie the names of a pattern that is relative. */
  readonly folder: string;
  /** Whether other processes write to the same files. */
  readonly prudent: boolean;
  /** Of folders that are made, before the umask. */
  readonly dirMode: number;
  readonly clock: Clock;
  /** Statuses in the appender's name. */
  readonly report: Report;
}

/**
 * One change from a file to the next, half done.
 *
 * @public
 */
export interface Rollover {
  /** The file to go on with: absolute. */
  readonly path: string;
  /** Takes back what was moved, because the file to go on with cannot be opened; `undefined` where that is not possible. */
  readonly undo: (() => void) | undefined;
  /**
   * The next file is open, and the old one closed: begins what may take longer, such as compressing.
   *
   * @param isShared - Whether somebody else was seen to write to the old file, who may go on with it for a moment.
   */
  done(isShared: boolean): void;
}

/**
 * Decides how files are named, and what becomes of a file that is full.
 *
 * Source: Logback, `ch.qos.logback.core.rolling.RollingPolicy`.
 *
 * @public
 */
export interface RollingPolicy {
  /** As the configuration has it; no two appenders may have the same. */
  readonly fileNamePattern: string;
  /**
   * Called when the appender starts.
   *
   * @returns The file to begin with: absolute.
   * @throws Error saying why it cannot: the appender is not started then.
   */
  start(parent: RollingParent): string;
  /**
   * Moves the file that was written out of the way. It is still open; nothing else is written to it.
   *
   * @throws Error saying why it cannot, with everything as it was: the file is written on, and it is tried again later.
   */
  rollover(): Rollover;
  /** Ends what it does in the background, now or when the promise resolves. */
  stop(): void | Promise<void>;
  /** Resolves when nothing is done in the background. */
  idle(): Promise<void>;
}
