import { Level } from "../core/level.js";

/** Logback's names, with the numbers of RFC 5424, table 1. */
const FACILITIES: ReadonlyMap<string, number> = new Map(
  "KERN USER MAIL DAEMON AUTH SYSLOG LPR NEWS UUCP CRON AUTHPRIV FTP NTP AUDIT ALERT CLOCK LOCAL0 LOCAL1 LOCAL2 LOCAL3 LOCAL4 LOCAL5 LOCAL6 LOCAL7"
    .split(" ")
    .map((name, number) => [name, number]),
);

/** The names of the facilities, in the order of their numbers. */
export const FACILITY_NAMES: readonly string[] = [...FACILITIES.keys()];

const ERROR = 3;
const WARNING = 4;
const INFORMATIONAL = 6;
const DEBUG = 7;

/**
 * The number of a facility, from its name in any letter case; `undefined` where there is none of that name.
 *
 * Source: RFC 5424, section 6.2.1; Logback, `ch.qos.logback.core.net.SyslogAppenderBase`.
 */
export function facilityNumber(name: string): number | undefined {
  return FACILITIES.get(name.toUpperCase());
}

/**
 * The number between the angle brackets with which a message begins. TRACE counts as DEBUG.
 *
 * Source: RFC 5424, section 6.2.1; Logback, `ch.qos.logback.classic.util.LevelToSyslogSeverity`.
 */
export function priorityOf(facility: number, level: Level): number {
  return facility * 8 + severityOf(level);
}

function severityOf(level: Level): number {
  if (level.isGreaterOrEqual(Level.ERROR)) {
    return ERROR;
  }
  if (level.isGreaterOrEqual(Level.WARN)) {
    return WARNING;
  }
  return level.isGreaterOrEqual(Level.INFO) ? INFORMATIONAL : DEBUG;
}
