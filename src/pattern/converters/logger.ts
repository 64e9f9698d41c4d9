import { nameAbbreviator } from "../abbreviator.js";
import type { Converter, ConverterEnvironment } from "../converter.js";

/**
 * `%c`, `%lo`, `%logger`: name of the logger.
 *
 * Options: the length to shorten the name to, by cutting its parts from the left to one letter each; 0 leaves only the last part.
 * Status ERROR when it is no whole number: the name is printed in full.
 *
 * Source: Logback manual, "Layouts", conversion word `logger`.
 */
export function logger(options: readonly string[], environment: ConverterEnvironment): Converter {
  const abbreviate = nameAbbreviator(options[0], environment);
  return {
    kind: "event",
    convert: abbreviate === undefined ? (event) => event.loggerName : (event) => abbreviate(event.loggerName),
    dependsOn: ["logger"],
    label: "logger",
  };
}
