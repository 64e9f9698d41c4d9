import type { ConfigurationReading } from "./reading.js";
import { parseXml, type XmlElement } from "./xml/parse.js";
import { XmlError } from "./xml/error.js";
import type { TextPosition } from "./text-position.js";

const ROOTS: readonly string[] = ["included", "configuration"];

/** The elements of an included file, with positions that name it. What cannot be read is reported and left out. */
export function includedElements(content: Uint8Array, file: string, reading: ConfigurationReading, origin: string): readonly XmlElement[] {
  if (content.length === 0) {
    return [];
  }
  let root: XmlElement;
  try {
    root = parseXml(content);
  } catch (cause) {
    if (!(cause instanceof XmlError)) {
      throw cause;
    }
    reading.brokenFile ??= file;
    reading.report(origin, { file, ...cause.position }).error(`Not well-formed XML: ${cause.message}. Nothing of this file is used.`);
    return [];
  }
  if (!ROOTS.includes(root.name.toLowerCase())) {
    reading.report(origin, { file, ...root.position }).error(`Expected <included> as the root element of an included file, got <${root.name}>; nothing of this file is used.`);
    return [];
  }
  return root.children.map((child) => inFile(child, file));
}

function inFile(element: XmlElement, file: string): XmlElement {
  const place = (position: TextPosition): TextPosition => ({ ...position, file });
  return {
    ...element,
    position: place(element.position),
    ...(element.textPosition === undefined ? {} : { textPosition: place(element.textPosition) }),
    attributes: element.attributes.map((attribute) => ({ ...attribute, position: place(attribute.position) })),
    children: element.children.map((child) => inFile(child, file)),
  };
}
