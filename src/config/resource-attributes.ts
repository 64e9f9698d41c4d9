import type { ConfigurationReading } from "./reading.js";
import { findAttribute } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/** The attributes of {@link namedSource}, for an element's list. */
export const SOURCE_ATTRIBUTES: readonly string[] = ["file", "resource", "url", "optional"];

/** What an element wants to have read. */
export interface NamedSource {
  /** As the configuration names it. */
  readonly name: string;
  /** Absolute; `undefined` for a resource that is nowhere. */
  readonly path: string | undefined;
  readonly isResource: boolean;
  /** Whether nothing is said when it is missing. */
  readonly isOptional: boolean;
}

/** Reads `file`, `resource`, `url` and `optional`, of which exactly one of the first three is given; `undefined` when the element is refused, which is reported. */
export function namedSource(element: XmlElement, reading: ConfigurationReading, origin: string): NamedSource | undefined {
  const report = reading.report(origin, element.position);
  const given = ["file", "resource", "url"].filter((name) => (findAttribute(element, name)?.value ?? "").trim() !== "");
  const [place = ""] = given;
  if (given.length !== 1) {
    report.error(`Element [${element.name}] should have exactly one of [file, url, resource] as an attribute; it is ignored.`);
    return undefined;
  }
  if (place === "url") {
    report.error(`<${element.name} url> is refused: a configuration fetches nothing from a network. Use "file" or "resource".`);
    return undefined;
  }
  const name = reading.attribute(element, place, origin) ?? "";
  const isResource = place === "resource";
  return {
    name,
    path: isResource ? reading.findResource(name) : reading.resolvePath(name),
    isResource,
    isOptional: reading.attribute(element, "optional", origin)?.trim().toLowerCase() === "true",
  };
}
