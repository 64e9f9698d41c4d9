import type { ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/** Reads one element of the configuration language into the draft. */
export interface ElementHandler {
  /** The element's names; letter case does not matter. */
  readonly names: readonly string[];
  /** Attributes it understands; others are warned of. All of them, where the element means nothing here or sees to it itself. */
  readonly attributes: readonly string[] | "any";
  /** Read after all elements that are not, as Logback does: properties and imports further down count. */
  readonly isLate?: boolean;
  /** It holds no elements; those that stand in it all the same are warned of. */
  readonly isLeaf?: boolean;
  /** @param origin - Path of the element, for statuses. */
  read(element: XmlElement, reading: ConfigurationReading, origin: string): void;
}
