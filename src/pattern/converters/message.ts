import type { Converter, ConverterFactory } from "../converter.js";

/**
 * `%m`, `%msg`, `%message`: the message with its arguments. Where `null` was logged it prints `null`, and nothing but blanks
 * with a format modifier (`%5msg`).
 *
 * Source: Logback manual, "Layouts", conversion word `message`.
 */
export const message: ConverterFactory = (_options, { hasFormat }): Converter => ({
  kind: "event",
  convert: hasFormat ? (event) => (event.isMessageNull === true ? "" : event.formattedMessage) : (event) => event.formattedMessage,
  label: "message",
});
