import { hostname } from "node:os";
import { compileDateFormat } from "../../util/date-format.js";
import type { EventConverter } from "../converter.js";
import { priorityOf } from "../syslog-priority.js";

/** What a message says of its sender. */
export interface SyslogSender {
  /** Number of the facility. */
  readonly facility: number;
  /** The program; at most 48 characters are written. */
  readonly appName: string;
  /** The process, of which two runs of the program differ; at most 128 characters are written. */
  readonly procId: string;
}

const MAX_HOST_NAME = 255;
const MAX_APP_NAME = 48;
const MAX_PROC_ID = 128;
/** Years have four digits in this format. */
const FIRST_TIME = -62_167_219_200_000;
const LAST_TIME = 253_402_300_799_999;
const DAY_MS = 86_400_000;

/**
 * The beginning of a message up to the process id, with the blank behind it:
 * `<14>1 2024-03-15T10:30:00.123+01:00 host app 4711 `. The time is in the system's zone.
 *
 * Source: RFC 5424, section 6.2.
 */
export function syslogHeader({ facility, appName, procId }: SyslogSender): EventConverter {
  const format = compileDateFormat("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
  // A day less, so that no zone can push the year over the edge.
  const date = (time: number): string => (time >= FIRST_TIME + DAY_MS && time <= LAST_TIME - DAY_MS ? format.format(Math.floor(time)) : "-");
  const sender = `${headerField(hostname(), MAX_HOST_NAME)} ${headerField(appName, MAX_APP_NAME)} ${headerField(procId, MAX_PROC_ID)} `;
  return {
    kind: "event",
    convert: ({ level, timestamp }) => `<${String(priorityOf(facility, level))}>1 ${date(timestamp)} ${sender}`,
    dependsOn: ["time", "level"],
    isNeutral: true,
  };
}

const NOT_PRINTABLE = /[^!-~]/;
const EACH_NOT_PRINTABLE = /[^!-~]/gu;

/** Text as a field of the header: visible ASCII, an underscore in the place of anything else; a hyphen for none. */
export function headerField(text: string, maxLength: number): string {
  if (text === "") {
    return "-";
  }
  return (NOT_PRINTABLE.test(text) ? text.replace(EACH_NOT_PRINTABLE, "_") : text).slice(0, maxLength);
}
