import { Level, requireLevel } from "../core/level.js";
import { kindOf } from "../core/safe-access.js";
import { closest } from "../util/did-you-mean.js";
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

/** What the settings besides `level` and `file` are. */
const KINDS: Readonly<Record<Exclude<keyof AuditSettings, "level" | "file">, "boolean" | "string">> = {
  enabled: "boolean",
  delimiter: "string",
  includeAttributeNames: "boolean",
  datePattern: "string",
  dateLocale: "string",
  dateTimeZone: "string",
};
const NAMES: readonly string[] = [...Object.keys(KINDS), "level", "file"];
const FILE_NAMES: readonly string[] = ["location", ...Object.keys(DEFAULT_AUDIT_FILE)];

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
  expectNames("", given, ["propertiesFile"]);
  return true;
}

/** @throws TypeError or RangeError for what is no setting. */
export function settingsFromCode(options: AuditOptions): AuditSettings {
  expectNames("", options, NAMES);
  const { level, file, ...rest } = options;
  for (const [name, kind] of Object.entries(KINDS)) {
    const value: unknown = rest[name as keyof typeof KINDS];
    if (value !== undefined && typeof value !== kind) {
      throw new TypeError(`audit.configure: expected ${kind === "boolean" ? "true or false" : "a text"} as ${name}, got ${kindOf(value)}.`);
    }
  }
  return {
    ...DEFAULT_AUDIT_SETTINGS,
    enabled: true,
    ...given(rest),
    level: level === undefined ? DEFAULT_AUDIT_SETTINGS.level : checkedLevel(level),
    file: file === undefined ? undefined : checkedFile(file),
  };
}

/** What is `undefined` is as good as left out. */
function given<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

function checkedLevel(given: unknown): Level {
  const level = requireLevel("audit.configure", given);
  if (level === Level.OFF || level === Level.ALL) {
    throw new RangeError(`audit.configure: expected a level that events have, got ${level.name}.`);
  }
  return level;
}

function checkedFile(options: NonNullable<AuditOptions["file"]>): AuditFileSettings {
  if (typeof options !== "object" || (options as unknown) === null) {
    throw new TypeError(`audit.configure: expected an object with a location as file, got ${kindOf(options)}.`);
  }
  expectNames("file.", options, FILE_NAMES);
  const file: AuditFileSettings = { ...DEFAULT_AUDIT_FILE, ...given(options) };
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

/** A misspelt name would otherwise be a setting that silently does not count. */
function expectNames(holder: string, options: object, names: readonly string[]): void {
  const wrong = Object.keys(options).find((name) => !names.includes(name));
  if (wrong !== undefined) {
    const near = closest(wrong, names);
    throw new TypeError(`audit.configure: expected only ${names.map((name) => holder + name).join(", ")}, got ${holder}${wrong}.${near === undefined ? "" : ` Did you mean ${holder}${near}?`}`);
  }
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
