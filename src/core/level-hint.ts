import { closest } from "../util/did-you-mean.js";

const LEVELS: readonly string[] = ["OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL"];

/** Words of other logging libraries; those of java.util.logging as SLF4J's bridge has them. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["CONFIG", "INFO"],
  ["CRITICAL", "ERROR"],
  ["FATAL", "ERROR"],
  ["FINE", "DEBUG"],
  ["FINER", "DEBUG"],
  ["FINEST", "TRACE"],
  ["NONE", "OFF"],
  ["NOTICE", "INFO"],
  ["SEVERE", "ERROR"],
  ["SILLY", "TRACE"],
  ["VERBOSE", "TRACE"],
  ["WARNING", "WARN"],
]);

/** ` Did you mean "ERROR"?` for a word that is no level, or nothing. */
export function levelHint(word: string): string {
  const meant = ELSEWHERE.get(word.trim().toUpperCase()) ?? closest(word.trim(), LEVELS);
  return meant === undefined ? "" : ` Did you mean "${meant}"?`;
}
