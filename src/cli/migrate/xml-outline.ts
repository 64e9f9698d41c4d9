import { effectiveLimits } from "../../config/xml/limits.js";
import { scanXml, type ScannedElement } from "../../config/xml/scan.js";
import { XmlText } from "../../config/xml/text.js";

/** An attribute and where its value stands; offsets are those of the text as it was given. */
export interface OutlinedAttribute {
  readonly name: string;
  /** References decoded. */
  readonly value: string;
  /** Of the first character between the quotes. */
  readonly start: number;
  /** Of the closing quote. */
  readonly end: number;
}

/** An element and where it stands; offsets are those of the text as it was given. */
export interface OutlinedElement {
  readonly name: string;
  readonly attributes: readonly OutlinedAttribute[];
  readonly children: readonly OutlinedElement[];
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Of its `<`. */
  readonly start: number;
  /** Behind the `>` of its start tag. */
  readonly tagEnd: number;
  /** Of its end tag; of an empty element, behind it. */
  readonly contentEnd: number;
  /** Behind its last character. */
  readonly end: number;
}

/**
 * The root element of a document, with the places of everything in it, so that the text can be edited where it stands.
 *
 * @throws XmlError where the text is not well-formed.
 */
export function outlineXml(text: string): OutlinedElement {
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const body = text.slice(mark);
  const source = new XmlText(body);
  const inFile = unfolded(body);
  const toElement = (scanned: ScannedElement, children: readonly OutlinedElement[]): OutlinedElement => ({
    name: scanned.name,
    ...source.positionAt(scanned.offset),
    attributes: scanned.attributes.map(({ name, value, valueOffset, valueEnd }) => ({ name, value, start: mark + inFile(valueOffset), end: mark + inFile(valueEnd) })),
    children,
    start: mark + inFile(scanned.offset),
    tagEnd: mark + inFile(scanned.tagEnd),
    contentEnd: mark + inFile(scanned.contentEnd),
    end: mark + inFile(scanned.end),
  });
  const { elements } = scanXml(source, effectiveLimits({}));
  // From the last to the first, so that an element finds what is inside it done.
  const done: OutlinedElement[] = [];
  for (const scanned of elements.toReversed()) {
    const children: OutlinedElement[] = [];
    for (let next = done.at(-1); next !== undefined && next.start < mark + inFile(scanned.end); next = done.at(-1)) {
      children.push(next);
      done.pop();
    }
    done.push(toElement(scanned, children));
  }
  return done[0] as OutlinedElement;
}

/** From an offset in a text whose line ends are all `\n` to the same place in the text with its own. */
function unfolded(text: string): (offset: number) => number {
  // Where the second character of each `\r\n` would be if it were there.
  const removed = [...text.matchAll(/\r\n/g)].map(({ index }, count) => index - count + 1);
  return (offset) => {
    let low = 0;
    for (let high = removed.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((removed[middle] ?? 0) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return offset + low;
  };
}
