import { foldsUnevenly, literalSet } from "./case-fold.js";
import { type CharSet, basicSet, complement, propertySet } from "./char-set.js";
import { readClass } from "./character-class.js";
import { END, RegexCursor } from "./cursor.js";
import { JavaRegexError } from "./error.js";
import { readEscape } from "./escape.js";
import { type FlagState, type JavaRegexFlags, flagState } from "./flags.js";
import { type GroupHead, readGroupHead, readGroupName } from "./group-head.js";
import { letterAssertion, lineEndAssertion, lineStartAssertion, sameInPair } from "./assertion.js";
import type { ParsedRegex, RegexNode } from "./node.js";
import { readQuantifier } from "./quantifier.js";

const MAX_DEPTH = 200;
const UNIX_DOT = complement(basicSet("\\u{a}"));
const DOT = complement(basicSet("\\u{a}\\u{d}\\u{85}\\u{2028}\\u{2029}"));
const ANYTHING: CharSet = { ...propertySet("\\u{0}-\\u{10ffff}"), astral: "all" };

/** A literal of a run such as `abc`, with the flags it was read under. */
interface Literal {
  readonly code: number;
  readonly flags: FlagState;
}

/**
 * Reads a Java regular expression.
 *
 * @throws {@link JavaRegexError} for what Java refuses, and for what cannot have the same meaning in JavaScript.
 */
export function parseJavaRegex(pattern: string, flags: JavaRegexFlags = {}): ParsedRegex {
  return new Parser(pattern, flagState(flags)).parse();
}

class Parser {
  readonly #cursor: RegexCursor;
  readonly #names = new Map<string, number>();
  #groupCount = 0;
  #depth = 0;
  #searchesByUnit: boolean;

  constructor(pattern: string, flags: FlagState) {
    this.#cursor = new RegexCursor(pattern);
    this.#cursor.flags = flags;
    this.#searchesByUnit = !this.#cursor.supplementaryAhead();
  }

  parse(): ParsedRegex {
    const root = this.#alternatives();
    if (!this.#cursor.atEnd()) {
      this.#cursor.fail('Expected "(" before ")", found ")" alone');
    }
    return {
      root,
      groupCount: this.#groupCount,
      groupNames: this.#names,
      searchesByUnit: this.#searchesByUnit,
    };
  }

  #alternatives(): RegexNode {
    const column = this.#cursor.column;
    const branches = [this.#sequence()];
    while (this.#cursor.peek() === 0x7c) {
      this.#cursor.next();
      branches.push(this.#sequence());
    }
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: "alternatives", branches, column };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    let run: Literal[] = [];
    const endRun = (): void => {
      this.#noteRun(run);
      run = [];
    };
    for (;;) {
      const code = this.#cursor.peek();
      if (code === 0x7c || code === 0x29 || code === END) {
        break;
      }
      const column = this.#cursor.column;
      const literal: Literal[] = [];
      const node = this.#item(code, column, literal);
      if (node === undefined) {
        endRun();
        continue;
      }
      const quantified = this.#quantified(node);
      if (quantified !== node || literal.length === 0) {
        endRun();
      }
      run.push(...literal);
      if (quantified !== node) {
        endRun();
      }
      items.push(quantified);
    }
    endRun();
    return { kind: "sequence", items };
  }

  /** Java keeps a literal that stands alone as a set, and several in a row as a string; the two search differently. */
  #noteRun(run: readonly Literal[]): void {
    const [only] = run;
    if (run.length === 1 && only !== undefined) {
      this.#noteSet(literalSet(only.code, only.flags));
    }
  }

  #noteSet(set: CharSet): void {
    if (!set.unitwise) {
      this.#searchesByUnit = false;
    }
  }

  /** One item without its quantifier; nothing for `(?i)`. A literal is also added to `literal`. */
  #item(code: number, column: number, literal: Literal[]): RegexNode | undefined {
    const cursor = this.#cursor;
    switch (code) {
      case 0x28:
        return this.#group(column);
      case 0x5b: {
        const { set, complementedProperty } = readClass(cursor);
        this.#noteSet(set);
        if (complementedProperty) {
          this.#searchesByUnit = false;
        }
        return { kind: "set", set, column };
      }
      case 0x5c:
        return this.#escape(column, literal);
      case 0x5e:
        cursor.next();
        return { kind: "assertion", assertion: sameInPair(lineStartAssertion(cursor.flags)), column };
      case 0x24:
        cursor.next();
        return { kind: "assertion", assertion: sameInPair(lineEndAssertion(cursor.flags, cursor.flags.multiline)), column };
      case 0x2e:
        cursor.next();
        return { kind: "set", set: cursor.flags.dotAll ? ANYTHING : cursor.flags.unixLines ? UNIX_DOT : DOT, column };
      case 0x3f:
      case 0x2a:
      case 0x2b:
      case 0x7b:
        return cursor.fail(`Expected something to repeat before ${cursor.came()}, found nothing`);
      default: {
        const node = this.#literal(code, column, literal);
        cursor.next();
        return node;
      }
    }
  }

  #literal(code: number, column: number, literal: Literal[]): RegexNode {
    const flags = this.#cursor.flags;
    if (foldsUnevenly(code, flags)) {
      throw new JavaRegexError(`Expected a letter that Java matches evenly under (?iu), found "${String.fromCodePoint(code)}"`, column);
    }
    literal.push({ code, flags });
    return { kind: "set", set: literalSet(code, flags), column };
  }

  #escape(column: number, literal: Literal[]): RegexNode {
    const escape = readEscape(this.#cursor);
    if (escape.kind === "code") {
      return this.#literal(escape.code, column, literal);
    }
    if (escape.kind === "set") {
      this.#noteSet(escape.set);
      return { kind: "set", set: escape.set, column };
    }
    const { letter } = escape;
    if (letter === "R") {
      return { kind: "lineEnding", column };
    }
    if (/[1-9]/.test(letter)) {
      return this.#numberedReference(Number(letter), column);
    }
    if (letter === "k") {
      return this.#namedReference(column);
    }
    if (letter === "b" && this.#cursor.raw() === 0x7b) {
      throw new JavaRegexError('Expected an escape that JavaScript can match, found "\\b{"', column);
    }
    const assertion = letterAssertion(letter, this.#cursor.flags);
    if (assertion !== undefined) {
      return { kind: "assertion", assertion, column };
    }
    const found = /[GNX]/.test(letter) ? "which JavaScript cannot match the same way" : "which Java does not know";
    throw new JavaRegexError(`Expected an escape, found "\\${letter}", ${found}`, column);
  }

  /** Java takes a further digit only while that many groups have been opened. */
  #numberedReference(first: number, column: number): RegexNode {
    let group = first;
    for (let digit = this.#cursor.peek(); digit >= 0x30 && digit <= 0x39; digit = this.#cursor.peek()) {
      const longer = group * 10 + digit - 0x30;
      if (longer > this.#groupCount) {
        break;
      }
      group = longer;
      this.#cursor.readRaw();
    }
    return this.#reference(group, `\\${group}`, column);
  }

  #namedReference(column: number): RegexNode {
    if (this.#cursor.raw() !== 0x3c) {
      this.#cursor.fail(`Expected "<" after "\\k", found ${this.#cursor.came()}`);
    }
    this.#cursor.readRaw();
    const name = readGroupName(this.#cursor);
    const group = this.#names.get(name);
    if (group === undefined) {
      throw new JavaRegexError(`Expected the name of an earlier group, found "${name}"`, column);
    }
    return this.#reference(group, `\\k<${name}>`, column);
  }

  #reference(group: number, text: string, column: number): RegexNode {
    if (group > this.#groupCount) {
      throw new JavaRegexError(`Expected a reference to an earlier group, found "${text}", which never matches`, column);
    }
    if (this.#cursor.flags.caseInsensitive) {
      throw new JavaRegexError(`Expected no reference under (?i), found "${text}", which JavaScript cannot match in either case`, column);
    }
    return { kind: "reference", group, column };
  }

  #group(column: number): RegexNode | undefined {
    const flags = this.#cursor.flags;
    const head = readGroupHead(this.#cursor);
    if (head.kind === "flags") {
      return undefined;
    }
    if (this.#depth >= MAX_DEPTH) {
      throw new JavaRegexError(`Expected at most ${MAX_DEPTH} nested groups, found more`, column);
    }
    this.#depth += 1;
    const byCodePoint = this.#cursor.supplementaryAhead();
    const number = head.kind === "capturing" ? this.#open(head.name, column) : 0;
    const body = this.#alternatives();
    if (this.#cursor.peek() !== 0x29) {
      this.#cursor.fail(`Expected ")" for the group opened in column ${column}, found ${this.#cursor.came()}`);
    }
    this.#cursor.readRaw();
    this.#cursor.flags = flags;
    this.#depth -= 1;
    return this.#groupNode(head, number, body, column, byCodePoint);
  }

  #open(name: string | undefined, column: number): number {
    this.#groupCount += 1;
    if (name !== undefined) {
      if (this.#names.has(name)) {
        throw new JavaRegexError(`Expected a new name for a group, found "${name}" again`, column);
      }
      this.#names.set(name, this.#groupCount);
    }
    return this.#groupCount;
  }

  #groupNode(head: GroupHead, number: number, body: RegexNode, column: number, byCodePoint: boolean): RegexNode {
    if (head.kind === "atomic") {
      return { kind: "atomic", body, column };
    }
    if (head.kind === "look") {
      return { kind: "look", behind: head.behind, negative: head.negative, body, column, byCodePoint };
    }
    return { kind: "group", number, body, column };
  }

  #quantified(body: RegexNode): RegexNode {
    const quantifier = readQuantifier(this.#cursor);
    return quantifier === undefined ? body : { kind: "repeat", body, ...quantifier };
  }
}
