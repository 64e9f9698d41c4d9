/** The options between `{` and `}`. */
export interface ReadOptions {
  readonly options: readonly string[];
  /** Index of each option's first character. */
  readonly starts: readonly number[];
  /** Index behind the closing brace. */
  readonly end: number;
}

const BLANK = new Set([" ", "\t", "\r", "\n", ","]);

/**
 * Reads `{first, 'second, quoted', "third"}`.
 *
 * Options part at commas; white space around them falls away unless they are quoted. Empty ones are left out.
 * In quotes, a backslash keeps the quote behind it from closing, and both are kept, as in Logback.
 *
 * Source: Logback, `ch.qos.logback.core.pattern.parser.OptionTokenizer`.
 *
 * @param start - Index behind the opening brace.
 * @returns `undefined` when the brace or a quote is not closed.
 */
export function readOptions(pattern: string, start: number): ReadOptions | undefined {
  const options: string[] = [];
  const starts: number[] = [];
  let index = start;
  while (index < pattern.length) {
    const char = pattern.charAt(index);
    if (char === "}") {
      return { options, starts, end: index + 1 };
    }
    if (BLANK.has(char)) {
      index++;
    } else if (char === "'" || char === '"') {
      const end = closingQuote(pattern, index);
      if (end === undefined) {
        return undefined;
      }
      options.push(pattern.slice(index + 1, end));
      starts.push(index + 1);
      index = end + 1;
    } else {
      const end = rawEnd(pattern, index);
      options.push(javaTrim(pattern.slice(index, end)));
      starts.push(index);
      index = pattern.charAt(end) === "," ? end + 1 : end;
    }
  }
  return undefined;
}

function closingQuote(pattern: string, open: number): number | undefined {
  const quote = pattern.charAt(open);
  for (let index = open + 1; index < pattern.length; index++) {
    const char = pattern.charAt(index);
    if (char === quote) {
      return index;
    }
    if (char === "\\") {
      index++;
    }
  }
  return undefined;
}

function rawEnd(pattern: string, start: number): number {
  let index = start;
  while (index < pattern.length && pattern.charAt(index) !== "," && pattern.charAt(index) !== "}") {
    index++;
  }
  return index;
}

/** Java's `trim` takes off everything up to the space. */
function javaTrim(text: string): string {
  return text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");
}
