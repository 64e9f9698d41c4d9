import { type CharSet, complement } from "./char-set.js";
import { JavaRegexError } from "./error.js";
import { namedSet, predefinedSet } from "./property.js";
import { END, type RegexCursor, isSpace } from "./cursor.js";

/** What a backslash introduced: one code point, a set, or a letter whose meaning depends on the place. */
export type Escape =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "set"; readonly set: CharSet; readonly complemented: boolean }
  | { readonly kind: "letter"; readonly letter: string };

const CONTROLS: Readonly<Record<string, number>> = { a: 7, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 };

/**
 * Reads an escape; the cursor stands on its backslash and ends up behind it.
 *
 * Source: `java.util.regex.Pattern`, "Summary of regular-expression constructs".
 */
export function readEscape(cursor: RegexCursor): Escape {
  const { column } = cursor;
  cursor.readRaw();
  if (cursor.atEnd()) {
    cursor.fail('Expected a character after "\\", found the end of the pattern');
  }
  const letter = String.fromCodePoint(cursor.readRaw());
  if (letter === "p" || letter === "P") {
    return { kind: "set", set: readProperty(cursor, letter === "P", column), complemented: letter === "P" };
  }
  if (/[dswhvDSWHV]/.test(letter)) {
    const set = predefinedSet(letter.toLowerCase(), cursor.flags);
    if (set !== undefined) {
      const negative = letter < "a";
      return { kind: "set", set: negative ? complement(set) : set, complemented: false };
    }
  }
  if (letter === "0") {
    return code(readOctal(cursor));
  }
  if (letter === "x") {
    return code(readHex(cursor, column));
  }
  if (letter === "u") {
    return code(readUnicode(cursor, column));
  }
  if (letter === "c") {
    return code(readControl(cursor, column));
  }
  const control = CONTROLS[letter];
  if (control !== undefined) {
    return code(control);
  }
  return /[A-Za-z0-9]/.test(letter) ? { kind: "letter", letter } : code(letter.codePointAt(0) ?? 0);
}

function code(value: number): Escape {
  return { kind: "code", code: value };
}

function readProperty(cursor: RegexCursor, negative: boolean, column: number): CharSet {
  let name = "";
  if (cursor.peek() === 0x7b) {
    cursor.readRaw();
    while (cursor.raw() !== 0x7d) {
      if (cursor.atEnd()) {
        cursor.fail('Expected "}" after the name of a property, found the end of the pattern');
      }
      name += String.fromCodePoint(cursor.readRaw());
    }
    cursor.readRaw();
  } else if (!cursor.atEnd()) {
    name = String.fromCodePoint(cursor.readRaw());
  }
  if (name === "") {
    throw new JavaRegexError('Expected the name of a property after "\\p", found none', column);
  }
  const set = namedSet(name, cursor.flags);
  if (set === undefined) {
    throw new JavaRegexError(`Expected a property that can be matched here, found "${name}"`, column);
  }
  return negative ? complement(set) : set;
}

function readOctal(cursor: RegexCursor): number {
  let value = 0;
  let digits = 0;
  while (digits < 3 && isOctal(cursor.raw()) && value * 8 + cursor.raw() - 0x30 <= 0o377) {
    value = value * 8 + cursor.readRaw() - 0x30;
    digits += 1;
  }
  if (digits === 0) {
    cursor.fail(`Expected an octal digit after "\\0", found ${cursor.came()}`);
  }
  if (digits < 3) {
    refuseSpace(cursor);
  }
  return value;
}

function readHex(cursor: RegexCursor, column: number): number {
  if (cursor.raw() !== 0x7b) {
    return readHexDigits(cursor, 2);
  }
  cursor.readRaw();
  let value = 0;
  let digits = 0;
  while (isHex(cursor.raw())) {
    value = value * 16 + hexValue(cursor.readRaw());
    digits += 1;
    if (value > 0x10ffff) {
      cursor.fail("Expected a code point of at most 10FFFF, found a larger one", -1);
    }
  }
  if (digits === 0) {
    cursor.fail(`Expected a hexadecimal digit, found ${cursor.came()}`);
  }
  if (cursor.raw() !== 0x7d) {
    cursor.fail(`Expected "}" after the hexadecimal digits, found ${cursor.came()}`);
  }
  cursor.readRaw();
  return wholeCharacter(value, column);
}

function readUnicode(cursor: RegexCursor, column: number): number {
  const first = readHexDigits(cursor, 4);
  if (first < 0xd800 || first > 0xdbff || cursor.raw() !== 0x5c || cursor.raw(1) !== 0x75) {
    return wholeCharacter(first, column);
  }
  cursor.readRaw();
  cursor.readRaw();
  const second = readHexDigits(cursor, 4);
  if (second < 0xdc00 || second > 0xdfff) {
    return wholeCharacter(first, column);
  }
  return 0x10000 + (first - 0xd800) * 0x400 + (second - 0xdc00);
}

function readControl(cursor: RegexCursor, column: number): number {
  if (cursor.atEnd()) {
    cursor.fail('Expected a character after "\\c", found the end of the pattern');
  }
  refuseSpace(cursor);
  return wholeCharacter(cursor.readRaw() ^ 64, column);
}

function readHexDigits(cursor: RegexCursor, count: number): number {
  let value = 0;
  for (let digit = 0; digit < count; digit += 1) {
    if (!isHex(cursor.raw())) {
      cursor.fail(`Expected ${count} hexadecimal digits, found ${cursor.came()}`);
    }
    value = value * 16 + hexValue(cursor.readRaw());
  }
  return value;
}

function wholeCharacter(value: number, column: number): number {
  if (value >= 0xd800 && value <= 0xdfff) {
    throw new JavaRegexError("Expected a whole character, found half of a surrogate pair", column);
  }
  return value;
}

/** Under `(?x)` Java looks for more digits behind white space, which nobody means. */
function refuseSpace(cursor: RegexCursor): void {
  if (cursor.flags.comments && (isSpace(cursor.raw()) || cursor.raw() === 0x23)) {
    cursor.fail(`Expected no white space or comment directly after an escape, found ${cursor.came()}`);
  }
}

function isOctal(value: number): boolean {
  return value >= 0x30 && value <= 0x37;
}

function isHex(value: number): boolean {
  return value !== END && value < 0x80 && /[0-9A-Fa-f]/.test(String.fromCodePoint(value));
}

function hexValue(value: number): number {
  return Number.parseInt(String.fromCodePoint(value), 16);
}
