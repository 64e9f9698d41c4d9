import { stripVTControlCharacters } from "node:util";

/** Puts a text into a colour, or leaves it as it is. */
export type Colour = (text: string) => string;

/** The colours of a command's output; without colours each gives its text back. */
export interface Paint {
  readonly bold: Colour;
  readonly faint: Colour;
  readonly red: Colour;
  readonly yellow: Colour;
  readonly green: Colour;
  readonly blue: Colour;
  /** Text that may bring colours of its own. */
  readonly asItComes: Colour;
}

/** Whether to colour: on a terminal, unless `NO_COLOR` is set; with `FORCE_COLOR` anywhere. Source: no-color.org, force-color.org. */
export function coloursWanted(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR = "", FORCE_COLOR = "" } = environment;
  return NO_COLOR === "" && (FORCE_COLOR === "" ? isTerminal : FORCE_COLOR !== "0");
}

/** SGR codes of ECMA-48. */
export function paintFor(hasColours: boolean): Paint {
  const code = (start: number, end: number): Colour => (hasColours ? (text) => `\x1b[${start}m${text}\x1b[${end}m` : (text) => text);
  return {
    bold: code(1, 22),
    faint: code(2, 22),
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    blue: code(34, 39),
    asItComes: hasColours ? (text) => text : stripVTControlCharacters,
  };
}
