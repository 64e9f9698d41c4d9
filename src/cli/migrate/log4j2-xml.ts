import type { XmlElement } from "../../config/xml/parse.js";
import { isReference, remarkReferences } from "./conversion.js";
import { remarkLeftovers } from "./encoders.js";
import { log4j2Lookups, type Purpose } from "./log4j2-lookups.js";
import type { OldConfiguration, OldLogger } from "./old-configuration.js";
import { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";

/** What concerns Log4j 2 itself, and not what is logged. */
const NOT_NEEDED = new Set(["advertiser", "dest", "name", "packages", "schema", "schemalocation", "shutdownhook", "shutdowntimeout", "status", "strict", "verbose", "xsi:schemalocation"]);

/** Reads a `log4j2.xml`, in the concise form or in the strict one. Source: Log4j 2 manual, "Configuration file". */
export function readLog4j2Xml(root: XmlElement, remarks: Remarks): OldConfiguration {
  const variables = new Map<string, string>();
  const configuration = component(root, variables, remarks);
  const scanSeconds = configuration.takeResolved("monitorInterval");
  for (const { name, line } of configuration.leftovers.filter((one) => !NOT_NEEDED.has(one.name.toLowerCase()))) {
    remarks.warn(line, `The attribute ${name} is not carried over.`);
  }
  const appenders: OldComponent[] = [];
  const loggers: OldLogger[] = [];
  for (const child of configuration.children) {
    switch (child.kind.toLowerCase()) {
      case "appenders":
        appenders.push(...child.children);
        break;
      case "loggers":
        loggers.push(...child.children.flatMap((one) => logger(one, remarks)));
        break;
      case "properties":
        for (const property of child.children) {
          variables.set(property.name, property.take("value") ?? property.text);
        }
        break;
      default:
        remarks.warn(child.line, `<${child.className}> is not carried over.`);
    }
  }
  return {
    library: "Log4j 2",
    isKnownToOpenXchange: false,
    loggers,
    appenders,
    variables,
    scanSeconds: scanSeconds === "0" ? undefined : scanSeconds,
  };
}

/** A plugin. `<Appender type="File">` of the strict form is the plugin `File`. */
function component(element: XmlElement, variables: ReadonlyMap<string, string>, remarks: Remarks): OldComponent {
  const attributes = element.attributes.map(({ name, value, position }) => ({ name, value: log4j2Lookups(value, purposeOf(name), position.line, remarks), line: position.line }));
  const find = (wanted: string): string | undefined => attributes.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const type = ["appender", "layout", "filter"].includes(element.name.toLowerCase()) ? find("type") : undefined;
  const nameAttribute = ["appenderref", "appender-ref"].includes(element.name.toLowerCase()) ? "ref" : "name";
  return new OldComponent(type ?? element.name, {
    name: find(nameAttribute),
    className: type ?? element.name,
    line: element.position.line,
    text: log4j2Lookups(element.text.trim(), purposeOf(element.name), element.textPosition?.line ?? element.position.line, remarks),
    parameters: attributes.filter(({ name }) => name.toLowerCase() !== nameAttribute && (type === undefined || name.toLowerCase() !== "type")),
    children: element.children.map((child) => component(child, variables, remarks)),
    variables,
  });
}

/** By the name of the attribute or element; `value` and `Property` are those of a variable, which is mostly a pattern. */
function purposeOf(name: string): Purpose {
  const lower = name.toLowerCase();
  return lower === "filepattern" ? "filePattern" : ["pattern", "property", "value"].includes(lower) ? "pattern" : "other";
}

function logger(old: OldComponent, remarks: Remarks): OldLogger[] {
  const isRoot = /root$/i.test(old.kind);
  if (!isRoot && old.name === "") {
    remarks.warn(old.line, `<${old.className}> without a name is not carried over.`);
    return [];
  }
  const who = isRoot ? "the root" : `logger [${old.name}]`;
  const references = old.children.filter(isReference);
  if (/^async/i.test(old.kind)) {
    remarks.note(old.line, `<${old.className}> becomes a logger like others; put an AsyncAppender before its appenders if they are slow.`);
  }
  for (const child of old.children.filter((one) => !references.includes(one))) {
    remarks.warn(child.line, `<${child.className}> of ${who} is not carried over.`);
  }
  remarkReferences(references, who, remarks);
  // Where an event comes from is found out when it is printed.
  old.take("includeLocation");
  const migrated = { level: old.takeResolved("level"), isAdditive: old.takeBoolean("additivity", true) };
  remarkLeftovers(old, who, remarks);
  return [
    {
      name: isRoot ? "" : old.name,
      ...migrated,
      appenders: references.map(({ name }) => name),
      line: old.line,
    },
  ];
}
