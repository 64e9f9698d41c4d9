/** A conversion word in a pattern. */
export interface Conversion {
  readonly word: string;
  /** Between the braces, quotes taken off; empty without braces. */
  readonly options: readonly string[];
  /** Offset of the `%`. */
  readonly index: number;
}

/** As in Logback, a `%` directly behind a closing parenthesis begins nothing. */
const CONVERSION = /\\.|\)%|%-?\d*(?:\.-?\d*)?([\p{ID_Start}_$][\p{ID_Continue}$]*)?/gsu;
const OPTION = /\s*(?:"([^"]*)"|'([^']*)'(?=\s*(?:,|$))|([^,]*))\s*(?:,|$)/y;

/** The conversion words of a pattern, as far as a check needs them: the pattern itself is read, and judged, when the encoder is built. */
export function conversionsIn(pattern: string): Conversion[] {
  return [...pattern.matchAll(CONVERSION)].flatMap(({ 0: text, 1: word, index }) =>
    word === undefined ? [] : [{ word, options: optionsAt(pattern, index + text.length), index }],
  );
}

/** Offsets of `%` directly behind a closing parenthesis. */
export function idlePercentsIn(pattern: string): number[] {
  return [...pattern.matchAll(CONVERSION)].flatMap(({ 0: text, index }) => (text === ")%" ? [index + 1] : []));
}

/** Whether a pattern has the word, under any of its names. */
export function hasConversion(pattern: string, words: readonly string[]): boolean {
  return conversionsIn(pattern).some(({ word }) => words.includes(word));
}

function optionsAt(pattern: string, start: number): string[] {
  const text = textBetweenBraces(pattern, start);
  const options: string[] = [];
  if (text === undefined || text.trim() === "") {
    return options;
  }
  OPTION.lastIndex = 0;
  for (let match = OPTION.exec(text); match !== null; match = OPTION.exec(text)) {
    options.push((match[1] ?? match[2] ?? match[3] ?? "").trim());
    if (!match[0].endsWith(",")) {
      break;
    }
  }
  return options;
}

function textBetweenBraces(pattern: string, start: number): string | undefined {
  if (pattern.charAt(start) !== "{") {
    return undefined;
  }
  const quoted = /^\{\s*("[^"]*"|'[^']*')[^}]*\}/.exec(pattern.slice(start));
  const end = quoted === null ? pattern.indexOf("}", start) : start + quoted[0].length - 1;
  return end < 0 ? undefined : pattern.slice(start + 1, end);
}
