import { LONGEST_TTL_MS } from "../control/protocol.js";
import { CATEGORIES } from "../core/category.js";
import { Level } from "../core/level.js";
import { parseDuration } from "../util/duration.js";
import type { LogconfArguments } from "./logconf-arguments.js";
import { LogconfProblem } from "./logconf-problem.js";
import { CATEGORY_NAMES, LEVEL_NAMES } from "./logconf-usage.js";

/** What a process is asked for. */
export interface LogconfOperation {
  readonly op: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const SMALLEST_INT = -(2 ** 31);
const LARGEST_INT = 2 ** 31 - 1;
const SHORT_UNITS: ReadonlyMap<string, number> = new Map([["s", 1_000], ["m", 60_000], ["h", 3_600_000], ["d", 86_400_000]]);

const USAGE = { showsUsage: true };
const USAGE_AFTER_OUTPUT = { stream: "out", showsUsage: true } as const;

/**
 * What a command line asks for; of several things the first in the order of the original.
 *
 * @param warn - Is told of words that are ignored.
 * @returns `undefined` when it asks for nothing.
 * @throws LogconfProblem with the original's text.
 */
export function operationOf(given: LogconfArguments, warn: (message: string) => void): LogconfOperation | undefined {
  if (given.has("session") && (given.has("user") || given.has("context"))) {
    throw new LogconfProblem("The '-s' and -u,-c options are mutually exclusive.", USAGE);
  }
  if (given.has("user") && !given.has("context")) {
    throw new LogconfProblem("The '-u' should only be used in conjunction with the '-c' in order to specify a context.", USAGE);
  }
  const ttlMs = ttlOf(given);
  if (given.has("session") || given.has("context")) {
    return scoped(given, ttlMs, warn);
  }
  if (given.has("overrideCategories")) {
    return { op: "overrideExceptionCategories", args: { categories: categoriesOf(given), ttlMs } };
  }
  if (given.has("level")) {
    return { op: "modifyLogLevels", args: { loggers: levelsOf(given, warn), ttlMs } };
  }
  if (ttlMs !== undefined) {
    throw onlyForChanges();
  }
  if (given.has("listCategories")) {
    return { op: "listExceptionCategories", args: {} };
  }
  if (given.has("listFilters")) {
    return { op: "listFilters", args: {} };
  }
  if (given.has("listLoggers")) {
    return listing(given.get("listLoggers") ?? []);
  }
  if (given.has("clearFilters")) {
    return { op: "clearFilters", args: {} };
  }
  return given.has("listAppenders") ? { op: "listAppenders", args: {} } : undefined;
}

function scoped(given: LogconfArguments, ttlMs: number | undefined, warn: (message: string) => void): LogconfOperation {
  if (!given.has("add") && !given.has("delete")) {
    throw new LogconfProblem("You must specify a life cycle switch, either -a to add a filter or -d to remove a filter.");
  }
  const scope = given.has("session") ? { sessionId: wordOf(given, "session") } : { contextId: idOf(given, "context"), ...(given.has("user") ? { userId: idOf(given, "user") } : {}) };
  const kind = "sessionId" in scope ? "Session" : "userId" in scope ? "User" : "Context";
  if (given.has("add")) {
    return { op: `filter${kind}`, args: { ...scope, ttlMs, ...(given.has("level") ? { loggers: levelsOf(given, warn) } : {}) } };
  }
  if (ttlMs !== undefined) {
    throw onlyForChanges();
  }
  return { op: `remove${kind}Filter`, args: { ...scope, ...(given.has("level") ? { loggers: namesOf(given, warn) } : {}) } };
}

/** Who repeats the line that added a filter names the levels too. Without any name, the whole filter would go. */
function namesOf(given: LogconfArguments, warn: (message: string) => void): readonly string[] {
  const names: string[] = [];
  for (const word of given.get("level") ?? []) {
    const [name = ""] = word.split("=", 1);
    if (name === "") {
      warn(ignoredLevel(word));
    } else {
      names.push(name);
    }
  }
  if (names.length === 0) {
    throw new LogconfProblem("You must specify the name of each logger to remove, e.g. com.openexchange.appsuite; without -l the whole filter is removed");
  }
  return names;
}

function ignoredLevel(word: string): string {
  return `Warning: Ignoring unrecognized parameter for -l option '${word}'`;
}

/** Two or more words are names; a single one means something only when it is `dynamic`. */
function listing(words: readonly string[]): LogconfOperation {
  if (words.length > 1) {
    return { op: "getLevelForLoggers", args: { loggers: words } };
  }
  return { op: words[0] === "dynamic" ? "listDynamicallyModifiedLoggers" : "listAllLoggers", args: {} };
}

function levelsOf(given: LogconfArguments, warn: (message: string) => void): readonly (readonly [logger: string, level: string])[] {
  const pairs: [string, string][] = [];
  for (const word of given.get("level") ?? []) {
    const [name = "", level = "", ...more] = word.split("=");
    if (name === "" || level === "" || more.length > 0) {
      warn(ignoredLevel(word));
      continue;
    }
    const known = Level.parse(level);
    if (known === undefined) {
      throw new LogconfProblem(`Error: Unknown log level: "${level}".Requires a valid log level: ${LEVEL_NAMES}`, USAGE_AFTER_OUTPUT);
    }
    pairs.push([name, known.name]);
  }
  if (pairs.length === 0) {
    throw new LogconfProblem("You must specify a key value pair for each logger along with its level, e.g. com.openexchange.appsuite=DEBUG");
  }
  return pairs;
}

function categoriesOf(given: LogconfArguments): readonly string[] {
  const words = (given.get("overrideCategories") ?? []).flatMap((word) => word.split(",")).map((word) => word.trim().toUpperCase());
  const names = words.filter((word) => word !== "" && word !== "NULL");
  const unknown = names.find((name) => !(CATEGORIES as readonly string[]).includes(name));
  if (unknown !== undefined) {
    // The quotation mark too many is the original's.
    throw new LogconfProblem(`Error: Unknown category: "${unknown}"."\nRequires a valid category: ${CATEGORY_NAMES}`, USAGE_AFTER_OUTPUT);
  }
  return [...new Set(names)];
}

function idOf(given: LogconfArguments, name: "context" | "user"): number {
  const word = wordOf(given, name);
  const id = /^[+-]?\d{1,10}$/.test(word) ? Number(word) : Number.NaN;
  if (!(id >= SMALLEST_INT && id <= LARGEST_INT)) {
    throw new LogconfProblem("Error: Requires an integer value.\n", USAGE_AFTER_OUTPUT);
  }
  return id;
}

function wordOf(given: LogconfArguments, name: "context" | "session" | "user"): string {
  return given.get(name)?.at(-1) ?? "";
}

/** `15m`, or a duration as in `logback.xml`. */
function ttlOf(given: LogconfArguments): number | undefined {
  const text = given.get("ttl")?.at(-1);
  if (text === undefined) {
    return undefined;
  }
  const [, digits = "", unit = ""] = /^(\d{1,10})([smhd])$/.exec(text) ?? [];
  const short = SHORT_UNITS.get(unit);
  // Milliseconds, as in `logback.xml`, are nothing that an operator means.
  const millis = short !== undefined ? Number(digits) * short : Number.isNaN(Number(text)) ? parseDuration(text)?.millis : undefined;
  if (millis === undefined || !(millis > 0 && millis <= LONGEST_TTL_MS)) {
    throw new LogconfProblem(`Expected a time of up to 24 days such as 90s, 15m, 2h or "15 minutes" behind --ttl, got "${text}".`, USAGE);
  }
  return millis;
}

function onlyForChanges(): LogconfProblem {
  return new LogconfProblem("The option '--ttl' goes with a change that can be undone: -a, -l or -oec.", USAGE);
}
