import { describeElement } from "./element-description.js";
import type { XmlElement } from "./xml/parse.js";

/**
 * The text of an element and all in it, by which a reload tells whether it changed; where it stands does not matter.
 *
 * @param value - Replaces the variables of a text.
 * @param more - What else belongs to an element.
 */
export function elementSignature(element: XmlElement, value: (text: string) => string, more?: (element: XmlElement) => string | null): string {
  return JSON.stringify(describeElement(element, value, more));
}
