/** A level of Logback, and whether the old one meant something else. */
export interface MigratedLevel {
  readonly level: string;
  readonly note?: string;
}

const OF_LOGBACK = new Set(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF", "ALL"]);

const OF_JAVA_UTIL_LOGGING: ReadonlyMap<string, string> = new Map([
  ["SEVERE", "ERROR"],
  ["WARNING", "WARN"],
  ["CONFIG", "DEBUG"],
  ["FINE", "DEBUG"],
  ["FINER", "TRACE"],
  ["FINEST", "TRACE"],
]);

/** Numbers of java.util.logging, each the lowest of its level. */
const NUMBERS: readonly (readonly [number: number, level: string])[] = [
  [2_147_483_647, "OFF"],
  [1_000, "ERROR"],
  [900, "WARN"],
  [800, "INFO"],
  [500, "DEBUG"],
  [-2_147_483_647, "TRACE"],
  [-2_147_483_648, "ALL"],
];

/**
 * The level of Logback for one of java.util.logging, in any letter case; also for its number. Logback's own names are
 * taken too. `undefined` for anything else.
 *
 * Source: Open-Xchange, `convertJUL2Logback`.
 */
export function levelOfJavaUtilLogging(text: string): MigratedLevel | undefined {
  const name = text.toUpperCase();
  const level = OF_JAVA_UTIL_LOGGING.get(name);
  if (level !== undefined) {
    return { level };
  }
  if (/^-?\d{1,10}$/.test(text)) {
    const number = Number(text);
    const found = NUMBERS.find(([lowest]) => number >= lowest)?.[1];
    return found === undefined ? undefined : { level: found };
  }
  if (!OF_LOGBACK.has(name)) {
    return undefined;
  }
  return ["INFO", "OFF", "ALL"].includes(name) ? { level: name } : { level: name, note: `java.util.logging has no level ${name}; it is taken for Logback's.` };
}

/** The level of Logback for one of Log4j or Log4j 2, in any letter case; `undefined` for what is none. */
export function levelOfLog4j(text: string): MigratedLevel | undefined {
  const name = text.toUpperCase();
  if (name === "FATAL") {
    return { level: "ERROR" };
  }
  return OF_LOGBACK.has(name) ? { level: name } : undefined;
}

/**
 * The level that Open-Xchange's own migration gives for one of Log4j: as `levelOfLog4j`, but TRACE becomes DEBUG,
 * because its way leads through java.util.logging.
 *
 * Source: Open-Xchange, `extractLog4JModifications`.
 */
export function levelOfOpenXchangeLog4j(text: string): MigratedLevel | undefined {
  const migrated = levelOfLog4j(text);
  return migrated?.level === "TRACE" ? { level: "DEBUG", note: "TRACE becomes DEBUG, as in Open-Xchange's own migration; set it to TRACE if that is meant." } : migrated;
}
