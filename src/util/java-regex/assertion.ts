import type { FlagState } from "./flags.js";

/** A mark that takes part in a word has a base in the basic plane; Java walks back by UTF-16 unit. */
const BASE = "(?:(?=[\\p{L}\\p{Nd}])[\\u{0}-\\u{ffff}])";
const MARK = "(?:(?=\\p{Mn})[\\u{0}-\\u{ffff}])";
const JAVA_WORD = "[\\p{L}\\p{Nd}_]";
const LOW_HALF = "[\\u{dc00}-\\u{dfff}]";
const UNICODE_WORD = "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}]";

/** An assertion as JavaScript source, for a whole text and for one with a {@link disguisedHalf}. */
export interface Assertion {
  readonly source: string;
  readonly inPair: string;
}

/**
 * What stands for the first half of a surrogate pair whose second half is matched by itself: a character that makes no pair,
 * and tells by its value whether the whole pair is a word character for Java or for Unicode, as `\b` behind the pair still asks.
 */
export function disguisedHalf(pair: string): string {
  const java = /^[\p{L}\p{Nd}]/u.test(pair) ? 1 : 0;
  const unicode = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u.test(pair) ? 2 : 0;
  return String.fromCharCode(0xdc00 + java + unicode);
}

/** `^`. Unlike in JavaScript, with `(?m)` it does not match at the very end, nor between `\r` and `\n`. */
export function lineStartAssertion(flags: FlagState): string {
  if (!flags.multiline) {
    return "^";
  }
  if (flags.unixLines) {
    return "(?:(?!$)(?<=^|\\n))";
  }
  return "(?:(?!$)(?:(?<=^|[\\n\\u{85}\\u{2028}\\u{2029}])|(?<=\\r)(?!\\n)))";
}

/** `$` and `\Z`. Unlike in JavaScript it also matches before a line terminator at the very end. */
export function lineEndAssertion(flags: FlagState, multiline: boolean): string {
  if (flags.unixLines) {
    return multiline ? "(?=\\n|$)" : "(?=\\n?$)";
  }
  if (multiline) {
    return "(?:(?=[\\r\\u{85}\\u{2028}\\u{2029}]|$)|(?<!\\r)(?=\\n))";
  }
  return "(?:(?=[\\r\\u{85}\\u{2028}\\u{2029}]?$|\\r\\n$)|(?<!\\r)(?=\\n$))";
}

/** `\A`, `\z`, `\Z`, `\b` or `\B`; `undefined` for any other letter. */
export function letterAssertion(letter: string, flags: FlagState): Assertion | undefined {
  switch (letter) {
    case "A":
      return sameInPair("^");
    case "z":
      return sameInPair("$");
    case "Z":
      return sameInPair(lineEndAssertion(flags, false));
    case "b":
      return wordBoundary(flags, true);
    case "B":
      return wordBoundary(flags, false);
    default:
      return undefined;
  }
}

/**
 * A word boundary by Java 17's rule: letters and digits of all scripts and `_`, and marks that follow a letter or digit.
 */
function wordBoundary(flags: FlagState, wanted: boolean): Assertion {
  const word = flags.unicodeCharacterClass ? UNICODE_WORD : JAVA_WORD;
  const before = `${word}|${BASE}${MARK}+`;
  const half = flags.unicodeCharacterClass ? "[\\u{dc02}\\u{dc03}]" : "[\\u{dc01}\\u{dc03}]";
  return { source: boundary(word, before, wanted), inPair: boundary(word, `${before}|${half}${LOW_HALF}`, wanted) };
}

function boundary(word: string, before: string, wanted: boolean): string {
  const after = `(?:${word}|(?=\\p{Mn})(?<=${BASE}${MARK}*))`;
  const [differs, agrees] = wanted ? ["!", "="] : ["=", "!"];
  return `(?:(?<=${before})(?${differs}${after})|(?<!${before})(?${agrees}${after}))`;
}

/** An assertion that asks the same in the middle of a surrogate pair as anywhere else. */
export function sameInPair(source: string): Assertion {
  return { source, inPair: source };
}
