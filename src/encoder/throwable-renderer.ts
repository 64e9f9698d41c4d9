import type { LoggingEvent } from "../core/logging-event.js";

/**
 * How an `HTMLLayout` shows the throwable of an event.
 *
 * Source: Logback, `ch.qos.logback.core.html.IThrowableRenderer`.
 */
export interface ThrowableRenderer {
  /** HTML that follows the event's row; asked for events with a throwable only. */
  render(event: LoggingEvent): string;
}

/** Whether a component is one. */
export function isThrowableRenderer(component: unknown): component is ThrowableRenderer {
  return typeof (component as Partial<ThrowableRenderer> | undefined)?.render === "function";
}
