import type { ElementHandler } from "../element-handler.js";
import type { PropertyTarget } from "../property-scope.js";
import { findAttribute } from "../reading.js";

const TARGETS: readonly string[] = ["local", "context", "system"];

/**
 * `<property name="LOG_DIR" value="/var/log/app" scope="context"/>`, also called `variable`.
 *
 * - `scope`: `local` (default) ends with the file, `context` stays and is printed by `%property`, `system` is a program property.
 *
 * Source: Logback manual, "Configuration", defining variables.
 */
export const propertyElement: ElementHandler = {
  names: ["property", "variable", "substitutionProperty"],
  attributes: ["name", "value", "scope"],
  read: (element, reading, origin) => {
    const name = reading.attribute(element, "name", origin);
    const value = reading.attribute(element, "value", origin);
    if (name === undefined || name === "" || value === undefined) {
      reading.report(origin, element.position).error(`Expected the attributes "name" and "value" on <${element.name}>; the element is ignored.`);
      return;
    }
    const scope = reading.attribute(element, "scope", origin)?.toLowerCase() ?? "local";
    if (!TARGETS.includes(scope)) {
      reading.report(origin, findAttribute(element, "scope")?.position ?? element.position).warn(`"${scope}" is not a scope: expected local, context or system. local is used.`);
    }
    reading.scope = reading.scope.with(name, value.trim(), TARGETS.includes(scope) ? (scope as PropertyTarget) : "local");
  },
};
