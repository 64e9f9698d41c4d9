import { edited, type TextEdit } from "./text-edits.js";
import { outlineXml, type OutlinedAttribute, type OutlinedElement } from "./xml-outline.js";

const BLANK = " \t\r\n";
const USUAL_INDENT = "    ";

/**
 * Changes a document where it stands: whatever is not changed keeps every character, comments, references and line ends
 * included, and what is added is indented as its neighbours are.
 */
export class XmlEditing {
  readonly root: OutlinedElement;
  readonly #text: string;
  readonly #newline: string;
  readonly #unit: string;
  readonly #edits: TextEdit[] = [];

  /** @throws XmlError where the text is not well-formed. */
  constructor(text: string) {
    this.#text = text;
    this.root = outlineXml(text);
    this.#newline = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
    const outer = this.#indentOf(this.root) ?? "";
    const first = this.root.children.map((child) => this.#indentOf(child)).find((indent) => indent !== undefined);
    this.#unit = first?.startsWith(outer) === true ? first.slice(outer.length) : USUAL_INDENT;
  }

  /** The text with all that was changed. */
  result(): string {
    return edited(this.#text, this.#edits);
  }

  /** Puts another value between the quotes; it must need no reference. */
  setValue({ start, end }: OutlinedAttribute, value: string): void {
    this.#edits.push({ start, end, text: value });
  }

  /** Adds an attribute, behind another one or behind the name of the element; its value must need no reference. */
  addAttribute(element: OutlinedElement, name: string, value: string, behind?: OutlinedAttribute): void {
    const at = behind === undefined ? element.start + 1 + this.#tagName(element).length : behind.end + 1;
    this.#edits.push({ start: at, end: at, text: ` ${name}="${value}"` });
  }

  /** Adds XML at the end of an element. In each piece `\n` is a line break and `\t` one step of indentation. At most once an element. */
  append(element: OutlinedElement, pieces: readonly string[]): void {
    const own = this.#indentOf(element) ?? "";
    const indent = this.#indentInside(element);
    const added = pieces.map((piece) => this.#piece(piece, indent)).join("");
    if (element.end === element.tagEnd) {
      this.#edits.push({ start: element.tagEnd - "/>".length, end: element.tagEnd, text: `>${added}${this.#newline}${own}</${this.#tagName(element)}>` });
      return;
    }
    let at = element.contentEnd;
    while (at > element.tagEnd && BLANK.includes(this.#text.charAt(at - 1))) {
      at--;
    }
    this.#edits.push({ start: at, end: at, text: at === element.contentEnd ? `${added}${this.#newline}${own}` : added });
  }

  /** Adds XML before everything else in an element that is not empty. */
  prepend(element: OutlinedElement, piece: string): void {
    this.#edits.push({ start: element.tagEnd, end: element.tagEnd, text: this.#piece(piece, this.#indentInside(element)) });
  }

  /** Adds XML behind an element. */
  addBehind(element: OutlinedElement, piece: string): void {
    this.#edits.push({ start: element.end, end: element.end, text: this.#piece(piece, this.#indentOf(element) ?? "") });
  }

  /** Takes an element out, with the line that it has for itself. */
  remove(element: OutlinedElement): void {
    const indent = this.#indentOf(element);
    let start = element.start;
    if (indent !== undefined) {
      start -= indent.length;
      start -= this.#text.startsWith("\r\n", start - 2) ? 2 : 1;
    }
    this.#edits.push({ start, end: element.end, text: "" });
  }

  #piece(piece: string, indent: string): string {
    return `\n${piece}`.replaceAll("\n", `${this.#newline}${indent}`).replaceAll("\t", this.#unit);
  }

  #indentInside(element: OutlinedElement): string {
    return element.children.map((child) => this.#indentOf(child)).find((indent) => indent !== undefined) ?? (this.#indentOf(element) ?? "") + this.#unit;
  }

  /** Blanks before an element; `undefined` where it is not the first on its line. */
  #indentOf({ start }: OutlinedElement): string | undefined {
    let at = start;
    while (at > 0 && " \t".includes(this.#text.charAt(at - 1))) {
      at--;
    }
    return at === 0 || "\r\n\ufeff".includes(this.#text.charAt(at - 1)) ? this.#text.slice(at, start) : undefined;
  }

  /** With its prefix. */
  #tagName({ start, tagEnd }: OutlinedElement): string {
    return /[^\s/>]+/.exec(this.#text.slice(start + 1, tagEnd))?.[0] ?? "";
  }
}
