import { literalRange, literalSet } from "./case-fold.js";
import { type CharSet, complement, intersection, union } from "./char-set.js";
import { END, type RegexCursor, isSpace } from "./cursor.js";
import { JavaRegexError } from "./error.js";
import { type Escape, readEscape } from "./escape.js";

const OPEN = 0x5b;
const CLOSE = 0x5d;
const AND = 0x26;
const CARET = 0x5e;
const HYPHEN = 0x2d;
const BACKSLASH = 0x5c;

/** A class and whether a complemented property occurs anywhere in it. */
export interface ReadClass {
  readonly set: CharSet;
  readonly complementedProperty: boolean;
}

/**
 * Reads a class such as `[a-z&&[^b]]`; the cursor stands on its `[` and ends up behind its `]`.
 *
 * Unions bind tighter than `&&`, and a leading `^` negates all of it. A `]` first in a class stands for itself.
 */
export function readClass(cursor: RegexCursor): ReadClass {
  const reader = new ClassReader(cursor);
  return { set: reader.bracketed(), complementedProperty: reader.complementedProperty };
}

class ClassReader {
  complementedProperty = false;
  readonly #cursor: RegexCursor;

  constructor(cursor: RegexCursor) {
    this.#cursor = cursor;
  }

  bracketed(): CharSet {
    const cursor = this.#cursor;
    const column = cursor.column;
    let code = cursor.next();
    const negative = code === CARET && cursor.raw(-1) === OPEN;
    if (negative) {
      code = cursor.next();
    }
    const set = this.#items(undefined, column);
    cursor.next();
    return negative ? complement(set) : set;
  }

  /** Items up to the `]`, which is not consumed. */
  #items(start: CharSet | undefined, column: number): CharSet {
    const cursor = this.#cursor;
    let set = start;
    for (;;) {
      const code = cursor.peek();
      if (code === END) {
        cursor.fail(`Expected "]" for the class opened in column ${column}, found the end of the pattern`);
      }
      if (code === CLOSE && set !== undefined) {
        return set;
      }
      if (code === AND && this.#isAnd()) {
        return this.#intersections(set, column);
      }
      const item = code === OPEN ? this.bracketed() : this.#item();
      set = set === undefined ? item : union(set, item);
    }
  }

  #isAnd(): boolean {
    const cursor = this.#cursor;
    if (cursor.raw(1) === AND) {
      return true;
    }
    if (cursor.flags.comments && (isSpace(cursor.raw(1)) || cursor.raw(1) === 0x23)) {
      cursor.fail('Expected "\\&" for an ampersand before white space in a class, found "&"');
    }
    return false;
  }

  /** One or more `&&…`; the cursor stands on the first. */
  #intersections(left: CharSet | undefined, column: number): CharSet {
    const cursor = this.#cursor;
    let set = left;
    while (cursor.peek() === AND) {
      if (!this.#isAnd()) {
        cursor.fail('Expected "]" or "&&" after an intersection, found "&"');
      }
      cursor.readRaw();
      const code = cursor.next();
      if (code === CLOSE || code === AND || code === END) {
        cursor.fail(`Expected a class after "&&", found ${cursor.came()}`);
      }
      const right = this.#rightSide(column);
      set = set === undefined ? right : intersection(set, right);
    }
    if (cursor.peek() !== CLOSE) {
      cursor.fail(`Expected "]" or "&&" after an intersection, found ${cursor.came()}`);
    }
    return set ?? cursor.fail("Expected a class");
  }

  /** `[…][…]…`, or items without brackets, which Java reads to the end of the class, further `&&` included. */
  #rightSide(column: number): CharSet {
    const cursor = this.#cursor;
    let set: CharSet | undefined;
    for (;;) {
      const code = cursor.peek();
      if (code === END) {
        cursor.fail(`Expected "]" for the class opened in column ${column}, found the end of the pattern`);
      }
      if (set !== undefined && (code === CLOSE || code === AND)) {
        return set;
      }
      if (code === OPEN) {
        const nested = this.bracketed();
        set = set === undefined ? nested : union(set, nested);
      } else {
        const rest = this.#items(undefined, column);
        return set === undefined ? rest : union(set, rest);
      }
    }
  }

  /** A code point, a range or an escape. */
  #item(): CharSet {
    const cursor = this.#cursor;
    const { column } = cursor;
    let from: number;
    if (cursor.raw() === BACKSLASH) {
      const verticalTab = cursor.raw(1) === 0x76 && cursor.raw(2) === HYPHEN;
      const escape = readEscape(cursor);
      if (escape.kind === "set" && !verticalTab) {
        this.complementedProperty ||= escape.complemented;
        return escape.set;
      }
      from = verticalTab ? 0x0b : this.#code(escape, column);
    } else {
      from = cursor.raw();
      cursor.next();
    }
    if (cursor.peek() !== HYPHEN || cursor.raw(1) === OPEN || cursor.raw(1) === CLOSE) {
      return literalSet(from, cursor.flags);
    }
    cursor.next();
    const to = this.#rangeEnd();
    if (to < from) {
      throw new JavaRegexError("Expected a range that ascends, found one that descends", column);
    }
    return literalRange(from, to, cursor.flags);
  }

  #rangeEnd(): number {
    const cursor = this.#cursor;
    if (cursor.peek() === END) {
      cursor.fail("Expected the end of a range, found the end of the pattern");
    }
    if (cursor.raw() !== BACKSLASH) {
      const code = cursor.raw();
      cursor.next();
      return code;
    }
    if (cursor.raw(1) === 0x76) {
      cursor.readRaw();
      cursor.readRaw();
      return 0x0b;
    }
    const { column } = cursor;
    return this.#code(readEscape(cursor), column);
  }

  #code(escape: Escape, column: number): number {
    if (escape.kind === "code") {
      return escape.code;
    }
    const found = escape.kind === "letter" ? `"\\${escape.letter}"` : "a class";
    throw new JavaRegexError(`Expected a character inside a class, found ${found}`, column);
  }
}
