import type { Converter } from "../converter.js";

/** `%m`, `%msg`, `%message`: the message with its arguments. Source: Logback manual, "Layouts", conversion word `message`. */
export function message(): Converter {
  return { kind: "event", convert: (event) => event.formattedMessage, label: "message" };
}
