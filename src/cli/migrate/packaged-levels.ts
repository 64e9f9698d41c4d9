import type { OldConfiguration } from "./old-configuration.js";

/** Levels as the old library writes them, by the name of the logger; that of the root has an empty name. */
export type PackagedLevels = ReadonlyMap<string, string>;

/** What `file-logging.properties` had when nobody had touched it. */
const OF_FILE_LOGGING: PackagedLevels = new Map([
  ["", "INFO"],
  ["com.openexchange.login.internal.LoginPerformer", "INFO"],
  ["com.openexchange.sessiond.impl.SessionHandler", "INFO"],
  ["sun.rmi", "INFO"],
  ["org.apache", "WARNING"],
  ["com.sun", "INFO"],
  ["javax.management", "INFO"],
  ["javax.jmdns", "WARNING"],
  ["com.hazelcast", "WARNING"],
  ["org.glassfish.grizzly", "WARNING"],
  ["org.apache.cxf", "WARNING"],
  ["com.openexchange.soap.cxf.logger", "WARNING"],
  ["org.jaudiotagger", "SEVERE"],
  ["com.openexchange.documentconverter.impl.Manager", "WARNING"],
  ["com.gargoylesoftware.htmlunit", "WARNING"],
  ["com.openexchange.ajax.requesthandler.DispatcherServlet", "INFO"],
]);

/** What `log4j.xml` had when nobody had touched it. */
const OF_LOG4J: PackagedLevels = new Map([
  ["", "INFO"],
  ["org.apache.jcs", "WARN"],
  ["com.openexchange.login.internal.LoginPerformer", "INFO"],
  ["com.openexchange.sessiond.impl.SessionHandler", "INFO"],
]);

/**
 * The levels of the last old files that Open-Xchange shipped, with which its own migration compares.
 *
 * Source: Open-Xchange, `com.openexchange.configuration.clt` and `org.apache.log4j.configuration`.
 */
export const SHIPPED_LEVELS: ReadonlyMap<OldConfiguration["library"], PackagedLevels> = new Map([
  ["java.util.logging", OF_FILE_LOGGING],
  ["Log4j", OF_LOG4J],
]);

/** The levels of a configuration; of a logger that is there twice the last counts. */
export function levelsOf({ loggers }: OldConfiguration): PackagedLevels {
  return new Map(loggers.flatMap(({ name, level }) => (level === undefined ? [] : [[name, level] as const])));
}

/** Whether the package has the logger with another level, or not at all. Letter case does not count. */
export function isChanged(name: string, level: string, packaged: PackagedLevels): boolean {
  return packaged.get(name)?.trim().toUpperCase() !== level.trim().toUpperCase();
}
