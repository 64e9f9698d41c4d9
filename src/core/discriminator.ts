import type { LoggingEvent } from "./logging-event.js";

/**
 * Tells by a value which of several appenders an event belongs to.
 *
 * Source: Logback, `ch.qos.logback.core.sift.Discriminator`.
 *
 * @public
 */
export interface Discriminator {
  /** The property by which the configuration of those appenders finds the value: `${key}`. */
  readonly key: string | undefined;
  /** False when something it needs is missing; the reason has been reported. True unless given. */
  readonly isStarted?: boolean;
  /** Asked at every event. Any text: the appender that asks makes it safe before it becomes part of a name. */
  getDiscriminatingValue(event: LoggingEvent): string;
}
