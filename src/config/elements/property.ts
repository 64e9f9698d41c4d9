import { readFileSync } from "node:fs";
import type { ElementHandler } from "../element-handler.js";
import { parseProperties, PropertiesError } from "../properties-file.js";
import type { ConfigurationReading } from "../reading.js";
import type { XmlElement } from "../xml.js";
import { targetOf } from "./scope-attribute.js";

/**
 * `<property name="LOG_DIR" value="/var/log/app" scope="context"/>`, also called `variable`; or all of a file:
 * `<property file="app.properties"/>`, `<property resource="app.properties"/>`.
 *
 * - `scope`: `local` (default) ends with the file, `context` stays and is printed by `%property`, `system` is a program property.
 *
 * Source: Logback manual, "Configuration", defining variables.
 */
export const propertyElement: ElementHandler = {
  names: ["property", "variable", "substitutionProperty"],
  attributes: ["name", "value", "file", "resource", "scope"],
  read: (element, reading, origin) => {
    const [name, value, file, resource] = ["name", "value", "file", "resource"].map((attribute) => reading.attribute(element, attribute, origin));
    if (element.name.toLowerCase() === "substitutionproperty") {
      reading.report(origin, element.position).warn(`<${element.name}> is deprecated; use <variable> instead.`);
    }
    const target = targetOf(element, reading, origin);
    if (name !== undefined && name !== "" && value !== undefined && file === undefined && resource === undefined) {
      reading.define(name, value, target);
    } else if (name === undefined && value === undefined && (file === undefined) !== (resource === undefined)) {
      for (const [key, text] of readPropertiesFile(element, file, resource, reading, origin)) {
        reading.define(key, text, target);
      }
    } else {
      reading
        .report(origin, element.position)
        .error(`In <${element.name}> element, either the "file" attribute alone, or the "resource" attribute alone, or both the "name" and "value" attributes must be set; the element is ignored.`);
    }
  },
};

function readPropertiesFile(element: XmlElement, file: string | undefined, resource: string | undefined, reading: ConfigurationReading, origin: string): ReadonlyMap<string, string> {
  const report = reading.report(origin, element.position);
  const absolute = file === undefined ? reading.findResource(resource ?? "") : reading.resolvePath(file);
  if (absolute === undefined) {
    report.error(`Could not find resource [${resource ?? ""}].`);
    return new Map();
  }
  reading.files.push(absolute);
  try {
    // Java reads these files in ISO-8859-1.
    return parseProperties(readFileSync(absolute, "latin1"));
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    report.error(`Could not ${isMissing ? "find" : "read"} properties file [${file ?? resource ?? ""}].${cause instanceof PropertiesError ? ` ${cause.message}` : ""}`);
    return new Map();
  }
}
