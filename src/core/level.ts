import { kindOf, safeGet } from "./safe-access.js";

/**
 * How severe an event is, and the threshold a logger is set to.
 *
 * The seven instances are the only ones. Compare them by {@link Level.value}, never by identity:
 * an application may hold levels of the ESM and of the CommonJS build of this library at once.
 *
 * Source: Logback manual, "Architecture", effective level.
 *
 * @public
 */
export class Level {
  /** As a logger's level: nothing is logged. */
  static readonly OFF: Level = new Level("OFF", 2147483647);
  static readonly ERROR: Level = new Level("ERROR", 40000);
  static readonly WARN: Level = new Level("WARN", 30000);
  static readonly INFO: Level = new Level("INFO", 20000);
  static readonly DEBUG: Level = new Level("DEBUG", 10000);
  static readonly TRACE: Level = new Level("TRACE", 5000);
  /** As a logger's level: everything is logged. */
  static readonly ALL: Level = new Level("ALL", -2147483648);

  /** Upper case, as it is printed. */
  readonly name: LevelName;
  /** Rank, the number that Logback uses; larger is more severe. */
  readonly value: number;

  private constructor(name: LevelName, value: number) {
    this.name = name;
    this.value = value;
  }

  /** Whether this level is as severe as `other` or more. */
  isGreaterOrEqual(other: Level): boolean {
    return this.value >= other.value;
  }

  toString(): string {
    return this.name;
  }

  toJSON(): string {
    return this.name;
  }

  /**
   * The level with that name, in any letter case; `undefined` when there is none.
   *
   * @param name - Surrounding white space is ignored.
   */
  static parse(name: string): Level | undefined {
    return LEVELS.get(name.trim().toUpperCase());
  }

  /** Like {@link Level.parse}, with DEBUG (Logback's choice) or `fallback` for a word that is no level. */
  static toLevel(name: string, fallback: Level = Level.DEBUG): Level {
    return Level.parse(name) ?? fallback;
  }
}

/** Whether a value is one of the seven levels, also as another copy of this library has them. Never throws. */
export function isLevel(value: unknown): value is Level {
  // Asked in every call of `log`, nearly always about one of this copy.
  return OWN_LEVELS.has(value) || isForeignLevel(value);
}

function isForeignLevel(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const name = safeGet(value, "name");
  const level = typeof name === "string" ? LEVELS.get(name) : undefined;
  return level !== undefined && safeGet(value, "value") === level.value;
}

/**
 * The level itself, or the one with that name.
 *
 * @throws TypeError for anything else; `caller` begins its message.
 */
export function requireLevel(caller: string, level: unknown): Level {
  const found = typeof level === "string" ? Level.parse(level) : level;
  if (isLevel(found)) {
    return found;
  }
  const came = typeof level === "string" ? `"${level}"` : kindOf(level);
  throw new TypeError(`${caller}: expected a level, or OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL, got ${came}.`);
}

/**
 * The name of a level of Logback, or of `OFF` (none) or `ALL` (every one).
 *
 * @public
 */
export type LevelName = "OFF" | "ERROR" | "WARN" | "INFO" | "DEBUG" | "TRACE" | "ALL";

const LEVELS: ReadonlyMap<string, Level> = new Map(
  [Level.OFF, Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE, Level.ALL].map((level) => [level.name, level]),
);
const OWN_LEVELS: ReadonlySet<unknown> = new Set(LEVELS.values());
