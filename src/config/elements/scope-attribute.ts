import type { PropertyTarget } from "../property-scope.js";
import { findAttribute, type ConfigurationReading } from "../reading.js";
import type { XmlElement } from "../xml/parse.js";

const TARGETS: readonly string[] = ["local", "context", "system"];

/** The `scope` attribute of elements that define a property: `local` unless given, and for an unknown word, with a WARN. As in Logback, variables are not replaced in it. */
export function targetOf(element: XmlElement, reading: ConfigurationReading, origin: string): PropertyTarget {
  const scope = findAttribute(element, "scope")?.value.toLowerCase() ?? "local";
  if (TARGETS.includes(scope)) {
    return scope as PropertyTarget;
  }
  reading.report(origin, findAttribute(element, "scope")?.position ?? element.position).warn(`"${scope}" is not a scope: expected local, context or system. local is used.`);
  return "local";
}
