import type { AuditAttributes, AuditCounters, AuditEvent, AuditFilter, AuditReceipt } from "./audit/audit-event.js";
import type { AuditOptions, AuditPropertiesFile } from "./audit/audit-options.js";
import { auditor } from "./global.js";

/**
 * Puts on record who did what.
 *
 * With a file of its own (the dedicated mode) a record is one line in that file, which only the process's user can read, and
 * which keeps a number of archives. Without, it is an event of the logger `com.openexchange.log.audit.AuditLogService`.
 *
 * Source: Open-Xchange, `com.openexchange.auditlog.AuditLogService` and `slf4j-auditlog.properties`.
 *
 * @public
 */
export interface AuditLog {
  /**
   * Puts settings in force, between two records: from a properties file, which is watched, or from code.
   *
   * @throws TypeError or RangeError for what is no setting; nothing is changed then.
   */
  configure(options: AuditOptions | AuditPropertiesFile): void;
  /**
   * Puts an event on record. Within the call it is written, or waits for a disk that is full; it never throws.
   *
   * @returns Resolves when the operating system has the record, or with `sync: "each"` when the disk has it. Rejected with an
   * {@link AuditError} when the record is lost; a rejection that nobody handles does no harm, and a status tells of it.
   */
  log(event: AuditEvent): Promise<AuditReceipt>;
  log(eventId: string, attributes?: AuditAttributes): Promise<AuditReceipt>;
  /**
   * Has a filter decide which events are put on record.
   *
   * @returns Removes it.
   * @throws TypeError for what is no function.
   */
  addFilter(filter: AuditFilter): () => void;
  readonly counters: AuditCounters;
}

/**
 * The audit log of the process. `shutdown()` ends it.
 *
 * @public
 */
export const audit: AuditLog = {
  configure: (options) => {
    auditor().configure(options);
  },
  log: (event: AuditEvent | string, attributes?: AuditAttributes) => auditor().log(event, attributes),
  addFilter: (filter) => auditor().addFilter(filter),
  get counters(): AuditCounters {
    return auditor().counters;
  },
};
