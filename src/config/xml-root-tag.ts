import type { XmlElement } from "./xml.js";
import { XmlCursor } from "./xml-cursor.js";
import { decodeXml } from "./xml-decode.js";
import { XmlError } from "./xml-error.js";
import { effectiveLimits } from "./xml-limits.js";
import { scanStartTag } from "./xml-start-tag.js";
import { XmlText } from "./xml-text.js";
import { takeProlog } from "./xml-wellformed.js";

/**
 * The root of a document that may be broken behind its start tag, without what it holds.
 *
 * @returns `undefined` where not even that tag can be read.
 */
export function rootTag(source: string | Uint8Array): XmlElement | undefined {
  try {
    const text = new XmlText(typeof source === "string" ? source.replace(/^\ufeff/, "") : decodeXml(source).text);
    const cursor = new XmlCursor(text);
    takeProlog(cursor);
    const { local, attributes, offset } = scanStartTag(cursor, undefined, effectiveLimits({}));
    return {
      name: local,
      attributes: attributes.map((attribute) => ({ name: attribute.name, value: attribute.value, position: text.positionAt(attribute.offset) })),
      children: [],
      text: "",
      position: text.positionAt(offset),
    };
  } catch (cause) {
    if (cause instanceof XmlError) {
      return undefined;
    }
    throw cause;
  }
}
