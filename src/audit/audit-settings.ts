import { Level } from "../core/level.js";
import type { AuditFileSettings, AuditSettings } from "./audit-event.js";

/** Milliseconds; a longer timer would run at once. */
export const LONGEST_SYNC_MS: number = 2 ** 31 - 1;
/** Every archive is renamed at each roll. */
export const LARGEST_COUNT = 9_999;

/** What the dedicated file is unless something else is said. Source: Open-Xchange, `slf4j-auditlog.properties`; `sync` is this library's. */
export const DEFAULT_AUDIT_FILE: Omit<AuditFileSettings, "location"> = { size: 2_097_152, count: 99, pattern: "%sanitisedMessage%n", sync: "never" };

/** Source: Open-Xchange, `slf4j-auditlog.properties`. */
export const DEFAULT_AUDIT_SETTINGS: AuditSettings = {
  enabled: false,
  level: Level.INFO,
  delimiter: ", ",
  includeAttributeNames: true,
  datePattern: undefined,
  dateLocale: "en_US",
  dateTimeZone: "GMT",
  file: undefined,
};
