import type { XmlElement } from "../../config/xml/parse.js";
import { withControls } from "./controls.js";
import type { OldConfiguration, OldLogger } from "./old-configuration.js";
import { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";

/** Where Log4j tells of itself, and how it takes the file. */
const NOT_NEEDED = new Set(["debug", "reset", "threshold"]);

/** Reads a `log4j.xml` of Log4j 1. Source: Log4j 1.2, `log4j.dtd` and `DOMConfigurator`. */
export function readLog4jXml(root: XmlElement, remarks: Remarks): OldConfiguration {
  const loggers: OldLogger[] = [];
  const appenders: OldComponent[] = [];
  const threshold = attribute(root, "threshold");
  if (threshold !== undefined && !["null", "all"].includes(threshold.toLowerCase())) {
    remarks.warn(root.position.line, `threshold="${threshold}" of the whole configuration is not carried over; give each appender a ThresholdFilter.`);
  }
  for (const { name, position } of root.attributes.filter(({ name }) => !NOT_NEEDED.has(name))) {
    remarks.warn(position.line, `The attribute ${name} is not carried over.`);
  }
  for (const child of root.children) {
    switch (child.name) {
      case "appender":
        appenders.push(component(child));
        break;
      case "logger":
      case "category":
      case "root":
        if (child.name === "root" || (attribute(child, "name") ?? "") !== "") {
          loggers.push(logger(child));
        } else {
          remarks.warn(child.position.line, `<${child.name}> without a name is not carried over.`);
        }
        break;
      default:
        remarks.warn(child.position.line, `<${child.name}> is not carried over.`);
    }
  }
  return { library: "Log4j", isKnownToOpenXchange: true, loggers, appenders, variables: new Map() };
}

function logger(element: XmlElement): OldLogger {
  const level = element.children.find(({ name }) => name === "level" || name === "priority");
  const value = level === undefined ? undefined : attribute(level, "value");
  return {
    name: element.name === "root" ? "" : (attribute(element, "name") ?? ""),
    level: value === undefined || ["", "null", "inherited"].includes(value.toLowerCase()) ? undefined : value,
    isAdditive: attribute(element, "additivity")?.toLowerCase() !== "false",
    appenders: element.children.filter(({ name }) => name === "appender-ref").map((reference) => attribute(reference, "ref") ?? ""),
    line: element.position.line,
  };
}

function component(element: XmlElement): OldComponent {
  return new OldComponent(element.name, {
    name: attribute(element, element.name === "appender-ref" ? "ref" : "name"),
    className: attribute(element, "class") ?? "",
    line: element.position.line,
    parameters: element.children
      .filter(({ name }) => name === "param")
      .map((parameter) => ({ name: attribute(parameter, "name") ?? "", value: withControls(attribute(parameter, "value") ?? ""), line: parameter.position.line })),
    children: element.children.filter(({ name }) => name !== "param").map(component),
  });
}

function attribute({ attributes }: XmlElement, wanted: string): string | undefined {
  return attributes.find(({ name }) => name === wanted)?.value.trim();
}
