/** A conversion word of an old pattern, with what belongs to it. */
export interface OldWord {
  readonly word: string;
  /** Padding and truncation: `-5`, `.30`; empty for none. */
  readonly modifier: string;
  /** What stands in braces behind it. */
  readonly options: readonly string[];
  /** Letters directly behind it, which are text; empty where it was written out. */
  readonly cut?: string;
}

/** Text between conversion words. */
export interface OldText {
  readonly text: string;
}

/** One piece of a pattern of Log4j. */
export type OldPart = OldWord | OldText;

/**
 * Takes a pattern of Log4j apart. The longest known word counts, letters behind it are text; an unknown one is taken whole.
 *
 * Source: Log4j 1.2, `PatternParser`; Log4j 2 manual, "Pattern Layout".
 */
export function scanPattern(pattern: string, isWord: (word: string) => boolean): readonly OldPart[] {
  const parts: OldPart[] = [];
  let text = "";
  for (let at = 0; at < pattern.length; ) {
    const found = conversionAt(pattern, at, isWord);
    if (found === undefined) {
      text += pattern.charAt(at);
      // A doubled percent sign is one of text.
      at += pattern.startsWith("%%", at) ? 2 : 1;
      continue;
    }
    if (text !== "") {
      parts.push({ text });
      text = "";
    }
    parts.push(found.part);
    at = found.end;
  }
  return text === "" ? parts : [...parts, { text }];
}

const CONVERSION = /%(-?0?\d*(?:\.-?\d+)?)([A-Za-z]+)/y;

function conversionAt(pattern: string, at: number, isWord: (word: string) => boolean): { readonly part: OldWord; readonly end: number } | undefined {
  CONVERSION.lastIndex = at;
  const match = CONVERSION.exec(pattern);
  if (match === null) {
    return undefined;
  }
  const [whole, modifier = "", letters = ""] = match;
  let length = letters.length;
  while (length > 1 && !isWord(letters.slice(0, length))) {
    length--;
  }
  const word = isWord(letters.slice(0, length)) ? letters.slice(0, length) : letters;
  const options: string[] = [];
  let end = at + whole.length - letters.length + word.length;
  for (let closed = closingBrace(pattern, end); closed !== undefined; closed = closingBrace(pattern, end)) {
    options.push(pattern.slice(end + 1, closed));
    end = closed + 1;
  }
  return { part: { word, modifier, options, cut: letters.slice(word.length) }, end };
}

/** Index of the brace that closes the one at `start`; `undefined` where none opens or closes. */
function closingBrace(pattern: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; pattern[start] === "{" && at < pattern.length; at++) {
    depth += pattern[at] === "{" ? 1 : pattern[at] === "}" ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return undefined;
}
