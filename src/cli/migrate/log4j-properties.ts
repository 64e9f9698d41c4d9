import type { OldConfiguration, OldLogger } from "./old-configuration.js";
import { OldComponent } from "./old-component.js";
import type { PropertyLine } from "./properties-lines.js";
import type { Remarks } from "./remark.js";
import { resolved } from "./variables.js";

type Lines = ReadonlyMap<string, PropertyLine>;

const APPENDER = "log4j.appender.";
const ADDITIVITY = "log4j.additivity.";
const ROOT = ["log4j.rootLogger", "log4j.rootCategory"];
const LOGGER = ["log4j.logger.", "log4j.category."];
const NOT_NEEDED = ["log4j.debug", "log4j.configDebug", "log4j.reset"];

/** Reads a `log4j.properties` of Log4j 1. Source: Log4j 1.2, `PropertyConfigurator`. */
export function readLog4jProperties(lines: Lines, remarks: Remarks): OldConfiguration {
  const variables = new Map([...lines].map(([key, { value }]) => [key, value.trim()]));
  const loggers: OldLogger[] = [];
  const appenders: OldComponent[] = [];
  for (const [key, { value, line }] of lines) {
    const prefix = LOGGER.find((beginning) => key.startsWith(beginning));
    if (ROOT.includes(key) || prefix !== undefined) {
      const name = key.slice(prefix?.length ?? key.length);
      loggers.push(logger(name, resolved(value, variables), line, lines.get(`${ADDITIVITY}${name === "" ? "root" : name}`)?.value));
    } else if (key.startsWith(APPENDER)) {
      if (!key.slice(APPENDER.length).includes(".")) {
        appenders.push(component("appender", key, { name: key.slice(APPENDER.length), lines, variables }));
      } else if (!lines.has(key.slice(0, key.indexOf(".", APPENDER.length)))) {
        remarks.warn(line, `${key} is not carried over: the file has no ${key.slice(0, key.indexOf(".", APPENDER.length))}.`);
      }
    } else if (key.startsWith("log4j.") && !key.startsWith(ADDITIVITY) && !NOT_NEEDED.includes(key)) {
      remarks.warn(line, key === "log4j.threshold" ? "log4j.threshold is not carried over; give each appender a ThresholdFilter." : `${key} is not carried over.`);
    }
  }
  return { library: "Log4j", isKnownToOpenXchange: false, loggers, appenders, variables };
}

/** `DEBUG, CONSOLE, FILE`; the level may be missing. */
function logger(name: string, value: string, line: number, additivity: string | undefined): OldLogger {
  const [level = "", ...appenders] = value.split(",").map((part) => part.trim());
  return {
    name,
    level: ["", "null", "inherited"].includes(level.toLowerCase()) ? undefined : level,
    isAdditive: additivity?.trim().toLowerCase() !== "false",
    appenders: appenders.filter((appender) => appender !== ""),
    line,
  };
}

const CHILDREN = /^(layout|errorhandler|rollingPolicy|triggeringPolicy|filter\.[^.]+)$/i;

interface Surroundings {
  readonly name: string;
  readonly lines: Lines;
  readonly variables: ReadonlyMap<string, string>;
}

function component(kind: string, key: string, { name, lines, variables }: Surroundings): OldComponent {
  const below = [...lines].filter(([other]) => other.startsWith(`${key}.`)).map(([other, { value, line }]) => ({ name: other.slice(key.length + 1), value, line }));
  const children = below.filter((one) => CHILDREN.test(one.name));
  const isOfChild = (parameter: string): boolean => children.some((child) => parameter === child.name || parameter.startsWith(`${child.name}.`));
  const at = lines.get(key);
  return new OldComponent(kind, {
    name,
    className: resolved(at?.value ?? "", variables).trim(),
    line: at?.line ?? 1,
    parameters: below.filter((one) => !isOfChild(one.name)),
    // Filters count in the order of their names.
    children: children.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((child) => component(child.name.replace(/\..*/, ""), `${key}.${child.name}`, { name: "", lines, variables })),
    variables,
  });
}
