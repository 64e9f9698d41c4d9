import { referencesOf, type AppenderConversion } from "./conversion.js";
import { levelOrVariable } from "./filters.js";
import { javaUtilLoggingHandler } from "./java-util-logging-handler.js";
import { levelOfJavaUtilLogging } from "./levels.js";
import { log4jAppender } from "./log4j-appender.js";
import { log4j2Appender } from "./log4j2-appender.js";
import type { OldConfiguration, OldLogger } from "./old-configuration.js";
import type { OldComponent } from "./old-component.js";
import { element, textsIn, type XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import type { OldFile } from "./to-open-xchange.js";
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
  const names = namesIn(configuration.appenders);
  const namesOf = (name: string): readonly string[] => names.get(name) ?? [];
  const converted = configuration.appenders.flatMap((appender) => APPENDERS[library](appender, { remarks, variables, namesOf }) ?? []);
  const made = new Set(converted.map(({ attributes }) => attributes["name"]));
  const refer = (logger: OldLogger): XmlPart[] => references(logger, namesOf, made, remarks);
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

/**
 * By what names an appender is referred to: its own, and for an asynchronous one with several behind it also those, but
 * for the first, because an AsyncAppender of Logback takes one.
 */
function namesIn(appenders: readonly OldComponent[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    appenders.map((appender) => {
      const behind = /Async(?:Appender)?$/.test(appender.className) ? referencesOf(appender) : [];
      return [appender.name, [appender.name, ...behind.slice(1)]];
    }),
  );
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

function references({ name, appenders, line }: OldLogger, namesOf: (name: string) => readonly string[], made: ReadonlySet<string | undefined>, remarks: Remarks): XmlPart[] {
  const wanted = appenders.flatMap((old) => {
    const found = namesOf(old);
    if (found.length === 0) {
      remarks.warn(line, `${name === "" ? "The root" : `Logger [${name}]`} refers to appender [${old}], which the file does not have.`);
    }
    return found.filter((one) => made.has(one));
  });
  return [...new Set(wanted)].map((ref) => element("appender-ref", { ref }));
}
