import { quoted, shortened } from "../quoted-name.js";
import type { XmlCursor } from "./cursor.js";
import type { XmlLimits } from "./limits.js";
import { declarationProblem, isNamespaceDeclaration, namespaceOf, type NamespaceScope, type QualifiedName } from "./namespaces.js";

/** An attribute as it was read: value decoded, offset of its name. */
export interface ScannedAttribute extends QualifiedName {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
  /** Of the first character between the quotes. */
  readonly valueOffset: number;
  /** Of the closing quote. */
  readonly valueEnd: number;
}

/** A start tag, or a whole empty element. */
export interface StartTag extends QualifiedName {
  readonly name: string;
  readonly offset: number;
  /** In the order of the file, namespace declarations left out. */
  readonly attributes: readonly ScannedAttribute[];
  readonly scope: NamespaceScope | undefined;
  readonly empty: boolean;
  /** Behind its `>`. */
  readonly end: number;
}

/** Reads a start tag; its `<` is next. */
export function scanStartTag(cursor: XmlCursor, outer: NamespaceScope | undefined, limits: XmlLimits): StartTag {
  const offset = cursor.offset++;
  const tag = cursor.qualifiedName('the name of an element after "<" (write "&lt;" for the character itself)');
  const all: ScannedAttribute[] = [];
  const names = new Set<string>();
  for (;;) {
    const spaced = cursor.takeSpace();
    if (cursor.at(">") || cursor.at("/>")) {
      break;
    }
    if (!spaced) {
      cursor.expected(`a space, ">" or "/>" in the tag <${shortened(tag.name)}>`);
    }
    const attribute = scanAttribute(cursor, tag.name);
    if (names.has(attribute.name)) {
      cursor.fail(attribute.offset, `expected each attribute once, got a second ${quoted(attribute.name)} in <${shortened(tag.name)}>`);
    }
    names.add(attribute.name);
    all.push(attribute);
    if (all.length > limits.maxAttributes) {
      cursor.fail(attribute.offset, `expected at most ${limits.maxAttributes} attributes in one element, got more`);
    }
  }
  const scope = declare(cursor, all, outer);
  const attributes = all.filter((attribute) => !isNamespaceDeclaration(attribute));
  checkPrefixes(cursor, tag, offset, attributes, scope);
  const empty = cursor.take("/>");
  if (!empty) {
    cursor.offset++;
  }
  return { ...tag, offset, attributes, scope, empty, end: cursor.offset };
}

function scanAttribute(cursor: XmlCursor, element: string): ScannedAttribute {
  const offset = cursor.offset;
  const name = cursor.qualifiedName(`the name of an attribute, ">" or "/>" in the tag <${shortened(element)}>`);
  cursor.takeSpace();
  if (!cursor.take("=")) {
    cursor.expected(`"=" after the attribute ${quoted(name.name)}`);
  }
  cursor.takeSpace();
  const quote = cursor.take('"') ? '"' : cursor.take("'") ? "'" : cursor.expected(`a quote around the value of ${quoted(name.name)}`);
  const valueOffset = cursor.offset;
  return { ...name, offset, valueOffset, value: scanValue(cursor, quote, name.name), valueEnd: cursor.offset - 1 };
}

/** The rest of a value: references decoded, raw line ends and tabs become spaces (XML 1.0, 3.3.3). */
function scanValue(cursor: XmlCursor, quote: '"' | "'", name: string): string {
  const plain = quote === '"' ? /[^"&<]+/y : /[^'&<]+/y;
  let value = "";
  for (;;) {
    plain.lastIndex = cursor.offset;
    const piece = plain.exec(cursor.text)?.[0];
    if (piece !== undefined) {
      cursor.offset += piece.length;
      value += piece.replace(/[\t\n\r]/g, " ");
    } else if (cursor.at("&")) {
      value += cursor.takeReference();
    } else if (cursor.take(quote)) {
      return value;
    } else {
      cursor.expected(`the closing quote of the attribute ${quoted(name)}${cursor.at("<") ? ' or "&lt;"' : ""}`);
    }
  }
}

function declare(cursor: XmlCursor, attributes: readonly ScannedAttribute[], outer: NamespaceScope | undefined): NamespaceScope | undefined {
  const declarations = attributes.filter(isNamespaceDeclaration);
  if (declarations.length === 0) {
    return outer;
  }
  const uris = new Map<string, string>();
  for (const { prefix, local, value, offset } of declarations) {
    const declared = prefix === "" ? "" : local;
    const problem = declarationProblem(declared, value);
    if (problem !== undefined) {
      cursor.fail(offset, `expected a namespace declaration, got a wrong one: ${problem}`);
    }
    uris.set(declared, value);
  }
  return { uris, outer };
}

function checkPrefixes(
  cursor: XmlCursor,
  tag: QualifiedName,
  offset: number,
  attributes: readonly ScannedAttribute[],
  scope: NamespaceScope | undefined,
): void {
  const undeclared = (at: number, prefix: string): never =>
    cursor.fail(at, `expected a declared namespace prefix, got ${quoted(prefix)} without xmlns:${shortened(prefix)}`);
  if (namespaceOf(tag.prefix, scope) === undefined) {
    undeclared(offset, tag.prefix);
  }
  const seen = new Set<string>();
  for (const attribute of attributes) {
    if (attribute.prefix === "") {
      continue;
    }
    const uri = namespaceOf(attribute.prefix, scope) ?? undeclared(attribute.offset, attribute.prefix);
    const expanded = `${attribute.local} ${uri}`;
    if (seen.has(expanded)) {
      cursor.fail(attribute.offset, `expected each attribute once, got a second ${quoted(attribute.local)} of the same namespace`);
    }
    seen.add(expanded);
  }
}
