import { LogProperties } from "../../core/log-properties.js";
import type { MdcMap } from "../../core/mdc.js";
import type { Converter, ConverterEnvironment } from "../converter.js";

const DEFAULT_SEPARATOR = ":-";
const CONTROLS = /[\0-\x1f\x7f]+/g;

/**
 * `%lmdc`: the MDC, a line for each pair with a blank before it, sorted by key; nothing for an empty one. The key
 * `__threadId` is left out.
 *
 * Options: a key, with `:-` and a default behind it for when the key is missing. Then only its value is printed, and no line
 * is begun.
 *
 * Control characters next to one another become one blank, so no value begins a line of its own.
 *
 * Source: Open-Xchange, `com.openexchange.logback.extensions.LineMDCConverter`.
 */
export function lineMdc([option]: readonly string[], environment: ConverterEnvironment): Converter {
  if (option === undefined) {
    const owner = {};
    const render = (map: MdcMap): string => linesOf(map, environment);
    return { kind: "event", convert: (event) => (event.mdc.size === 0 ? "" : event.mdc.renderedFor(owner, render)), isNeutral: true };
  }
  const end = option.indexOf(DEFAULT_SEPARATOR);
  const key = end < 0 ? option : option.slice(0, end);
  const fallback = end < 0 ? "" : option.slice(end + DEFAULT_SEPARATOR.length);
  return { kind: "event", convert: (event) => event.mdc.get(key)?.replace(CONTROLS, " ") ?? fallback };
}

function linesOf(map: MdcMap, environment: ConverterEnvironment): string {
  const pairs = [...map].filter(([key]) => key !== LogProperties.THREAD_ID).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.map(([key, value]) => ` ${environment.neutralise(key)}=${environment.neutralise(value.replace(CONTROLS, " "))}\n`).join("");
}
