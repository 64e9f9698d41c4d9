import type { OldConfiguration, OldLogger } from "./old-configuration.js";
import { OldComponent } from "./old-component.js";
import type { PropertyLine } from "./properties-lines.js";
import type { Remarks } from "./remark.js";

type Lines = ReadonlyMap<string, PropertyLine>;

const LEVEL = ".level";
const HANDLERS = ".handlers";
const USES_PARENT_HANDLERS = ".useParentHandlers";

/** Where SimpleFormatter finds its format; a variable of the configuration. */
export const SIMPLE_FORMAT = "java.util.logging.SimpleFormatter.format";

/**
 * Reads a configuration of java.util.logging, such as Open-Xchange's `file-logging.properties`. Handlers are the appenders.
 *
 * Source: Java, `java.util.logging.LogManager`.
 */
export function readJavaUtilLogging(lines: Lines, remarks: Remarks): OldConfiguration {
  const ofRoot = lines.get("handlers") ?? lines.get(HANDLERS);
  const ofLoggers = [...lines].filter(([key]) => key.endsWith(HANDLERS) && key !== HANDLERS).map(([, property]) => property);
  const classes = [...new Set([ofRoot, ...ofLoggers].flatMap(classesIn))];
  const nameOf = (className: string): string => (classes.filter((one) => withoutPackage(one) === withoutPackage(className)).length === 1 ? withoutPackage(className) : className);
  const isOfHandler = (key: string): boolean => classes.some((className) => key.startsWith(`${className}.`)) || /^java\.util\.logging\.\w+(?:Handler|Formatter)\./.test(key);
  const names = new Map<string, number>();
  for (const [key, { value, line }] of lines) {
    const end = [LEVEL, HANDLERS, USES_PARENT_HANDLERS].find((one) => key.endsWith(one));
    if (isOfHandler(key) || key === "handlers" || key.endsWith(`${HANDLERS}.ensureCloseOnReset`)) {
      continue;
    }
    if (end === undefined) {
      remarks.warn(line, key === "config" ? `config=${value.trim()} is not carried over: what such a class sets up in code has to be written into logback.xml.` : `${key} is not carried over.`);
    } else if (end !== USES_PARENT_HANDLERS || value.trim().toLowerCase() === "false") {
      names.set(key.slice(0, -end.length), end === LEVEL ? line : (names.get(key.slice(0, -end.length)) ?? line));
    }
  }
  const loggers = [...names].map(([name, line]): OldLogger => {
    const level = lines.get(`${name}${LEVEL}`)?.value.trim() ?? "";
    return {
      name,
      level: ["", "null"].includes(level) ? undefined : level,
      isAdditive: name === "" || lines.get(`${name}${USES_PARENT_HANDLERS}`)?.value.trim().toLowerCase() !== "false",
      appenders: classesIn(name === "" ? ofRoot : lines.get(`${name}${HANDLERS}`)).map(nameOf),
      line,
    };
  });
  if (!names.has("") && ofRoot !== undefined) {
    loggers.push({ name: "", level: undefined, isAdditive: true, appenders: classesIn(ofRoot).map(nameOf), line: ofRoot.line });
  }
  const format = lines.get(SIMPLE_FORMAT);
  return {
    library: "java.util.logging",
    isKnownToOpenXchange: true,
    loggers,
    appenders: classes.map((className) => readHandler(className, nameOf(className), lines)),
    variables: new Map(format === undefined ? [] : [[SIMPLE_FORMAT, format.value]]),
  };
}

function classesIn(property: PropertyLine | undefined): string[] {
  return (property?.value ?? "").split(/[\s,]+/).filter((name) => name !== "");
}

function readHandler(className: string, name: string, lines: Lines): OldComponent {
  const prefix = `${className}.`;
  const parameters = [...lines].filter(([key]) => key.startsWith(prefix)).map(([key, { value, line }]) => ({ name: key.slice(prefix.length), value, line }));
  const where = [...lines].find(([key, property]) => (key === "handlers" || key.endsWith(HANDLERS)) && classesIn(property).includes(className));
  return new OldComponent("handler", { name, className, line: where?.[1].line ?? 1, parameters });
}

function withoutPackage(className: string): string {
  return className.slice(className.lastIndexOf(".") + 1);
}
