import { compileDateFormat } from "../../util/date-format.js";
import { isTimeZone } from "../../util/is-time-zone.js";
import type { ConverterEnvironment } from "../converter.js";

/** What stands between the braces of `%d`, as it is written; `undefined` for what is left out. */
export interface DateOptions {
  readonly pattern: string | undefined;
  readonly zone: string | undefined;
  readonly locale: string | undefined;
}

const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][A-Za-z\d]+)*$/;

/**
 * Reads the options of `%d`. Where the second is no time zone, Logback throws; here what was probably meant is used,
 * and a status ERROR tells what to write.
 */
export function readDateOptions([pattern, zone, ...rest]: readonly string[], environment: ConverterEnvironment): DateOptions {
  const locale = rest[0];
  if (zone === undefined || isTimeZone(zone)) {
    return { pattern, zone, locale };
  }
  const joined = joinedPattern(pattern ?? "", zone, environment.optionText ?? "");
  if (joined !== undefined) {
    environment.report("ERROR", `A comma ends the date pattern and "${zone}" is no time zone. "${joined}" is used; quote the pattern: {"${joined}"}.`);
    return { ...readDateOptions([joined, ...rest], environment), pattern: joined };
  }
  if (locale === undefined && LANGUAGE_TAG.test(zone)) {
    environment.report("ERROR", `"${zone}" stands where the time zone goes; it is used as the language. Name a zone before it, such as UTC.`);
    return { pattern, zone: undefined, locale: zone };
  }
  environment.report("ERROR", `"${zone}" is no time zone; the system's is used. A date pattern with a comma needs quotes.`);
  return { pattern, zone: undefined, locale };
}

/** Pattern and "zone" as they were written, when together they are a date pattern. */
function joinedPattern(pattern: string, zone: string, written: string): string | undefined {
  const end = written.indexOf(zone, pattern.length) + zone.length;
  const joined = written.slice(0, end).trim();
  // Quoted options were meant to be apart.
  return joined.startsWith(pattern) && /^\s*,\s*$/.test(joined.slice(pattern.length, -zone.length)) && isPattern(joined) ? joined : undefined;
}

function isPattern(text: string): boolean {
  try {
    compileDateFormat(text);
    return true;
  } catch {
    return false;
  }
}
