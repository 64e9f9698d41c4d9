import type { Converter } from "../converter.js";

/**
 * `%ms`, `%micros`: microseconds within the millisecond of the event, three digits.
 *
 * Source: Logback manual, "Layouts", conversion word `micros`.
 */
export function micros(): Converter {
  return {
    kind: "event",
    convert: ({ nanos }) => String(Math.floor(nanos / 1000)).padStart(3, "0"),
    label: "micros",
    needsNanos: true,
    isNeutral: true,
  };
}

/**
 * `%ep`, `%epoch`: time of the event since 1970-01-01 UTC, in milliseconds, or in whole seconds with the option `seconds`.
 *
 * Source: Logback manual, "Layouts", conversion word `epoch`.
 */
export function epoch([unit]: readonly string[]): Converter {
  const inSeconds = unit?.toLowerCase() === "seconds";
  return {
    kind: "event",
    convert: inSeconds ? ({ timestamp }) => String(Math.trunc(timestamp / 1000)) : ({ timestamp }) => String(Math.floor(timestamp)),
    dependsOn: ["time"],
    label: "epoch",
    isNeutral: true,
  };
}

/**
 * `%r`, `%relative`: milliseconds from the start of the logger context to the event. Negative when the wall clock was set back.
 *
 * Source: Logback manual, "Layouts", conversion word `relative`.
 */
export function relative(): Converter {
  return {
    kind: "event",
    convert: ({ timestamp, context }) => String(Math.floor(timestamp) - context.birthTime),
    dependsOn: ["time", "context"],
    label: "relative",
    isNeutral: true,
  };
}
