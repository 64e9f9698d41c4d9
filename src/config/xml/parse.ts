import { XMLParser } from "fast-xml-parser";
import type { TextPosition } from "../text-position.js";
import { decodeXml, type DecodedXml } from "./decode.js";
import { XmlError } from "./error.js";
import { effectiveLimits, type XmlLimits } from "./limits.js";
import { decodeReferences } from "./reference.js";
import { scanXml, skeletonName, type ScannedDocument, type ScannedElement } from "./scan.js";
import { XmlText } from "./text.js";

/** An attribute. Namespace declarations are not among them; a prefix stays part of the name. */
export interface XmlAttribute {
  readonly name: string;
  /** References decoded, raw line ends and tabs read as spaces. */
  readonly value: string;
  /** Of the name. */
  readonly position: TextPosition;
}

/** An element as Java's SAX parser would report it. */
export interface XmlElement {
  /** In the letter case of the file, without a namespace prefix. Any XML name: `__proto__` is one like all others. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Character data directly inside, concatenated in document order, CDATA included, untrimmed. */
  readonly text: string;
  /** Of the `<` that opens it. */
  readonly position: TextPosition;
  /** Of the first character of `text` that is not blank. */
  readonly textPosition?: TextPosition;
}

const START: TextPosition = { line: 1, column: 1 };
const TEXT = "#text";
const CDATA = "#cdata";

/**
 * Reads an XML document and gives its root element. It accepts and refuses what Java's SAX parser does, but for a DTD
 * (only `<!DOCTYPE name>` is tolerated) and for what exceeds the limits.
 *
 * The work is shared, because fast-xml-parser accepts much that is no XML (two roots, mismatched tags, a raw `&`, `--`
 * in comments, unknown entities, forbidden characters), has no position for attributes and texts, and keeps names as
 * keys of plain objects. Our scan decides what is well-formed and where things stand; the library then builds the tree
 * from a skeleton without attributes, entities, comments or names that mean something to JavaScript. The two readings
 * must agree element by element, so a mistake in either ends in an error and not in a wrong configuration.
 *
 * Throws: `XmlError`, with the position in the file, and nothing else.
 */
export function parseXml(source: string | Uint8Array, limits: Partial<XmlLimits> = {}): XmlElement {
  const effective = effectiveLimits(limits);
  const size = typeof source === "string" ? Buffer.byteLength(source) : source.byteLength;
  if (size > effective.maxBytes) {
    throw new XmlError(`expected at most ${effective.maxBytes} bytes, got ${size}`, START);
  }
  const { text, defect }: DecodedXml = typeof source === "string" ? { text: source.replace(/^\ufeff/, "") } : decodeXml(source);
  const readable = new XmlText(text);
  return buildTree(scanStrictly(readable, effective, defect ?? readable.forbiddenCharacter()), readable, effective);
}

/** Scans; of what makes characters unreadable and an error of grammar the one that comes first in the file is thrown. */
function scanStrictly(text: XmlText, limits: XmlLimits, unreadable: XmlError | undefined): ScannedDocument {
  try {
    const document = scanXml(text, limits);
    if (unreadable === undefined) {
      return document;
    }
  } catch (error) {
    if (!(error instanceof XmlError)) {
      throw error;
    }
    if (unreadable === undefined || isBefore(error.position, unreadable.position)) {
      throw error;
    }
  }
  throw unreadable;
}

function isBefore(a: TextPosition, b: TextPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** A node of fast-xml-parser in `preserveOrder` form: one key, which is the name. */
type LibraryNode = Readonly<Record<string, unknown>>;

function buildTree(document: ScannedDocument, source: XmlText, limits: XmlLimits): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: CDATA,
    textNodeName: TEXT,
    maxNestedTags: limits.maxDepth + 1,
    jPath: false,
  });
  let nodes: readonly LibraryNode[];
  try {
    nodes = parser.parse(document.skeleton) as readonly LibraryNode[];
  } catch {
    throw disagreement(START);
  }
  const scanned = document.elements.values();
  const roots = nodes.map((node) => toElement(node, scanned, source));
  const [root] = roots;
  if (root === undefined || roots.length > 1 || scanned.next().done !== true) {
    throw disagreement(START);
  }
  return root;
}

function toElement(node: LibraryNode, scanned: Iterator<ScannedElement>, source: XmlText): XmlElement {
  const { value: element } = scanned.next() as { readonly value: ScannedElement | undefined };
  if (element === undefined) {
    throw disagreement(START);
  }
  const position = source.positionAt(element.offset);
  const content = node[skeletonName(element.name)];
  if (!Array.isArray(content)) {
    throw disagreement(position);
  }
  const children: XmlElement[] = [];
  let text = "";
  for (const child of content as readonly LibraryNode[]) {
    const own = child[TEXT];
    const cdata = child[CDATA] as readonly LibraryNode[] | undefined;
    if (typeof own === "string") {
      text += decodeReferences(own);
    }
    else if (cdata !== undefined) {
      text += String(cdata[0]?.[TEXT]);
    }
    else {
      children.push(toElement(child, scanned, source));
    }
  }
  const attributes = element.attributes.map(({ name, value, offset }) => ({ name, value, position: source.positionAt(offset) }));
  const textPosition = element.textOffset === undefined ? {} : { textPosition: source.positionAt(element.textOffset) };
  return { name: element.name, attributes, children, text, position, ...textPosition };
}

function disagreement(position: TextPosition): XmlError {
  return new XmlError("expected one reading of this document, got two that differ; please report the file", position);
}
