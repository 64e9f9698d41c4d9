import type { Converter, ConverterEnvironment } from "../converter.js";

/**
 * `%sn`, `%sequenceNumber`: number of the event.
 *
 * Status WARN when the configuration has no `<sequenceNumberGenerator>`: every number is 0.
 *
 * Source: Logback manual, "Layouts", conversion word `sequenceNumber`.
 */
export function sequenceNumber(_options: readonly string[], environment: ConverterEnvironment): Converter {
  if (!environment.hasSequenceNumbers) {
    environment.report("WARN", "Events have no sequence numbers: the configuration has no <sequenceNumberGenerator>. 0 is printed.");
  }
  return { kind: "event", convert: (event) => String(event.sequenceNumber), label: "sequenceNumber", isNeutral: true };
}

/**
 * `%lsn`: counts the events that this place of this pattern printed, from the time it was made, in milliseconds since 1970-01-01 UTC.
 *
 * Source: Logback manual, "Layouts", conversion word `lsn`.
 */
export function localSequenceNumber(_options: readonly string[], environment: ConverterEnvironment): Converter {
  let next = environment.now();
  return { kind: "event", convert: () => String(next++), label: "lsn", isNeutral: true };
}
