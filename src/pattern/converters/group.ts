import type { Converter } from "../converter.js";

/** `%(...)`: its parts, padded and cut together. Source: Logback manual, "Layouts", grouping with parentheses. */
export function group(): Converter {
  return { kind: "group", transform: (text) => text };
}

/**
 * `%prefix(...)`: its parts, each with its name and `=` before it; their own format modifiers do not count, as in Logback.
 *
 * Source: Logback manual, "Layouts", conversion word `prefix`.
 */
export function prefix(): Converter {
  return { kind: "group", transform: (text) => text, labelsParts: true };
}
