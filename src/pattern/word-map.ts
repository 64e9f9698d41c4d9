import type { ConverterFactory } from "./converter.js";

/**
 * A look-up for a table of words.
 *
 * @throws RangeError when a word stands in it twice, so that nothing is ever replaced silently.
 */
export function wordMap(table: readonly (readonly [words: readonly string[], factory: ConverterFactory])[]): ReadonlyMap<string, ConverterFactory> {
  const words = new Map<string, ConverterFactory>();
  for (const [names, factory] of table) {
    for (const name of names) {
      if (words.has(name)) {
        throw new RangeError(`Conversion words: "%${name}" is there twice.`);
      }
      words.set(name, factory);
    }
  }
  return words;
}
