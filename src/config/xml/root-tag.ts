import type { XmlElement } from "./parse.js";
import { XmlCursor } from "./cursor.js";
import { decodeXml } from "./decode.js";
import { XmlError } from "./error.js";
import { effectiveLimits } from "./limits.js";
import { scanStartTag } from "./start-tag.js";
import { XmlText } from "./text.js";
import { takeProlog } from "./scan.js";

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
