import type { LoggingEvent } from "../core/logging-event.js";
import type { RollingParent } from "./rolling-policy.js";

/**
 * The file that is written now, as a triggering policy sees it.
 *
 * @public
 */
export interface ActiveFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes that are in the file, without what is held in memory for it. */
  readonly size: number;
  /** Whether the file, with what is held in memory for it, has at least so many bytes. Exact, and nearly free. */
  reaches(bytes: number): boolean;
}

/**
 * Decides when a file rolls.
 *
 * Source: Logback, `ch.qos.logback.core.rolling.TriggeringPolicy`.
 *
 * @public
 */
export interface TriggeringPolicy {
  /**
   * Called when the appender starts.
   *
   * @throws Error saying why it cannot: the appender is not started then.
   */
  start?(parent: RollingParent): void;
  /** Whether the file rolls before this event is written. Asked at every event, so it should be cheap; must not throw. */
  isTriggeringEvent(file: ActiveFile, event: LoggingEvent): boolean;
}
