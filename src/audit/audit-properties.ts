import type { Report } from "../core/component.js";
import { Level } from "../core/level.js";
import { closest } from "../util/did-you-mean.js";
import { parseDuration } from "../util/duration.js";
import { FILE_SIZE_EXPECTED, parseFileSize } from "../util/file-size.js";
import type { AuditFileSettings, AuditSettings, AuditSync } from "./audit-event.js";
import { DEFAULT_AUDIT_FILE, DEFAULT_AUDIT_SETTINGS, LARGEST_COUNT, LONGEST_SYNC_MS } from "./audit-settings.js";

/** What every property of the audit log begins with. */
export const AUDIT_PREFIX = "com.openexchange.log.audit.slf4j.";
/** Nothing else is below it: what is there and is not known was meant for the audit log. */
const FAMILY = "com.openexchange.log.audit.";

const NAMES = [
  "enabled",
  "level",
  "delimiter",
  "includeAttributeNames",
  "date.pattern",
  "date.locale",
  "date.timezone",
  "file.location",
  "file.size",
  "file.count",
  "file.pattern",
  "file.fsync",
] as const;

type Name = (typeof NAMES)[number];

const KEYS: readonly string[] = NAMES.map((name) => AUDIT_PREFIX + name);

const LEVELS: ReadonlySet<string> = new Set(["trace", "debug", "info", "warn", "error"]);

/**
 * The settings that an `slf4j-auditlog.properties` means. What cannot be used is replaced by its default, with a WARN; only
 * whether the audit log is on stays as it was, with an ERROR.
 *
 * Source: Open-Xchange, `Slf4jAuditLogActivator`; `file.fsync` is this library's.
 *
 * @param wasEnabled - What the file said last; `undefined` where it said nothing yet.
 * @returns `undefined` where the file says nothing of the audit log.
 */
export function readAuditProperties(properties: ReadonlyMap<string, string>, report: Report, wasEnabled?: boolean): AuditSettings | undefined {
  const keys = [...properties.keys()];
  warnOfUnknown(keys, report);
  if (!keys.some((key) => key.startsWith(AUDIT_PREFIX))) {
    return undefined;
  }
  const textOf = (name: Name): string | undefined => properties.get(AUDIT_PREFIX + name)?.trim();
  const read = <T>(name: Name, fallback: T, expected: string, parse: (text: string) => T | undefined): T => {
    const text = textOf(name) ?? "";
    const value = text === "" ? fallback : parse(text);
    if (value === undefined) {
      report.warn(`${AUDIT_PREFIX}${name}: expected ${expected}, got "${text}"; the default is used.`);
    }
    return value ?? fallback;
  };
  const defaults = DEFAULT_AUDIT_SETTINGS;
  const delimiter = textOf("delimiter");
  const location = textOf("file.location") ?? "";
  const pattern = withoutQuotes(textOf("file.pattern") ?? "");
  return {
    enabled: readEnabled(textOf("enabled"), location, report, wasEnabled),
    level: read("level", defaults.level, "trace, debug, info, warn or error", (text) => (LEVELS.has(text.toLowerCase()) ? Level.parse(text) : undefined)),
    delimiter: delimiter === undefined ? defaults.delimiter : withoutQuotes(delimiter),
    includeAttributeNames: read("includeAttributeNames", defaults.includeAttributeNames, "true or false", flag),
    datePattern: textOf("date.pattern") || undefined,
    dateLocale: textOf("date.locale") || defaults.dateLocale,
    dateTimeZone: textOf("date.timezone") || defaults.dateTimeZone,
    file:
      location === ""
        ? undefined
        : {
            location,
            size: read("file.size", DEFAULT_AUDIT_FILE.size, FILE_SIZE_EXPECTED, sizeOf),
            count: read("file.count", DEFAULT_AUDIT_FILE.count, `a whole number from 1 to ${LARGEST_COUNT}`, countOf),
            pattern: pattern === "" ? DEFAULT_AUDIT_FILE.pattern : pattern,
            sync: read<AuditFileSettings["sync"]>("file.fsync", DEFAULT_AUDIT_FILE.sync, '"each", "never" or a duration such as "200" (milliseconds)', syncOf),
          },
  };
}

/** A misspelt word must not switch the audit log off: who does not read statuses would miss it only when it is needed. */
function readEnabled(text: string | undefined, location: string, report: Report, wasEnabled: boolean | undefined): boolean {
  const enabled = text === undefined ? DEFAULT_AUDIT_SETTINGS.enabled : flag(text);
  if (enabled === undefined) {
    const stays = wasEnabled === undefined ? "the audit log is off" : `the audit log stays ${wasEnabled ? "on" : "off"}`;
    report.error(`${AUDIT_PREFIX}enabled: expected true or false, got "${text ?? ""}"; ${stays}.`);
    return wasEnabled ?? DEFAULT_AUDIT_SETTINGS.enabled;
  }
  if (!enabled && location !== "") {
    report.warn(`${AUDIT_PREFIX}file.location is set, but ${AUDIT_PREFIX}enabled is ${text === undefined ? "missing" : "false"}: nothing is written there.`);
  }
  return enabled;
}

function warnOfUnknown(keys: readonly string[], report: Report): void {
  for (const key of keys) {
    if (key.startsWith(FAMILY) && !KEYS.includes(key)) {
      // What is common to all would make every name look like every other.
      const common = key.startsWith(AUDIT_PREFIX) ? AUDIT_PREFIX : "";
      const near = closest(key.slice(common.length), KEYS.map((known) => known.slice(common.length)));
      report.warn(`${key} is no property of the audit log and is ignored.${near === undefined ? "" : ` Did you mean ${common}${near}?`}`);
    }
  }
}

function flag(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === "true" || word === "false" ? word === "true" : undefined;
}

function sizeOf(text: string): number | undefined {
  const bytes = parseFileSize(text)?.bytes ?? 0;
  return bytes > 0 ? bytes : undefined;
}

function countOf(text: string): number | undefined {
  const count = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= LARGEST_COUNT ? count : undefined;
}

function syncOf(text: string): AuditSync | undefined {
  const word = text.toLowerCase();
  if (word === "each" || word === "never") {
    return word;
  }
  const everyMs = parseDuration(text)?.millis ?? 0;
  return everyMs >= 1 && everyMs <= LONGEST_SYNC_MS ? { everyMs } : undefined;
}

/** One pair, of one kind. */
function withoutQuotes(text: string): string {
  const quote = text.charAt(0);
  return text.length >= 2 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}
