import type { Converter } from "../converter.js";

/** `%n`: a line feed, on every platform. Source: Logback manual, "Layouts", conversion word `n`. */
export function lineSeparator(): Converter {
  return { kind: "text", text: "\n" };
}
