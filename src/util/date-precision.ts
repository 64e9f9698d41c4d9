import type { DateElement } from "./date-pattern.js";
import type { TimeZone } from "./time-zone.js";

/** Steps of time, finest first. */
export type DatePrecision = "nano" | "milli" | "second" | "minute" | "hour" | "day";

const STEPS: readonly DatePrecision[] = ["nano", "milli", "second", "minute", "hour", "day"];

/** Seconds of the steps a zone's offset can break. */
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

/** The finest part of the zone's clock an element shows. */
export function elementPrecision(element: DateElement): DatePrecision {
  switch (element.kind) {
    case "fraction":
      return element.digits > 3 ? "nano" : "milli";
    case "dayPart":
      return "minute";
    case "text":
      return element.letter === "a" ? "hour" : "day";
    case "number":
      switch (element.letter) {
        case "n":
        case "N":
          return "nano";
        case "A":
          return "milli";
        case "s":
          return "second";
        case "m":
          return "minute";
        case "H":
        case "k":
        case "K":
        case "h":
          return "hour";
        default:
          return "day";
      }
    default:
      return "day";
  }
}

/**
 * The coarsest step so that all instants within one step, counted from 1970 UTC, print the same in the zone.
 *
 * A region's clock has jumped by seconds in the past and at odd minutes lately, so nothing coarser than a second is promised there.
 */
export function patternPrecision(elements: readonly DateElement[], zone: TimeZone): DatePrecision {
  let finest = STEPS.length - 1;
  for (const element of elements) {
    finest = Math.min(finest, STEPS.indexOf(elementPrecision(element)));
  }
  for (; finest > 0; finest--) {
    const step = STEPS[finest] ?? "nano";
    if (step === "nano" || step === "milli" || step === "second") {
      return step;
    }
    if (zone.fixedOffset !== undefined && zone.fixedOffset % SECONDS[step] === 0) {
      return step;
    }
  }
  return "nano";
}
