import type { ComponentEnvironment, Report } from "../core/component.js";
import { epochTimestamp, epochTimestampText, formattedTimestamp } from "../json/timestamp.js";
import type { JsonField } from "../json/json-field.js";
import { compileDateFormat, type DateFormat } from "../util/date-format.js";
import { thrownMessage } from "../util/thrown-message.js";

const LOCAL = "uuuu-MM-dd'T'HH:mm:ss.SSS";
/** What a timestamp looks like unless something else is asked for. */
export const ISO_OFFSET_DATE_TIME: string = `${LOCAL}XXXXX`;
const ZONED = `${ISO_OFFSET_DATE_TIME}'['VV']'`;

/** The formats that have a name, as patterns. */
const NAMED_PATTERNS: ReadonlyMap<string, string> = new Map([
  ["[ISO_OFFSET_DATE_TIME]", ISO_OFFSET_DATE_TIME],
  ["[ISO_ZONED_DATE_TIME]", ZONED],
  ["[ISO_DATE_TIME]", ZONED],
  ["[ISO_LOCAL_DATE_TIME]", LOCAL],
  ["[ISO_INSTANT]", ISO_OFFSET_DATE_TIME],
]);

const SYSTEM_ZONE = "[DEFAULT]";

/** How the time of an event is written. */
export interface TimestampStyle {
  /** A pattern of `java.time.format.DateTimeFormatter` or a name in brackets; `[ISO_OFFSET_DATE_TIME]` unless given. */
  readonly pattern?: string | undefined;
  /** An id for `ZoneId.of`; the system's zone unless given. */
  readonly zone?: string | undefined;
}

/** The field that tells the time of an event, and whether it prints below the millisecond. */
interface TimestampField {
  readonly field: JsonField;
  readonly needsNanos: boolean;
}

/**
 * The field for a style. What is wrong is reported, and the default used in its place.
 *
 * The named formats always print three digits of the second, where logstash-logback-encoder prints as many as there are.
 */
function timestampField(name: string, { pattern, zone }: TimestampStyle, reports: { readonly pattern: Report; readonly zone: Report }): TimestampField {
  if (pattern === "[UNIX_TIMESTAMP_AS_NUMBER]") {
    return { field: epochTimestamp(name), needsNanos: false };
  }
  if (pattern === "[UNIX_TIMESTAMP_AS_STRING]") {
    return { field: epochTimestampText(name), needsNanos: false };
  }
  const format = formatOf(pattern ?? "", pattern === "[ISO_INSTANT]" ? "UTC" : knownZone(zone, reports.zone), reports.pattern);
  return { field: formattedTimestamp(name, format), needsNanos: format.precision === "nano" };
}

/**
 * The field for what the properties of a component say. The context reads its fine clock where that is printed.
 *
 * @param properties - Names of the properties, for statuses.
 */
export function configuredTimestamp(name: string, style: TimestampStyle, properties: { readonly pattern: string; readonly zone: string }, environment: ComponentEnvironment): JsonField {
  const reports = { pattern: environment.reportOn(properties.pattern), zone: environment.reportOn(properties.zone) };
  const { field, needsNanos } = timestampField(name, style, reports);
  environment.context.fineClock ||= needsNanos;
  return field;
}

function knownZone(zone: string | undefined, report: Report): string | undefined {
  if (zone === undefined || zone === "" || zone.toUpperCase() === SYSTEM_ZONE) {
    return undefined;
  }
  try {
    compileDateFormat("X", { zone });
    return zone;
  } catch {
    report.error(`There is no time zone "${zone}"; the system's is used.`);
    return undefined;
  }
}

function formatOf(pattern: string, zone: string | undefined, report: Report): DateFormat {
  const place = zone === undefined ? {} : { zone };
  const named = NAMED_PATTERNS.get(pattern === "" ? "[ISO_OFFSET_DATE_TIME]" : pattern);
  if (named === undefined && pattern.startsWith("[") && pattern.endsWith("]")) {
    report.error(`There is no timestamp format ${pattern}; [ISO_OFFSET_DATE_TIME] is used. Known are ${[...NAMED_PATTERNS.keys()].join(", ")}.`);
    return compileDateFormat(ISO_OFFSET_DATE_TIME, place);
  }
  try {
    return compileDateFormat(named ?? pattern, place);
  } catch (cause) {
    const reason = thrownMessage(cause).replace(/\.$/, "");
    report.error(`"${pattern}" is no date pattern: ${reason}. [ISO_OFFSET_DATE_TIME] is used.`);
    return compileDateFormat(ISO_OFFSET_DATE_TIME, place);
  }
}
