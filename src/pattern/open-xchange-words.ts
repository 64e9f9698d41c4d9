import type { ConverterFactory } from "./converter.js";
import { extendedReplace } from "./converters/extended-replace.js";
import { lineMdc } from "./converters/line-mdc.js";
import { sanitisedMessage } from "./converters/sanitised-message.js";
import { threadId } from "./converters/thread-id.js";

/**
 * The conversion words of Open-Xchange. Logback does not know them, so they are none of its table: one of Open-Xchange's
 * classes in a configuration makes them known.
 */
const WORDS: readonly (readonly [word: string, factory: ConverterFactory])[] = [
  ["ereplace", extendedReplace],
  ["lmdc", lineMdc],
  ["sanitisedMessage", sanitisedMessage],
  ["tid", threadId],
];

/** Makes them known to all patterns of the process, as in Java. A word that has another meaning keeps it. */
export function learnOpenXchangeWords(known: Map<string, ConverterFactory> | undefined): void {
  for (const [word, factory] of WORDS) {
    if (known?.has(word) === false) {
      known.set(word, factory);
    }
  }
}
