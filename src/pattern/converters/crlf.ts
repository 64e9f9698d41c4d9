import type { ConverterFactory } from "../converter.js";
import { colored, COLORS } from "./color.js";

const BREAKS = /[\n\r\t]/g;
const SUBSTITUTE = "_";
/** A marker of that name says that the line breaks of its event are meant. */
const SAFE = "CRLF_SAFE";

/**
 * `%crlf(...)`: its parts with `_` in place of every line feed, carriage return and tab, so that data cannot begin a line of its own.
 *
 * JHipster gives each project a class for it, in the project's own package. The option is the colour of the `_`:
 * `%crlf(%m){red}`. Events with the marker `CRLF_SAFE` keep their line breaks.
 *
 * Source: JHipster, `CRLFLogConverter` of a generated project.
 */
export const crlf: ConverterFactory = ([color]) => {
  const code = COLORS.find(([word]) => word === color)?.[1];
  const substitute = code === undefined ? SUBSTITUTE : colored(SUBSTITUTE, code);
  return {
    kind: "group",
    transform: (text, { markers }) => (text.search(BREAKS) < 0 || markers.some((marker) => marker.contains(SAFE)) ? text : text.replace(BREAKS, substitute)),
    dependsOn: ["event"],
  };
};
