import type { XmlElement } from "./xml/parse.js";

/** An element with its variables replaced, without the place where it stands. */
export interface ElementDescription {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly children: readonly ElementDescription[];
  /** What else belongs to it, such as the appender it refers to. */
  readonly more: string | null;
}

/**
 * Describes an element and all in it, by which a reload tells what changed.
 *
 * @param value - Replaces the variables of a text.
 * @param more - What else belongs to an element.
 */
export function describeElement(element: XmlElement, value: (text: string) => string, more: (element: XmlElement) => string | null = () => null): ElementDescription {
  return {
    name: element.name,
    attributes: element.attributes.map((attribute) => [attribute.name, value(attribute.value)]),
    text: value(element.text).trim(),
    children: element.children.map((child) => describeElement(child, value, more)),
    more: more(element),
  };
}
