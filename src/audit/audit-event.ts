import type { Level } from "../core/level.js";

/**
 * The value of an attribute. A `Date` is printed as the audit log's settings say, `null` and `undefined` as `<none>`, anything
 * else as its text.
 *
 * @public
 */
export type AuditValue = string | number | bigint | boolean | Date | null | undefined;

/**
 * What an audit record says, in order: pairs, as in an array or a `Map`, or an object, whose keys come in the order in which
 * they were written (keys that are whole numbers come first, as everywhere in JavaScript).
 *
 * @public
 */
export type AuditAttributes = Iterable<readonly [name: string, value: AuditValue]> | Readonly<Record<string, AuditValue>>;

/**
 * Something that happened and is to be kept on record.
 *
 * @public
 */
export interface AuditEvent {
  /** For example `ox.login`. */
  readonly eventId: string;
  readonly attributes: AuditAttributes;
}

/**
 * What became of an audit record:
 *
 * - `synced`: it is on the disk.
 * - `written`: the operating system has it; it outlives the process, whatever becomes of that.
 * - `refused`: a filter did not want it, the level of the logger is off, or the filters of all its appenders kept it out. It is written nowhere.
 * - `disabled`: the audit log is switched off. It is written nowhere.
 *
 * @public
 */
export interface AuditReceipt {
  readonly state: "synced" | "written" | "refused" | "disabled";
  /** What `%sn` prints in the record's line; 0 for one that is written nowhere. */
  readonly sequenceNumber: number;
}

/**
 * Whether a record is wanted; `false` from any filter refuses it, and nothing else does. A filter that throws, returns nothing or
 * returns a promise counts as one that wants it.
 *
 * Source: Open-Xchange, `com.openexchange.auditlog.AuditLogFilter`.
 *
 * @public
 */
export type AuditFilter = (eventId: string, attributes: readonly (readonly [name: string, value: AuditValue])[]) => boolean;

/**
 * Records since the audit log was made: `logged = written + queued + dropped + refused`.
 *
 * @public
 */
export interface AuditCounters {
  readonly logged: number;
  readonly written: number;
  readonly queued: number;
  readonly dropped: number;
  readonly refused: number;
}

/**
 * When the dedicated file is synced to the disk:
 *
 * - `each`: every record before it is acknowledged. Records that come meanwhile share the next sync.
 * - `never`: the operating system does it when it likes; records outlive the process, not a failure of the machine.
 * - `everyMs`: after so many milliseconds with something new.
 *
 * @public
 */
export type AuditSync = "each" | "never" | { readonly everyMs: number };

/**
 * The file of the dedicated mode.
 *
 * @public
 */
export interface AuditFileSettings {
  /** Path of the file, relative to the working directory; archives are called `<location>.1` (the newest), `.2` and so on. */
  readonly location: string;
  /** Bytes from which on it rolls; 2,097,152 unless given. */
  readonly size: number;
  /** Archives that are kept; 99 unless given. */
  readonly count: number;
  /** A pattern as in `logback.xml`, Open-Xchange's words included; `%sanitisedMessage%n` unless given. */
  readonly pattern: string;
  /** `never` unless given. */
  readonly sync: AuditSync;
}

/**
 * How records are printed and where they go.
 *
 * @public
 */
export interface AuditSettings {
  /** False unless given. */
  readonly enabled: boolean;
  /** INFO unless given. */
  readonly level: Level;
  /** Stands before each attribute; `, ` unless given. */
  readonly delimiter: string;
  /** Whether attributes are printed as `name=value`, or as `value` alone. True unless given. */
  readonly includeAttributeNames: boolean;
  /** For dates, as `java.time.format.DateTimeFormatter` reads it. Unless given, ISO 8601 in UTC, to the second. */
  readonly datePattern: string | undefined;
  /** A language such as `de_DE`, with a `datePattern`; `en_US` unless given. */
  readonly dateLocale: string;
  /** A time zone, with a `datePattern`; `GMT` unless given. */
  readonly dateTimeZone: string;
  /** The dedicated mode; without it records are events of the logger `com.openexchange.log.audit.AuditLogService`. */
  readonly file: AuditFileSettings | undefined;
}
