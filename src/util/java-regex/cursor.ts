import { JavaRegexError } from "./error.js";
import { type FlagState, flagState } from "./flags.js";

/** What `peek` and its kin return behind the last code point. */
export const END = -1;

const BACKSLASH = 0x5c;

/** A code point of the pattern and its column. */
type Mark = readonly [codePoint: number, column: number];

/**
 * Reads a pattern code point by code point, as `java.util.regex.Pattern` does: `\Q…\E` is resolved beforehand,
 * and under `(?x)` white space and comments vanish wherever Java looks past them.
 */
export class RegexCursor {
  /** The flags in force at this place; the parser changes them. */
  flags: FlagState = flagState({});
  #at = 0;
  readonly #marks: readonly Mark[];
  readonly #end: number;
  readonly #lastSupplementary: number;

  constructor(pattern: string) {
    this.#marks = withoutQuoting(marksOf(pattern));
    this.#end = pattern.length + 1;
    this.#lastSupplementary = this.#marks.findLastIndex(([code]) => code > 0xffff);
  }

  get column(): number {
    return this.columnAt(0);
  }

  columnAt(offset: number): number {
    return this.#marks[this.#at + offset]?.[1] ?? this.#end;
  }

  /** The code point here or a few further on, nothing skipped. */
  raw(offset = 0): number {
    return this.#marks[this.#at + offset]?.[0] ?? END;
  }

  /** The code point that counts next; moves past skipped text, not past it. */
  peek(): number {
    if (this.flags.comments) {
      this.#skip();
    }
    return this.raw();
  }

  /** Moves past one code point, then like `peek`. */
  next(): number {
    this.#at += 1;
    return this.peek();
  }

  /** Moves past one code point, then gives the next as it stands. */
  nextRaw(): number {
    this.#at += 1;
    return this.raw();
  }

  /** Gives the code point here as it stands and moves past it. */
  readRaw(): number {
    const code = this.raw();
    this.#at += 1;
    return code;
  }

  atEnd(): boolean {
    return this.#at >= this.#marks.length;
  }

  /** Whether a supplementary code point stands here or later. */
  supplementaryAhead(): boolean {
    return this.#at <= this.#lastSupplementary;
  }

  fail(message: string, offset = 0): never {
    throw new JavaRegexError(message, this.columnAt(offset));
  }

  /** The code point here, for a message. */
  came(offset = 0): string {
    const code = this.raw(offset);
    return code === END ? "the end of the pattern" : `"${String.fromCodePoint(code)}"`;
  }

  #skip(): void {
    for (;;) {
      const code = this.raw();
      if (isSpace(code)) {
        this.#at += 1;
      }
      else if (code === 0x23) {
        this.#skipComment();
      }
      else {
        return;
      }
    }
  }

  #skipComment(): void {
    this.#at += 1;
    while (!this.atEnd() && !this.#isLineTerminator(this.raw())) {
      this.#at += 1;
    }
  }

  #isLineTerminator(code: number): boolean {
    if (code === 0x0a) {
      return true;
    }
    return !this.flags.unixLines && (code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029);
  }
}

/** White space in the sense of `(?x)`. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function marksOf(pattern: string): Mark[] {
  const marks: Mark[] = [];
  let column = 1;
  for (const text of pattern) {
    const code = text.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      throw new JavaRegexError("Expected whole characters, found half of a surrogate pair", column);
    }
    marks.push([code, column]);
    column += text.length;
  }
  return marks;
}

/** Replaces `\Q…\E` by escapes. Java does so before it reads anything else. */
function withoutQuoting(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  let quoted = false;
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at] as Mark;
    const following = marks[at + 1];
    if (quoted) {
      if (mark[0] === BACKSLASH && following?.[0] === 0x45) {
        quoted = false;
        at += 1;
      } else {
        if (needsEscape(mark[0])) {
          result.push([BACKSLASH, mark[1]]);
        }
        result.push(...(isDigit(mark[0]) ? hexEscape(mark) : [mark]));
      }
    } else if (mark[0] === BACKSLASH && following?.[0] === 0x51) {
      quoted = true;
      at += 1;
    } else {
      result.push(mark);
      if (mark[0] === BACKSLASH && following !== undefined) {
        result.push(following);
        at += 1;
      }
    }
  }
  return result;
}

function needsEscape(code: number): boolean {
  return code < 0x80 && !/[A-Za-z0-9]/.test(String.fromCodePoint(code));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `\x3N`: a digit that cannot become part of an escape or of a reference before it. */
function hexEscape([code, column]: Mark): Mark[] {
  return [BACKSLASH, 0x78, 0x33, code].map((part) => [part, column]);
}
