import type { PropertyScope } from "./property-scope.js";
import type { ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/**
 * The name in an `<appender-ref ref="FILE"/>`, which holds nothing else; `undefined`, with a status ERROR, where there is none.
 *
 * @param scope - Whose properties replace its variables; those of the file so far unless given.
 */
export function referencedName(element: XmlElement, reading: ConfigurationReading, origin: string, scope?: PropertyScope): string | undefined {
  reading.checkAttributes(element, ["ref"], origin);
  for (const inner of element.children) {
    reading.report(origin, inner.position).warn(`Ignoring unknown element <${inner.name}> in <${element.name}>.`);
  }
  const name = reading.attribute(element, "ref", origin, scope);
  if (name === undefined || name === "") {
    reading.report(origin, element.position).error(`Expected an attribute "ref" with the name of an appender; the reference is ignored.`);
    return undefined;
  }
  return name;
}
