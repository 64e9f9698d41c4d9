/** A pattern `DateTimeFormatter.ofPattern` would refuse. */
export class DatePatternError extends Error {
  override readonly name = "DatePatternError";
  /** Where in the pattern, counted from 1. */
  readonly column: number;

  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

/** How a number is written: `normal` never adds a plus, `exceedsPad` does when it is wider than the minimum. */
export type SignStyle = "normal" | "notNegative" | "exceedsPad";

/** Letters that print a number. `y` is the year of the era, `u` the astronomical year. */
export type NumberLetter = DayNumberLetter | "H" | "k" | "K" | "h" | "m" | "s" | "A" | "n" | "N";

/** Those that depend on the day alone. */
export type DayNumberLetter = "u" | "y" | "Y" | "M" | "L" | "Q" | "q" | "D" | "d" | "F" | "e" | "c" | "w" | "W" | "g";

/** One thing a pattern prints. */
export type DateElement = (
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "number"; readonly letter: NumberLetter; readonly width: number; readonly sign: SignStyle }
  | { readonly kind: "twoDigitYear"; readonly letter: "u" | "y" | "Y" }
  | { readonly kind: "fraction"; readonly digits: number }
  | { readonly kind: "text"; readonly letter: "M" | "L" | "Q" | "q" | "E" | "c" | "a" | "G"; readonly width: 1 | 3 | 4 | 5 }
  | { readonly kind: "dayPart"; readonly width: 1 | 4 | 5 }
  | { readonly kind: "offset"; readonly style: OffsetStyle; readonly zero: string }
  | { readonly kind: "localizedOffset"; readonly full: boolean }
  | { readonly kind: "zoneId" }
  | { readonly kind: "zoneName"; readonly long: boolean; readonly generic: boolean }
) & {
  /** Filled up with spaces on the left to this width. */
  readonly pad?: number;
};

/** Shapes of offsets; small letters are left out when zero. */
export type OffsetStyle = "+HHmm" | "+HHMM" | "+HH:MM" | "+HHMMss" | "+HH:MM:ss";

const OFFSET_STYLES: readonly OffsetStyle[] = ["+HHmm", "+HHMM", "+HH:MM", "+HHMMss", "+HH:MM:ss"];
const MAX_NUMBER_WIDTH = 19;

/**
 * Reads a pattern as `DateTimeFormatterBuilder.appendPattern` of JDK 17 does.
 *
 * Optional sections leave no trace: an instant in a zone has every field, so they always print.
 *
 * @throws DatePatternError for anything Java refuses.
 */
export function parseDatePattern(pattern: string): readonly DateElement[] {
  const elements: DateElement[] = [];
  let open = 0;
  let pos = 0;
  while (pos < pattern.length) {
    const char = pattern.charAt(pos);
    if (/[A-Za-z]/.test(char)) {
      let count = runLength(pattern, pos);
      let letter = char;
      let pad = 0;
      if (letter === "p") {
        pad = count;
        letter = pattern.charAt(pos + count);
        if (!/[A-Za-z]/.test(letter)) {
          throw new DatePatternError("Pad letter 'p' must be followed by another pattern letter.", pos + 1);
        }
        pos += count;
        count = runLength(pattern, pos);
      }
      const element = letterElement(letter, count, pos + 1);
      elements.push(pad > 0 ? { ...element, pad } : element);
      pos += count;
    } else if (char === "'") {
      const end = closingQuote(pattern, pos);
      const text = pattern.slice(pos + 1, end).replaceAll("''", "'");
      elements.push({ kind: "literal", text: text === "" ? "'" : text });
      pos = end + 1;
    } else {
      if (char === "{" || char === "}" || char === "#") {
        throw new DatePatternError(`Reserved character '${char}': quote it.`, pos + 1);
      }
      if (char === "[") {
        open++;
      }
      else if (char !== "]") {
        elements.push({ kind: "literal", text: char });
      }
      else if (--open < 0) {
        throw new DatePatternError("']' without '[' before it.", pos + 1);
      }
      pos++;
    }
  }
  return elements;
}

function runLength(pattern: string, start: number): number {
  let end = start + 1;
  while (pattern.charAt(end) === pattern.charAt(start)) {
    end++;
  }
  return end - start;
}

function closingQuote(pattern: string, start: number): number {
  let end = pattern.indexOf("'", start + 1);
  while (end >= 0 && pattern.charAt(end + 1) === "'") {
    end = pattern.indexOf("'", end + 2);
  }
  if (end < 0) {
    throw new DatePatternError("Quote without an end.", start + 1);
  }
  return end;
}

function letterElement(letter: string, count: number, column: number): DateElement {
  const atMost = (limit: number): void => {
    if (count > limit) {
      throw new DatePatternError(`Too many pattern letters: ${letter.repeat(count)}.`, column);
    }
  };
  const oneOf = (...counts: readonly number[]): void => {
    if (!counts.includes(count)) {
      throw new DatePatternError(`Wrong number of pattern letters: ${letter.repeat(count)}.`, column);
    }
  };
  switch (letter) {
    case "u":
    case "y":
    case "Y":
      if (count === 2) {
        return { kind: "twoDigitYear", letter };
      }
      if (letter !== "Y") {
        atMost(MAX_NUMBER_WIDTH);
      }
      return number(letter, count, count < 4 ? "normal" : "exceedsPad");
    case "M":
    case "L":
    case "Q":
    case "q":
      atMost(5);
      return count <= 2 ? number(letter, count) : { kind: "text", letter, width: textWidth(count) };
    case "E":
      atMost(5);
      return { kind: "text", letter, width: textWidth(Math.max(3, count)) };
    case "e":
    case "c":
      if (letter === "c" && count === 2) {
        oneOf(1, 3, 4, 5);
      }
      atMost(5);
      return count <= 2 ? number(letter, count) : { kind: "text", letter: letter === "e" ? "E" : "c", width: textWidth(count) };
    case "a":
      atMost(1);
      return { kind: "text", letter, width: 1 };
    case "G":
      atMost(5);
      return { kind: "text", letter, width: count <= 3 ? 1 : textWidth(count) };
    case "S":
      atMost(9);
      return { kind: "fraction", digits: count };
    case "F":
    case "W":
      atMost(1);
      return number(letter, count);
    case "d":
    case "h":
    case "H":
    case "k":
    case "K":
    case "m":
    case "s":
    case "w":
      atMost(2);
      return number(letter, count);
    case "D":
      atMost(3);
      return number(letter, count);
    case "g":
      atMost(MAX_NUMBER_WIDTH);
      return number(letter, count, "normal");
    case "A":
    case "n":
    case "N":
      atMost(MAX_NUMBER_WIDTH);
      return number(letter, count);
    case "B":
      oneOf(1, 4, 5);
      return { kind: "dayPart", width: count === 1 ? 1 : count === 4 ? 4 : 5 };
    default:
      return zoneElement(letter, count, column, atMost, oneOf);
  }
}

function zoneElement(
  letter: string,
  count: number,
  column: number,
  atMost: (limit: number) => void,
  oneOf: (...counts: readonly number[]) => void,
): DateElement {
  switch (letter) {
    case "z":
      atMost(4);
      return { kind: "zoneName", long: count === 4, generic: false };
    case "v":
      oneOf(1, 4);
      return { kind: "zoneName", long: count === 4, generic: true };
    case "V":
      oneOf(2);
      return { kind: "zoneId" };
    case "O":
      oneOf(1, 4);
      return { kind: "localizedOffset", full: count === 4 };
    case "Z":
      atMost(5);
      if (count === 4) {
        return { kind: "localizedOffset", full: true };
      }
      return count === 5 ? { kind: "offset", style: "+HH:MM:ss", zero: "Z" } : { kind: "offset", style: "+HHMM", zero: "+0000" };
    case "X":
    case "x":
      atMost(5);
      return {
        kind: "offset",
        style: OFFSET_STYLES[count - 1] ?? "+HHmm",
        zero: letter === "X" ? "Z" : count === 1 ? "+00" : count % 2 === 0 ? "+0000" : "+00:00",
      };
    default:
      throw new DatePatternError(`Unknown pattern letter: ${letter}.`, column);
  }
}

function number(letter: NumberLetter, width: number, sign: SignStyle = "notNegative"): DateElement {
  return { kind: "number", letter, width, sign };
}

function textWidth(count: number): 3 | 4 | 5 {
  return count === 3 ? 3 : count === 4 ? 4 : 5;
}
