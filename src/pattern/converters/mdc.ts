import type { MdcMap } from "../../core/mdc.js";
import type { Converter, ConverterEnvironment } from "../converter.js";

const DEFAULT_SEPARATOR = ":-";

/**
 * `%X`, `%mdc`: the value of one MDC key, or all as `key=value, key=value`.
 *
 * Options: a key, with `:-` and a default behind it for when the key is missing.
 *
 * Source: Logback manual, "Layouts", conversion word `mdc`.
 */
export function mdc([option]: readonly string[], environment: ConverterEnvironment): Converter {
  if (option === undefined) {
    const owner = {};
    const render = (map: MdcMap): string => environment.neutralise(allPairs(map));
    return { kind: "event", convert: (event) => (event.mdc.size === 0 ? "" : event.mdc.renderedFor(owner, render)), isNeutral: true };
  }
  const end = option.indexOf(DEFAULT_SEPARATOR);
  const key = end < 0 ? option : option.slice(0, end);
  const fallback = end < 0 ? "" : option.slice(end + DEFAULT_SEPARATOR.length);
  return { kind: "event", convert: (event) => event.mdc.get(key) ?? fallback, label: key };
}

function allPairs(map: MdcMap): string {
  let text = "";
  for (const [key, value] of map) {
    text += `${text === "" ? "" : ", "}${key}=${value}`;
  }
  return text;
}
