import { quoted, shortened } from "../quoted-name.js";
import { ASCII_NC_NAME, describeCharacter, NC_NAME, SPACE } from "./characters.js";
import { resolveReference } from "./reference.js";
import type { XmlText } from "./text.js";

/** A reading position in a document, and the small words of XML's grammar. Every failure is an `XmlError` with its place. */
export class XmlCursor {
  readonly source: XmlText;
  readonly text: string;
  offset = 0;

  constructor(source: XmlText) {
    this.source = source;
    this.text = source.text;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  at(word: string): boolean {
    return this.text.startsWith(word, this.offset);
  }

  /** Steps over `word` if it is next. */
  take(word: string): boolean {
    if (!this.at(word)) {
      return false;
    }
    this.offset += word.length;
    return true;
  }

  /** Steps over white space; says whether there was any. */
  takeSpace(): boolean {
    SPACE.lastIndex = this.offset;
    const found = SPACE.test(this.text);
    if (found) {
      this.offset = SPACE.lastIndex;
    }
    return found;
  }

  takeNcName(): string | undefined {
    const name = this.#match(ASCII_NC_NAME) ?? this.#match(NC_NAME);
    if (name !== undefined) {
      this.offset += name.length;
    }
    return name;
  }

  /** A name in which colons mean nothing, as instructions have. */
  takeName(): string | undefined {
    const start = this.offset;
    while (this.takeNcName() !== undefined && this.take(":")){
      ;
    }
    return this.offset === start ? undefined : this.text.slice(start, this.offset);
  }

  /** A name with at most one prefix. */
  qualifiedName(what: string): { readonly prefix: string; readonly local: string; readonly name: string } {
    const first = this.takeNcName() ?? this.expected(what);
    if (!this.take(":")) {
      return { prefix: "", local: first, name: first };
    }
    const local = this.takeNcName() ?? this.expected(`${what} after the prefix ${quoted(first)}`);
    if (this.at(":")) {
      this.expected(`one colon in the name ${quoted(`${first}:${local}`)}`);
    }
    return { prefix: first, local, name: `${first}:${local}` };
  }

  /** Steps behind the next `end` of the thing that was opened at `opened`; gives what lies before it. */
  takeUntil(end: string, what: string, opened: number): string {
    const start = this.offset;
    const found = this.text.indexOf(end, start);
    if (found < 0) {
      this.offset = this.text.length;
      this.expected(`"${end}" after the ${what} opened at ${this.source.place(opened)}`);
    }
    this.offset = found + end.length;
    return this.text.slice(start, found);
  }

  /** Steps over a reference. Its `&` is next. */
  takeReference(): string {
    const start = this.offset++;
    const name = this.take("#") ? this.#characterReference(start) : this.takeNcName();
    if (name === undefined) {
      this.expected('a name or a number after "&" (write "&amp;" for the character itself)');
    }
    if (!this.take(";")) {
      this.expected(`";" after the reference &${shortened(name)}`);
    }
    const value = resolveReference(name);
    if (value !== undefined) {
      return value;
    }
    if (name.startsWith("#")) {
      this.fail(start, `expected a character XML allows, got the reference &${shortened(name)};`);
    }
    this.fail(start, `expected &amp; &lt; &gt; &quot; &apos; or a character by number, got the unknown entity &${shortened(name)};`);
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.offset;
    return sticky.exec(this.text)?.[0];
  }

  #characterReference(start: number): string {
    const digits = this.take("x") ? /[0-9A-Fa-f]+/y : /[0-9]+/y;
    digits.lastIndex = this.offset;
    if (!digits.test(this.text)) {
      this.expected("the number of a character");
    }
    this.offset = digits.lastIndex;
    return this.text.slice(start + 1, this.offset);
  }

  /** Throws: expected `what`, got whatever is next. */
  expected(what: string): never {
    this.fail(this.offset, `expected ${what}, got ${this.#next()}`);
  }

  fail(offset: number, message: string): never {
    throw this.source.error(offset, message);
  }

  #next(): string {
    const code = this.text.codePointAt(this.offset);
    return code === undefined ? "the end of the file" : describeCharacter(code);
  }
}
