import types from "node:util/types";
import { printValue } from "../core/printable.js";
import { newStatus, type StatusManager } from "../core/status.js";
import { compileDateFormat } from "../util/date-format.js";
import { isTimeZone } from "../util/is-time-zone.js";
import { neutralise } from "../util/neutralise.js";
import type { AuditSettings, AuditValue } from "./audit-event.js";
import { DEFAULT_AUDIT_SETTINGS } from "./audit-settings.js";
import { NO_VALUE } from "./no-value.js";

const ORIGIN = { origin: "audit" };
/** The message in the default pattern. */
const SANITISED = "sanitisedMessage";
/** `Date` takes no instant further away. */
const LAST_DATE_MS = 8.64e15;

/** Makes the text of a record: the event id, then each attribute behind a delimiter. Throws nothing. */
export type AuditLine = (eventId: string, attributes: readonly (readonly [name: string, value: AuditValue])[]) => string;

/**
 * Prepares the text of records. Nothing in a value is quoted or escaped; the pattern of the file sees to control characters.
 *
 * Status WARN for a date pattern, language or time zone that is none (the default is used), for a delimiter that will not be in
 * the line, and once for each attribute that came without a value.
 *
 * Source: Open-Xchange, `com.openexchange.log.audit.slf4j`, where an attribute without a value loses the whole record.
 */
export function auditLine(settings: AuditSettings, statusManager: StatusManager): AuditLine {
  const { delimiter, includeAttributeNames } = settings;
  warnOfDelimiter(settings, statusManager);
  const date = dateText(settings, statusManager);
  return (eventId, attributes) => {
    let line = printValue(eventId);
    for (const [name, value] of attributes) {
      const isDate = types.isDate(value);
      const time = isDate ? Date.prototype.getTime.call(value) : 0;
      const isMissing = value === null || value === undefined || !(Math.abs(time) <= LAST_DATE_MS);
      if (isMissing) {
        const text = `The attribute "${printValue(name)}" of the audit event "${printValue(eventId)}" has no value; ${NO_VALUE} is printed. Said once for each attribute.`;
        statusManager.addOnce(`audit-none:${printValue(name)}`, newStatus("WARN", text, ORIGIN));
      }
      const text = isMissing ? NO_VALUE : isDate ? date(time) : printValue(value);
      line += delimiter + (includeAttributeNames ? `${printValue(name)}=${text}` : text);
    }
    return line;
  };
}

/** A delimiter that is not in the line leaves attributes that nobody can tell apart. */
function warnOfDelimiter({ delimiter, file }: AuditSettings, statusManager: StatusManager): void {
  if (delimiter === "") {
    statusManager.warn("delimiter: it is empty, so that nothing stands between the attributes of a record.", ORIGIN);
  } else if (neutralise(delimiter) !== delimiter || (delimiter.includes("\t") && file?.pattern.includes(SANITISED) !== false)) {
    statusManager.warn(`delimiter: expected no control characters, got "${neutralise(delimiter).replaceAll("\t", "\\t")}"; %${SANITISED} takes them out, and other words escape all but the tab.`, ORIGIN);
  }
}

function dateText({ datePattern, dateLocale, dateTimeZone }: AuditSettings, statusManager: StatusManager): (epochMs: number) => string {
  if (datePattern === undefined || datePattern === "") {
    return isoDates();
  }
  const language = /^[A-Za-z]{2,8}(?:[-_][A-Za-z\d]{1,8})*$/.test(dateLocale) ? dateLocale : DEFAULT_AUDIT_SETTINGS.dateLocale;
  if (language !== dateLocale) {
    statusManager.warn(`date.locale: expected a language such as en_US, got "${dateLocale}"; ${language} is used.`, ORIGIN);
  }
  const zone = isTimeZone(dateTimeZone) ? dateTimeZone : DEFAULT_AUDIT_SETTINGS.dateTimeZone;
  if (zone !== dateTimeZone) {
    statusManager.warn(`date.timezone: expected a time zone such as Europe/Berlin, got "${dateTimeZone}"; ${zone} is used.`, ORIGIN);
  }
  try {
    const format = compileDateFormat(datePattern, { zone, locale: language.replaceAll("_", "-") });
    // What only shows while printing shows now.
    format.format(0);
    return (epochMs) => format.format(epochMs);
  } catch (cause) {
    statusManager.warn(`date.pattern: "${datePattern}" cannot be used; dates are printed as ISO 8601 in UTC.`, { ...ORIGIN, cause });
    return isoDates();
  }
}

/** `2016-06-10T10:31:10Z`. The text of the last second is kept: most dates are of now. */
function isoDates(): (epochMs: number) => string {
  let second = Number.NaN;
  let text = "";
  return (epochMs) => {
    const asked = Math.floor(epochMs / 1_000);
    if (asked !== second) {
      second = asked;
      text = new Date(epochMs).toISOString().replace(/\.\d+Z$/, "Z");
    }
    return text;
  };
}
