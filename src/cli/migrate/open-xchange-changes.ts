import { SIMPLE_FORMAT } from "./java-util-logging.js";
import { levelOfJavaUtilLogging, levelOfOpenXchangeLog4j } from "./levels.js";
import type { OldConfiguration, OldFile } from "./old-configuration.js";
import type { OldComponent } from "./old-component.js";
import { isChanged, levelsOf, type PackagedLevels } from "./packaged-levels.js";
import type { Remarks } from "./remark.js";

/** What old configurations of Open-Xchange change in its `logback.xml`. */
export interface OpenXchangeChanges {
  /** Where ASYNC hands events on. */
  readonly destination: "FILE_COMPAT" | "SYSLOG";
  /** `undefined` where the old file has the level that was shipped, or none. */
  readonly rootLevel: string | undefined;
  /** Replace those of the same name, or are appended. */
  readonly levels: ReadonlyMap<string, string>;
}

/** What a file of each library had before anybody changed it. */
export interface Packaged {
  /** For remarks: what the files are compared with. */
  readonly what: string;
  readonly levels: ReadonlyMap<OldConfiguration["library"], PackagedLevels>;
}

const ROOT = "";

/**
 * What an old `file-logging.properties`, an old `log4j.xml`, or both change in Open-Xchange's `logback.xml`.
 *
 * The first makes ASYNC hand events on to FILE_COMPAT, the second to SYSLOG; where both are there the second wins, also
 * in levels. Levels that the package had as well are left out. Appenders are never carried over.
 *
 * Source: Open-Xchange, the scripts of its package open-xchange-core.
 */
export function openXchangeChanges(files: readonly OldFile[], packaged: Packaged): OpenXchangeChanges {
  const destination = files.some(({ configuration }) => isLog4j(configuration)) ? "SYSLOG" : "FILE_COMPAT";
  const levels = new Map<string, string>();
  for (const file of files.toSorted((a, b) => Number(isLog4j(a.configuration)) - Number(isLog4j(b.configuration)))) {
    for (const [name, level] of changedLevels(file, packaged)) {
      levels.set(name, level);
    }
    remarkAppenders(file, destination);
  }
  const rootLevel = levels.get(ROOT);
  levels.delete(ROOT);
  return { destination, rootLevel, levels };
}

function isLog4j({ library }: OldConfiguration): boolean {
  return library !== "java.util.logging";
}

function changedLevels({ configuration, remarks }: OldFile, packaged: Packaged): Map<string, string> {
  const shipped = packaged.levels.get(configuration.library) ?? new Map<string, string>();
  const old = levelsOf(configuration);
  const changed = new Map<string, string>();
  for (const { name, level, isAdditive, appenders, line } of configuration.loggers) {
    const who = name === ROOT ? "the root" : `logger [${name}]`;
    if (name !== ROOT && (!isAdditive || appenders.length > 0)) {
      remarks.warn(line, `Appenders and additivity of ${who} are not carried over; its events go where those of the root go.`);
    }
    if (level === undefined || !isChanged(name, old.get(name) ?? level, shipped)) {
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
    changed.set(name, migrated.level);
  }
  const same = [...old].filter(([name, level]) => !isChanged(name, level, shipped)).length;
  if (same > 0) {
    remarks.note(1, `${same} of ${old.size} levels are the same in ${packaged.what}, so logback.xml keeps its own for them.`);
  }
  return changed;
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
  if (configuration.variables.has(SIMPLE_FORMAT)) {
    remarks.warn(configuration.appenders[0]?.line ?? 1, `${SIMPLE_FORMAT} is not carried over; ${destination} has a pattern of its own.`);
  }
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
    remarks.warn(appender.line, `Appender [${appender.name}] is not carried over; events go to SYSLOG, which as shipped sends to localhost as local2, where this one sent to ${host} as ${facility}.`);
  }
}
