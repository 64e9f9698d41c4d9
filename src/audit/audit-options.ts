import { Level, requireLevel } from "../core/level.js";
import { kindOf } from "../core/safe-access.js";
import type { AuditFileSettings, AuditSettings } from "./audit-event.js";
import { DEFAULT_AUDIT_FILE, DEFAULT_AUDIT_SETTINGS, LARGEST_COUNT, LONGEST_SYNC_MS } from "./audit-settings.js";

/**
 * Settings of the audit log, in code. What is not given has its default, and `enabled` is true.
 *
 * @public
 */
export interface AuditOptions extends Partial<Omit<AuditSettings, "file" | "level">> {
  readonly level?: Level | string;
  /** The dedicated mode. */
  readonly file?: Partial<AuditFileSettings> & Pick<AuditFileSettings, "location">;
}

/**
 * An `slf4j-auditlog.properties`: read now, and again whenever it changes.
 *
 * @public
 */
export interface AuditPropertiesFile {
  /** Relative to the working directory. */
  readonly propertiesFile: string;
}

/** Whether the settings are in a properties file. @throws TypeError for what is no path, and for no object. */
export function isPropertiesFile(options: AuditOptions | AuditPropertiesFile): options is AuditPropertiesFile {
  const given: unknown = options;
  if (typeof given !== "object" || given === null) {
    throw new TypeError(`audit.configure: expected an object, got ${kindOf(given)}.`);
  }
  if (!("propertiesFile" in given)) {
    return false;
  }
  expectPath("propertiesFile", given.propertiesFile);
  return true;
}

/** @throws TypeError or RangeError for what is no setting. */
export function settingsFromCode({ level, file, ...rest }: AuditOptions): AuditSettings {
  return {
    ...DEFAULT_AUDIT_SETTINGS,
    enabled: true,
    ...rest,
    level: level === undefined ? DEFAULT_AUDIT_SETTINGS.level : checkedLevel(level),
    file: file === undefined ? undefined : checkedFile({ ...DEFAULT_AUDIT_FILE, ...file }),
  };
}

function checkedLevel(given: unknown): Level {
  const level = requireLevel("audit.configure", given);
  if (level === Level.OFF || level === Level.ALL) {
    throw new RangeError(`audit.configure: expected a level that events have, got ${level.name}.`);
  }
  return level;
}

function checkedFile(file: AuditFileSettings): AuditFileSettings {
  const { location, size, count, pattern, sync } = file as { [K in keyof AuditFileSettings]: unknown };
  expectPath("file.location", location);
  if (typeof pattern !== "string") {
    throw new TypeError(`audit.configure: expected a text as file.pattern, got ${kindOf(pattern)}.`);
  }
  expectWhole("file.size", size, Number.MAX_SAFE_INTEGER);
  expectWhole("file.count", count, LARGEST_COUNT);
  if (sync !== "each" && sync !== "never") {
    expectWhole('file.sync, where it is not "each" or "never": everyMs', (sync as { readonly everyMs?: unknown } | null | undefined)?.everyMs, LONGEST_SYNC_MS);
  }
  return file;
}

function expectPath(name: string, path: unknown): void {
  if (typeof path !== "string" || path === "") {
    throw new TypeError(`audit.configure: expected a path as ${name}, got ${path === "" ? "an empty text" : kindOf(path)}.`);
  }
}

function expectWhole(name: string, value: unknown, largest: number): void {
  if (!Number.isSafeInteger(value) || (value as number) < 1 || (value as number) > largest) {
    throw new RangeError(`audit.configure: expected a whole number from 1 to ${largest} as ${name}, got ${typeof value === "number" ? String(value) : kindOf(value)}.`);
  }
}
