const ISO8601 = "yyyy-MM-dd HH:mm:ss,SSS";
const STRICT = "yyyy-MM-dd'T'HH:mm:ss,SSS";

/**
 * The pattern behind the first option of `%d`: Logback's own names, letter case counting, or the text itself.
 *
 * Logback warns and prints `ISO8601` where the result is no pattern; `ABSOLUTE` and `DATE` are no names to it.
 * Source: Logback 1.6, `DateConverter`.
 *
 * @param name - The option; undefined or empty means `ISO8601`.
 */
export function resolveLogbackDatePattern(name?: string): string {
  if (name === undefined || name === "" || name === "ISO8601") {
    return ISO8601;
  }
  return name === "STRICT" ? STRICT : name;
}
