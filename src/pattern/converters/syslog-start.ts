import { hostname } from "node:os";
import { syslogDate } from "../../util/syslog-date.js";
import type { Converter } from "../converter.js";
import { FACILITY_NAMES, facilityNumber, priorityOf } from "../syslog-priority.js";

/**
 * `%syslogStart{USER}`: the beginning of a syslog message, `<14>Mar 15 10:30:00 host `, with the blank behind it.
 *
 * Option: the facility, in any letter case; required. The time is in the system's zone.
 * Bound by `<conversionRule>` only: patterns know the word in a SyslogAppender, where it is written for them.
 *
 * Source: RFC 3164, section 4.1; Logback, `ch.qos.logback.classic.pattern.SyslogStartConverter`.
 */
export function syslogStart([facility]: readonly string[]): Converter {
  const number = facility === undefined ? undefined : facilityNumber(facility);
  if (number === undefined) {
    throw new RangeError(`expected a facility, ${FACILITY_NAMES.join(", ")}, got ${facility === undefined ? "none" : `"${facility}"`}`);
  }
  const date = syslogDate();
  const host = hostname();
  return {
    kind: "event",
    convert: ({ level, timestamp }) => `<${String(priorityOf(number, level))}>${date(timestamp)} ${host} `,
    dependsOn: ["time", "level"],
    timeStepMs: 1000,
    isNeutral: true,
  };
}
