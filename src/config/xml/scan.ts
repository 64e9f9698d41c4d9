import { shortened } from "../quoted-name.js";
import { XmlCursor } from "./cursor.js";
import type { XmlLimits } from "./limits.js";
import { takeCommentOrInstruction, takeDeclaration, takeDoctype } from "./prolog.js";
import { scanStartTag, type ScannedAttribute, type StartTag } from "./start-tag.js";
import type { XmlText } from "./text.js";

const CDATA_START = "<![CDATA[";

/** What the scan knows of one element. */
export interface ScannedElement {
  readonly name: string;
  readonly attributes: readonly ScannedAttribute[];
  readonly offset: number;
  /** Behind the `>` of its start tag. */
  readonly tagEnd: number;
  /** Of its end tag; of an empty element, behind it. */
  contentEnd: number;
  /** Behind its last character. */
  end: number;
  /** Where its own character data has its first character that is not blank. */
  textOffset?: number;
}

/** A document that is well-formed. */
export interface ScannedDocument {
  /** In the order of their start tags. */
  readonly elements: readonly ScannedElement[];
  /** The tags without attributes and with safe names, the text and the CDATA: enough to build the tree from. */
  readonly skeleton: string;
}

/**
 * Reads a whole document and refuses it where it is not well-formed XML 1.0 with namespaces, or too large.
 *
 * Nothing here recurses, so depth costs no stack. Throws: `XmlError`.
 */
export function scanXml(source: XmlText, limits: XmlLimits): ScannedDocument {
  const cursor = new XmlCursor(source);
  takeProlog(cursor);
  const document = new ContentScan(cursor, limits).run();
  takeMiscellaneous(cursor);
  if (!cursor.atEnd) {
    cursor.fail(cursor.offset, `expected the end of the file after the root element, got ${cursor.at("<") ? "more markup" : "text"}`);
  }
  return document;
}

/** Steps over all that stands before the root element, whose `<` is next then. */
export function takeProlog(cursor: XmlCursor): void {
  takeDeclaration(cursor);
  takeMiscellaneous(cursor);
  if (takeDoctype(cursor)) {
    takeMiscellaneous(cursor);
  }
  if (cursor.atEnd) {
    cursor.expected("the root element");
  }
  if (!cursor.at("<")) {
    cursor.expected('the "<" of the root element');
  }
}

function takeMiscellaneous(cursor: XmlCursor): void {
  while (cursor.takeSpace() || takeCommentOrInstruction(cursor)){
    ;
  }
}

/** The root element and all it holds. */
class ContentScan {
  readonly #cursor: XmlCursor;
  readonly #limits: XmlLimits;
  readonly #elements: ScannedElement[] = [];
  readonly #open: { readonly tag: StartTag; readonly element: ScannedElement }[] = [];
  readonly #skeleton: string[] = [];

  constructor(cursor: XmlCursor, limits: XmlLimits) {
    this.#cursor = cursor;
    this.#limits = limits;
  }

  run(): ScannedDocument {
    do {
      this.#step();
    }
    while (this.#open.length > 0);
    return { elements: this.#elements, skeleton: this.#skeleton.join("") };
  }

  #step(): void {
    const cursor = this.#cursor;
    if (cursor.at("</")) {
      this.#endTag();
    }
    else if (cursor.take(CDATA_START)) {
      this.#cdata();
    }
    else if (takeCommentOrInstruction(cursor)) {
      return;
    }
    else if (cursor.at("<!")) {
      cursor.expected("an element, text, a comment or CDATA");
    }
    else if (cursor.at("<")) {
      this.#startTag();
    }
    else if (cursor.atEnd) {
      this.#unclosed();
    }
    else {
      this.#text();
    }
  }

  #startTag(): void {
    const { maxDepth, maxElements } = this.#limits;
    const cursor = this.#cursor;
    if (this.#open.length >= maxDepth) {
      cursor.fail(cursor.offset, `expected at most ${maxDepth} elements inside each other, got more`);
    }
    if (this.#elements.length >= maxElements) {
      cursor.fail(cursor.offset, `expected at most ${maxElements} elements, got more`);
    }
    const tag = scanStartTag(cursor, this.#open.at(-1)?.tag.scope, this.#limits);
    const element: ScannedElement = { name: tag.local, attributes: tag.attributes, offset: tag.offset, tagEnd: tag.end, contentEnd: tag.end, end: tag.end };
    this.#elements.push(element);
    this.#skeleton.push(`<${skeletonName(tag.local)}>`);
    if (tag.empty) {
      this.#skeleton.push(`</${skeletonName(tag.local)}>`);
    }
    else {
      this.#open.push({ tag, element });
    }
  }

  #endTag(): void {
    const cursor = this.#cursor;
    const start = cursor.offset;
    const opened = this.#open.pop();
    cursor.offset += 2;
    if (opened === undefined) {
      return cursor.fail(start, "expected the root element, got an end tag");
    }
    const { name } = cursor.qualifiedName('the name of an element after "</"');
    if (name !== opened.tag.name) {
      const place = cursor.source.place(opened.tag.offset);
      cursor.fail(start, `expected </${shortened(opened.tag.name)}> for the element opened at ${place}, got </${shortened(name)}>`);
    }
    cursor.takeSpace();
    if (!cursor.take(">")) {
      cursor.expected(`">" after </${shortened(name)}`);
    }
    opened.element.contentEnd = start;
    opened.element.end = cursor.offset;
    this.#skeleton.push(`</${skeletonName(opened.tag.local)}>`);
  }

  #cdata(): void {
    const start = this.#cursor.offset;
    const opened = start - CDATA_START.length;
    if (this.#open.length === 0) {
      this.#cursor.fail(opened, "expected the root element, got CDATA");
    }
    this.#characterData(start, this.#cursor.takeUntil("]]>", "CDATA section", opened), (data) => `${CDATA_START}${data}]]>`);
  }

  #text(): void {
    const cursor = this.#cursor;
    const start = cursor.offset;
    const plain = /[^&<\]]+|\]/y;
    while (!cursor.atEnd && !cursor.at("<")) {
      if (cursor.at("]]>")) {
        cursor.fail(cursor.offset, 'expected "]]&gt;" in text, got "]]>" outside CDATA');
      }
      plain.lastIndex = cursor.offset;
      if (plain.test(cursor.text)) {
        cursor.offset = plain.lastIndex;
      }
      else {
        cursor.takeReference();
      }
    }
    this.#characterData(start, cursor.text.slice(start, cursor.offset), (data) => data);
  }

  #characterData(start: number, data: string, write: (data: string) => string): void {
    const first = data.search(/[^ \t\n\r]/);
    const element = this.#open.at(-1)?.element;
    if (first >= 0 && element !== undefined) {
      element.textOffset ??= start + first;
    }
    this.#skeleton.push(write(data));
  }

  #unclosed(): never {
    const tag = this.#open.at(-1)?.tag;
    if (tag === undefined) {
      this.#cursor.expected("the root element");
    }
    const place = this.#cursor.source.place(tag.offset);
    this.#cursor.expected(`</${shortened(tag.name)}> for the element opened at ${place}`);
  }
}

/** The name the tree builder sees: never `__proto__`, `constructor` or another it reserves. */
export function skeletonName(name: string): string {
  return `e.${name}`;
}
