import type { KeyValuePair, LoggingEvent } from "../../core/logging-event.js";
import { printValue } from "../../core/printable.js";
import type { Converter, ConverterEnvironment } from "../converter.js";

const QUOTES: ReadonlyMap<string, string> = new Map([
  ["DOUBLE", '"'],
  ["SINGLE", "'"],
  ["NONE", ""],
]);
const MASK = "XXX";

/**
 * `%kvp`: the key-value pairs as `key="value" key="value"`.
 *
 * Options: `DOUBLE` (default), `SINGLE` or `NONE`, in any letter case: the quotes around values. Values are not escaped, as in Logback.
 *
 * Source: Logback manual, "Layouts", conversion word `kvp`.
 */
export function keyValuePairs([quoting]: readonly string[]): Converter {
  const quote = QUOTES.get(quoting?.toUpperCase() ?? "") ?? '"';
  return {
    kind: "event",
    convert: ({ keyValuePairs, context }) => (keyValuePairs.length === 0 ? "" : printed(keyValuePairs, quote, (value) => printValue(value, context.printLimits))),
    label: "kvp",
  };
}

/**
 * `%maskedKvp`: as `%kvp`, with `XXX` for the value of the keys named.
 *
 * Options: the quotes, which may be left out, then the keys.
 * Status WARN for a word of the quotes behind the first option. Status ERROR without options, where Logback throws: every value is masked.
 *
 * Source: Logback manual, "Layouts", conversion word `maskedKvp`.
 */
export function maskedKeyValuePairs(options: readonly string[], environment: ConverterEnvironment): Converter {
  if (environment.optionText === undefined) {
    environment.report("ERROR", "%maskedKvp needs the keys to mask, as in %maskedKvp{password}; every value is masked.");
  }
  const quoting = QUOTES.get(options[0]?.toUpperCase() ?? "");
  const masked = new Set(quoting === undefined ? options : options.slice(1));
  for (const word of QUOTES.keys()) {
    if (masked.has(word)) {
      environment.report("WARN", `"${word}" must be the first option to set the quotes; here it is taken for a key.`);
    }
  }
  const masksAll = environment.optionText === undefined;
  return {
    kind: "event",
    convert: ({ keyValuePairs, context }: LoggingEvent) =>
      printed(keyValuePairs, quoting ?? '"', (value, key) => (masksAll || masked.has(key) ? MASK : printValue(value, context.printLimits))),
    label: "maskedKvp",
  };
}

function printed(pairs: readonly KeyValuePair[], quote: string, print: (value: unknown, key: string) => string): string {
  let text = "";
  for (const { key, value } of pairs) {
    text += `${text === "" ? "" : " "}${key}=${quote}${print(value, key)}${quote}`;
  }
  return text;
}
