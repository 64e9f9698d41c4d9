import { JavaRegexError } from "./error.js";
import { type RegexCursor, isSpace } from "./cursor.js";
import type { RepeatMode } from "./node.js";

/** Java's largest `int`, the most a count may be. */
const MAX_COUNT = 0x7fffffff;

/** How often something is repeated, and in which manner. */
export interface Quantifier {
  readonly min: number;
  readonly max: number;
  readonly mode: RepeatMode;
  readonly column: number;
}

/** Reads `?`, `*`, `+` or `{n,m}` with the `?` or `+` behind it; `undefined` when none stands here. */
export function readQuantifier(cursor: RegexCursor): Quantifier | undefined {
  const code = cursor.peek();
  const column = cursor.column;
  if (code === 0x3f) {
    return { min: 0, max: 1, mode: readMode(cursor), column };
  }
  if (code === 0x2a) {
    return { min: 0, max: Infinity, mode: readMode(cursor), column };
  }
  if (code === 0x2b) {
    return { min: 1, max: Infinity, mode: readMode(cursor), column };
  }
  if (code !== 0x7b) {
    return undefined;
  }
  cursor.readRaw();
  const min = readCount(cursor);
  if (min === undefined) {
    return cursor.fail(`Expected a number after "{", found ${cursor.came()}`);
  }
  let max: number = min;
  if (cursor.raw() === 0x2c) {
    cursor.readRaw();
    // Java reads `{2,x` as far as the missing "}" and names that.
    max = readCount(cursor) ?? Infinity;
  }
  if (cursor.raw() !== 0x7d) {
    cursor.fail(`Expected "}" after a count, found ${cursor.came()}`);
  }
  if (max < min) {
    throw new JavaRegexError(`Expected a range of counts that ascends, found {${min},${max}}`, column);
  }
  return { min, max, mode: readMode(cursor), column };
}

/** The cursor stands on the last character of the quantifier. */
function readMode(cursor: RegexCursor): RepeatMode {
  const code = cursor.next();
  if (code !== 0x3f && code !== 0x2b) {
    return "greedy";
  }
  cursor.next();
  return code === 0x3f ? "lazy" : "possessive";
}

function readCount(cursor: RegexCursor): number | undefined {
  let count: number | undefined;
  while (cursor.raw() >= 0x30 && cursor.raw() <= 0x39) {
    count = (count ?? 0) * 10 + cursor.readRaw() - 0x30;
    if (count > MAX_COUNT) {
      cursor.fail(`Expected a count of at most ${MAX_COUNT}, found a larger one`, -1);
    }
  }
  if (isSpace(cursor.raw())) {
    cursor.fail("Expected no white space between the braces of a quantifier, found some");
  }
  return count;
}
