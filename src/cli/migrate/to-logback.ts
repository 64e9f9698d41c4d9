import { referencesOf, type AppenderConversion } from "./conversion.js";
import { levelOrVariable } from "./filters.js";
import { javaUtilLoggingHandler } from "./java-util-logging-handler.js";
import { levelOfJavaUtilLogging } from "./levels.js";
import { log4jAppender } from "./log4j-appender.js";
import { log4j2Appender } from "./log4j2-appender.js";
import type { OldConfiguration, OldFile, OldLogger } from "./old-configuration.js";
import type { OldComponent } from "./old-component.js";
import { element, textsIn, type XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { variablesIn } from "./variables.js";

const APPENDERS: Readonly<Record<OldConfiguration["library"], AppenderConversion>> = {
  "java.util.logging": javaUtilLoggingHandler,
  Log4j: log4jAppender,
  "Log4j 2": log4j2Appender,
};

/** What the root has where the file says nothing. */
const ROOT_LEVELS: Readonly<Record<OldConfiguration["library"], string>> = {
  "java.util.logging": "INFO",
  Log4j: "DEBUG",
  "Log4j 2": "ERROR",
};

/** A `logback.xml` with the levels and the appenders of an old configuration. */
export function toLogback({ configuration, remarks }: OldFile): XmlPart {
  const { library, scanSeconds, variables } = configuration;
  // Of a logger that is there twice the last counts.
  const loggers = [...new Map(configuration.loggers.map((logger) => [logger.name, logger])).values()];
  const { converted, namesOf } = convertedAppenders(configuration, remarks);
  const refer = (logger: OldLogger): XmlPart[] => references(logger, namesOf, remarks);
  const root = loggers.find(({ name }) => name === "");
  const rootLevel = root === undefined ? undefined : levelOf(root, library, remarks);
  const parts = [
    ...converted,
    ...loggers.filter((logger) => logger !== root).flatMap((logger) => migratedLogger(logger, library, refer(logger), remarks)),
    element("root", { level: rootLevel ?? ROOT_LEVELS[library] }, root === undefined ? [] : refer(root)),
  ];
  const properties = [...variablesIn(parts.flatMap(textsIn), variables)].map(([name, value]) => element("property", { name, value }));
  return element("configuration", scanSeconds === undefined ? {} : { scan: "true", scanPeriod: `${scanSeconds} seconds` }, [...properties, ...parts]);
}

interface ConvertedAppenders {
  readonly converted: readonly XmlPart[];
  /** What a reference to an appender of the old file refers to now; `undefined` where it has none of that name. */
  readonly namesOf: (name: string) => readonly string[] | undefined;
}

/** All appenders in the order of the file. The asynchronous ones come to know which of those behind them are there. */
function convertedAppenders({ library, appenders, variables }: OldConfiguration, remarks: Remarks): ConvertedAppenders {
  const names = new Map<string, readonly string[]>();
  const parts = new Map<OldComponent, XmlPart>();
  for (const appender of [...appenders.filter((one) => !isAsync(one)), ...appenders.filter(isAsync)]) {
    for (const missing of isAsync(appender) ? referencesOf(appender).filter((name) => !appenders.some((one) => one.name === name)) : []) {
      remarks.warn(appender.line, `Appender [${appender.name}] refers to appender [${missing}], which the file does not have.`);
    }
    const behind = isAsync(appender) ? referencesOf(appender).flatMap((name) => names.get(name) ?? []) : [];
    const part = APPENDERS[library](appender, { remarks, variables, behind });
    // An AsyncAppender of Logback takes one; the others are referred to beside it.
    names.set(appender.name, part === undefined ? [] : [appender.name, ...behind.slice(1)]);
    if (part !== undefined) {
      parts.set(appender, part);
    }
  }
  remarkSharedFiles(parts, remarks);
  return { converted: appenders.flatMap((appender) => parts.get(appender) ?? []), namesOf: (name) => names.get(name) };
}

/** A file that is open already is not opened a second time. */
function remarkSharedFiles(parts: ReadonlyMap<OldComponent, XmlPart>, remarks: Remarks): void {
  const writers = new Map<string, string>();
  for (const [{ name, line }, { content }] of parts) {
    const file = typeof content === "string" ? undefined : content.find((part) => "name" in part && part.name === "file");
    if (file === undefined || "comment" in file || typeof file.content !== "string") {
      continue;
    }
    const first = writers.get(file.content);
    writers.set(file.content, first ?? name);
    if (first !== undefined) {
      remarks.warn(line, `Appender [${name}] writes to the file of appender [${first}], which Logback refuses; it does not start.`);
    }
  }
}

function isAsync({ className }: OldComponent): boolean {
  return /Async(?:Appender)?$/i.test(className);
}

function migratedLogger(logger: OldLogger, library: OldConfiguration["library"], references: readonly XmlPart[], remarks: Remarks): XmlPart[] {
  const level = levelOf(logger, library, remarks);
  return level === undefined && logger.isAdditive && references.length === 0 ? [] : [element("logger", { name: logger.name, level, additivity: logger.isAdditive ? undefined : "false" }, references)];
}

function levelOf({ name, level, line }: OldLogger, library: OldConfiguration["library"], remarks: Remarks): string | undefined {
  if (level === undefined) {
    return undefined;
  }
  const migrated = library === "java.util.logging" ? levelOfJavaUtilLogging(level)?.level : levelOrVariable(level);
  if (migrated === undefined) {
    remarks.warn(line, `Level "${level}" of ${name === "" ? "the root" : `logger [${name}]`} is not carried over: ${library} has none of that name.`);
  }
  return migrated;
}

function references({ name, appenders, line }: OldLogger, namesOf: ConvertedAppenders["namesOf"], remarks: Remarks): XmlPart[] {
  const wanted = appenders.flatMap((old) => {
    const found = namesOf(old);
    if (found === undefined) {
      remarks.warn(line, `${name === "" ? "The root" : `Logger [${name}]`} refers to appender [${old}], which the file does not have.`);
    }
    return found ?? [];
  });
  return [...new Set(wanted)].map((ref) => element("appender-ref", { ref }));
}
