import type { ElementHandler } from "../element-handler.js";
import { parseProperties, PropertiesError } from "../properties-file.js";
import { readRegularFile } from "../read-regular-file.js";
import { findAttribute, type ConfigurationReading } from "../reading.js";
import type { XmlElement } from "../xml/parse.js";
import { targetOf } from "./scope-attribute.js";

/** Those of `<property>` and of `<variable>`. */
export const PROPERTY_ATTRIBUTES: readonly string[] = ["name", "value", "file", "resource", "scope"];

/**
 * `<property name="LOG_DIR" value="/var/log/app" scope="context"/>`, also called `variable`; or all of a file:
 * `<property file="app.properties"/>`, `<property resource="app.properties"/>`.
 *
 * - `scope`: `local` (default) ends with the file, `context` stays and is printed by `%property`, `system` is a program property.
 *
 * It may also stand in `<appender>`, `<logger>`, `<root>` and what they hold, and counts from there on. Those in appenders
 * and loggers are read after all that stand directly in `<configuration>`.
 *
 * A blank attribute counts as none. Files are regular ones of up to 1 MiB.
 *
 * Status ERROR for another set of attributes, and for a file that is missing or no properties file.
 *
 * Source: Logback manual, "Configuration", defining variables.
 */
export const propertyElement: ElementHandler = {
  names: ["property", "variable", "substitutionProperty"],
  isLeaf: true,
  attributes: PROPERTY_ATTRIBUTES,
  read: (element, reading, origin) => {
    if (element.name.toLowerCase() === "substitutionproperty") {
      reading.report(origin, element.position).warn(`<${element.name}> is deprecated; use <variable> instead.`);
    }
    const given = ["name", "value", "file", "resource"].filter((name) => (findAttribute(element, name)?.value ?? "").trim() !== "");
    const target = targetOf(element, reading, origin);
    switch (given.join()) {
      case "name,value": {
        // As in Logback, variables are not replaced in the name.
        const name = findAttribute(element, "name")?.value ?? "";
        const value = findAttribute(element, "value");
        // White space goes before variables come, which may have some of their own.
        reading.define(name, value === undefined ? "" : reading.substitute(value.value.trim(), origin, value.position), target);
        break;
      }
      case "file":
      case "resource":
        for (const [key, text] of readPropertiesFile(element, given[0] ?? "", reading, origin)) {
          reading.define(key, text, target);
        }
        break;
      default:
        reading
          .report(origin, element.position)
          .error(`In <${element.name}> element, either the "file" attribute alone, or the "resource" attribute alone, or both the "name" and "value" attributes must be set; the element is ignored.`);
    }
  },
};

function readPropertiesFile(element: XmlElement, place: string, reading: ConfigurationReading, origin: string): ReadonlyMap<string, string> {
  const report = reading.report(origin, element.position);
  const name = reading.attribute(element, place, origin) ?? "";
  const path = place === "resource" ? reading.findResource(name) : reading.resolvePath(name);
  const file = path === undefined ? undefined : readRegularFile(path);
  if (path !== undefined && (file === undefined || "content" in file)) {
    reading.addFile(path, file?.content);
  }
  if (file === undefined) {
    report.error(place === "resource" ? `Could not find resource [${name}].` : `Could not find properties file [${name}].`);
    return new Map();
  }
  if ("refusal" in file) {
    report.error(`Could not read properties file [${name}]: ${file.refusal}.`);
    return new Map();
  }
  try {
    // Java reads these files in ISO-8859-1.
    return parseProperties(Buffer.from(file.content).toString("latin1"));
  } catch (cause) {
    if (!(cause instanceof PropertiesError)) {
      throw cause;
    }
    report.error(`Could not read properties file [${name}]. ${cause.message}`);
    return new Map();
  }
}
