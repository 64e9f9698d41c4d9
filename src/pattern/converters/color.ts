import { Level } from "../../core/level.js";
import type { Converter, ConverterFactory } from "../converter.js";

/** Begins a colour; what SGR codes mean is in ECMA-48. */
const START = "\x1b[";
const END = "\x1b[0;39m";

/** The colour words of Logback, with the SGR codes they print. */
export const COLORS: readonly (readonly [word: string, code: string])[] = [
  ["black", "30"],
  ["red", "31"],
  ["green", "32"],
  ["yellow", "33"],
  ["blue", "34"],
  ["magenta", "35"],
  ["cyan", "36"],
  ["white", "37"],
  ["gray", "1;30"],
  ["boldRed", "1;31"],
  ["boldGreen", "1;32"],
  ["boldYellow", "1;33"],
  ["boldBlue", "1;34"],
  ["boldMagenta", "1;35"],
  ["boldCyan", "1;36"],
  ["boldWhite", "1;37"],
];

/** The text between a colour and the end of it. */
export function colored(text: string, code: string): string {
  return `${START}${code}m${text}${END}`;
}

/**
 * `%red(...)` and the other colours: its parts in that colour, whether or not a terminal reads them.
 *
 * Source: Logback manual, "Layouts", coloring.
 */
export function color(code: string): ConverterFactory {
  return () => ({ kind: "group", transform: (text) => colored(text, code) });
}

/**
 * `%highlight(...)`: its parts in bold red for ERROR, red for WARN, blue for INFO and the terminal's own colour otherwise.
 *
 * Source: Logback manual, "Layouts", conversion word `highlight`.
 */
export function highlight(): Converter {
  return { kind: "group", transform: (text, { level }) => colored(text, highlightCode(level)), dependsOn: ["level"] };
}

function highlightCode({ value }: Level): string {
  switch (value) {
    case Level.ERROR.value:
      return "1;31";
    case Level.WARN.value:
      return "31";
    case Level.INFO.value:
      return "34";
    default:
      return "39";
  }
}
