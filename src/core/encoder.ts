import type { LoggingEvent } from "./logging-event.js";

/**
 * Turns an event into the text of one record, its line end included. Encoders are total: they answer for every event.
 *
 * Source: Logback manual, "Encoders"; here text instead of bytes, because the sink encodes a whole chunk at once.
 *
 * @public
 */
export interface Encoder {
  encode(event: LoggingEvent): string;
  /** Written once when a target is opened; empty for none. */
  header?(): string;
  /** Written once when a target is closed; empty for none. */
  footer?(): string;
}

/**
 * Turns an event into text. What Logback calls a layout; {@link Encoder} wraps it.
 *
 * Source: Logback manual, "Layouts".
 *
 * @public
 */
export interface Layout {
  doLayout(event: LoggingEvent): string;
  /** Text before all events, as HTML needs it. */
  fileHeader?(): string;
  /** Behind the file's header. */
  presentationHeader?(): string;
  /** Before the file's footer. */
  presentationFooter?(): string;
  /** Text after all events. */
  fileFooter?(): string;
}
