import { levelOfJavaUtilLogging, levelOfOpenXchangeLog4j } from "./levels.js";
import type { OldConfiguration } from "./old-configuration.js";
import type { OldComponent } from "./old-component.js";
import { openXchangeConfiguration } from "./open-xchange.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";

/** An old configuration, and where remarks about it go. */
export interface OldFile {
  readonly configuration: OldConfiguration;
  readonly remarks: Remarks;
}

const ROOT = "";

/**
 * Open-Xchange's `logback.xml` with the levels of an old `file-logging.properties`, of an old `log4j.xml`, or of both.
 *
 * The first makes ASYNC hand events on to FILE_COMPAT, the second to SYSLOG; where both are there the second wins, also
 * in levels. Appenders are never carried over, and the root refers to ASYNC whatever it referred to.
 *
 * Source: Open-Xchange, the scripts of its package open-xchange-core.
 */
export function toOpenXchange(files: readonly OldFile[]): XmlPart {
  const destination = files.some(({ configuration }) => isLog4j(configuration)) ? "SYSLOG" : "FILE_COMPAT";
  const levels = new Map<string, string>();
  for (const file of files.toSorted((a, b) => Number(isLog4j(a.configuration)) - Number(isLog4j(b.configuration)))) {
    for (const [name, level] of levelsOf(file)) {
      levels.set(name, level);
    }
    remarkAppenders(file, destination);
  }
  const rootLevel = levels.get(ROOT) ?? "INFO";
  levels.delete(ROOT);
  return openXchangeConfiguration({ destination, rootLevel, levels });
}

function isLog4j({ library }: OldConfiguration): boolean {
  return library !== "java.util.logging";
}

function levelsOf({ configuration, remarks }: OldFile): Map<string, string> {
  const levels = new Map<string, string>();
  for (const { name, level, isAdditive, appenders, line } of configuration.loggers) {
    const who = name === ROOT ? "the root" : `logger [${name}]`;
    if (name !== ROOT && (!isAdditive || appenders.length > 0)) {
      remarks.warn(line, `Appenders and additivity of ${who} are not carried over; its events go where those of the root go.`);
    }
    if (level === undefined) {
      continue;
    }
    const migrated = isLog4j(configuration) ? levelOfOpenXchangeLog4j(level) : levelOfJavaUtilLogging(level);
    if (migrated === undefined) {
      remarks.warn(line, `Level "${level}" of ${who} is not carried over: ${configuration.library} has none of that name.`);
      continue;
    }
    if (migrated.note !== undefined) {
      remarks.note(line, `Level of ${who}: ${migrated.note}`);
    }
    levels.set(name, migrated.level);
  }
  return levels;
}

/** Settings that the new file has as well. */
const SAME_IN_THE_NEW: ReadonlyMap<string, string> = new Map([
  ["pattern", "/var/log/open-xchange/open-xchange.log"],
  ["level", "ALL"],
  ["limit", "2097152"],
  ["count", "99"],
  ["formatter", "java.util.logging.SimpleFormatter"],
  ["append", "true"],
]);

function remarkAppenders({ configuration, remarks }: OldFile, destination: string): void {
  for (const appender of configuration.appenders) {
    if (appender.className === "java.util.logging.FileHandler" && destination === "FILE_COMPAT") {
      for (const { name, value, line } of appender.leftovers.filter((one) => SAME_IN_THE_NEW.get(one.name) !== one.value.trim())) {
        remarks.warn(line, `${appender.className}.${name}=${value.trim()} is not carried over; FILE_COMPAT has settings of its own.`);
      }
    } else if (appender.className === "org.apache.log4j.net.SyslogAppender") {
      remarkSyslog(appender, remarks);
    } else {
      remarks.warn(appender.line, `${appender.kind === "handler" ? "Handler" : "Appender"} [${appender.name}] is not carried over; events go to ${destination}.`);
    }
  }
}

function remarkSyslog(appender: OldComponent, remarks: Remarks): void {
  const host = appender.take("syslogHost") ?? "localhost";
  const facility = appender.take("facility") ?? "user";
  if (host === "localhost" && facility.toLowerCase() === "local2") {
    remarks.note(appender.line, `Appender [${appender.name}] becomes SYSLOG, with Open-Xchange's pattern.`);
  } else {
    remarks.warn(appender.line, `Appender [${appender.name}] is not carried over; events go to SYSLOG, which sends to localhost as local2, where this one sent to ${host} as ${facility}.`);
  }
}
