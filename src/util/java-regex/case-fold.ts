import { type CharSet, byCodePoint, basicSet, rangeSet, singleSet, union } from "./char-set.js";
import type { FlagState } from "./flags.js";

/**
 * Ranges outside which no code point has another letter case (Unicode 17 and older).
 */
const CASED_RANGES: readonly (readonly [number, number])[] = [
  [0x41, 0x587], [0x10a0, 0x10ff], [0x13a0, 0x13fd], [0x1c80, 0x2184], [0x24b6, 0x24e9], [0x2c00, 0x2d2d],
  [0xa640, 0xabbf], [0xff21, 0xff5a], [0x10400, 0x105ff], [0x10c80, 0x10d8f], [0x118a0, 0x118df],
  [0x16e40, 0x16eff], [0x1e900, 0x1e943],
];

/** One code point as `Pattern` matches it under the given flags. */
export function literalSet(codePoint: number, flags: FlagState): CharSet {
  if (!flags.caseInsensitive) {
    return singleSet(codePoint);
  }
  if (!flags.unicodeCase) {
    const other = otherAsciiCase(codePoint);
    return other === codePoint ? singleSet(codePoint) : union(singleSet(codePoint), singleSet(other));
  }
  const upper = javaUpper(codePoint);
  const folded = javaLower(upper);
  if (upper === folded) {
    return singleSet(codePoint);
  }
  return byCodePoint(setOf(casedCodePoints((other) => fold(other) === folded), singleSet(codePoint)));
}

/**
 * Whether Java matches this code point differently alone than between other literals: `(?iu)ß` matches no `ẞ`, `(?iu)xß` does.
 */
export function foldsUnevenly(codePoint: number, flags: FlagState): boolean {
  if (!flags.caseInsensitive || !flags.unicodeCase) {
    return false;
  }
  const upper = javaUpper(codePoint);
  if (upper !== javaLower(upper)) {
    return false;
  }
  return upper !== codePoint || casedCodePoints((other) => other !== codePoint && fold(other) === upper).length > 0;
}

/** A range inside a class as `Pattern` matches it under the given flags. */
export function literalRange(from: number, to: number, flags: FlagState): CharSet {
  const range = rangeSet(from, to);
  if (!flags.caseInsensitive) {
    return range;
  }
  const within = (codePoint: number): boolean => from <= codePoint && codePoint <= to;
  if (!flags.unicodeCase) {
    const others: number[] = [];
    for (let code = 0x41; code <= 0x7a; code += 1) {
      if (!within(code) && within(otherAsciiCase(code))) {
        others.push(code);
      }
    }
    return byCodePoint(setOf(others, range));
  }
  const others = casedCodePoints((code) => !within(code) && (within(javaUpper(code)) || within(fold(code))));
  return byCodePoint(setOf(others, range));
}

function otherAsciiCase(codePoint: number): number {
  if (codePoint >= 0x41 && codePoint <= 0x5a) {
    return codePoint + 0x20;
  }
  if (codePoint >= 0x61 && codePoint <= 0x7a) {
    return codePoint - 0x20;
  }
  return codePoint;
}

function setOf(codePoints: readonly number[], start: CharSet): CharSet {
  return codePoints.reduce<CharSet>(
    (set, code) => (code === start.single ? set : union(set, singleSet(code))),
    start.single === undefined ? start : union(start, basicSet("")),
  );
}

function casedCodePoints(wanted: (codePoint: number) => boolean): number[] {
  const found: number[] = [];
  for (const [from, to] of CASED_RANGES) {
    for (let code = from; code <= to; code += 1) {
      if (wanted(code)) {
        found.push(code);
      }
    }
  }
  return found;
}

function fold(codePoint: number): number {
  return javaLower(javaUpper(codePoint));
}

/** `Character.toUpperCase(int)`: the simple mapping, where JavaScript has only the full one. */
function javaUpper(codePoint: number): number {
  if (codePoint >= 0x1f80 && codePoint <= 0x1faf) {
    return codePoint | 8;
  }
  if (codePoint === 0x1fb3 || codePoint === 0x1fc3 || codePoint === 0x1ff3) {
    return codePoint + 9;
  }
  return oneCodePoint(String.fromCodePoint(codePoint).toUpperCase(), codePoint);
}

/** `Character.toLowerCase(int)`. */
function javaLower(codePoint: number): number {
  if (codePoint === 0x130) {
    return 0x69;
  }
  return oneCodePoint(String.fromCodePoint(codePoint).toLowerCase(), codePoint);
}

function oneCodePoint(text: string, otherwise: number): number {
  const codePoint = text.codePointAt(0) ?? otherwise;
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : otherwise;
}
