import { PROPERTY_ATTRIBUTES, propertyElement } from "./elements/property.js";
import { originOf, type ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

const NAMES: ReadonlySet<string> = new Set(propertyElement.names.map((name) => name.toLowerCase()));

/** Whether it is a `<property>`, under any of its names. */
export function isProperty({ name }: XmlElement): boolean {
  return NAMES.has(name.toLowerCase());
}

/** Reads one that stands inside another element. */
export function readNestedProperty(property: XmlElement, reading: ConfigurationReading, origin: string): void {
  reading.checkAttributes(property, PROPERTY_ATTRIBUTES, origin);
  propertyElement.read(property, reading, origin);
  reading.scopesBehind.set(property, reading.scope);
}

/**
 * Reads every `<property>` inside an element, at any depth. As in Logback, which has a rule for it wherever it stands, each
 * counts from its place on, also for what comes behind the element. Those in `<sift>` are read for each value by itself.
 */
export function readNestedProperties(element: XmlElement, reading: ConfigurationReading, origin: string): void {
  for (const child of element.children) {
    const childOrigin = originOf(child, origin);
    if (isProperty(child)) {
      readNestedProperty(child, reading, childOrigin);
    } else if (child.name.toLowerCase() !== "sift") {
      readNestedProperties(child, reading, childOrigin);
    }
  }
}
