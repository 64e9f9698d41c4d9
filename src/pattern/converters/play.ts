import { Level } from "../../core/level.js";
import type { Converter } from "../converter.js";

/**
 * The Play framework's `%coloredLevel`: the level in small letters and square brackets, coloured.
 *
 * Source: Play, `play.api.libs.logback.ColoredLevel`.
 */
export function coloredLevel(): Converter {
  return {
    kind: "event",
    convert: ({ level }) => `[\x1b[${codeOf(level)}m${level.name.toLowerCase()}\x1b[0m]`,
    dependsOn: ["level"],
    isNeutral: true,
  };
}

function codeOf({ value }: Level): string {
  switch (value) {
    case Level.ERROR.value:
      return "31";
    case Level.WARN.value:
      return "33";
    case Level.INFO.value:
      return "37";
    case Level.DEBUG.value:
      return "36";
    default:
      return "34";
  }
}
