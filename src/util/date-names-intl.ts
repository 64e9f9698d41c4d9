import type { DateNames, NameKey } from "./date-locale.js";
import { plainTag, type LanguageTag } from "./language-tag.js";

const WIDTHS: Readonly<Record<string, "short" | "long" | "narrow">> = { 1: "short", 3: "short", 4: "long", 5: "narrow" };

/** Dates to read names from: the first day of each month of 2024, whose first day was a Monday. */
const JANUARY_2024 = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;

/**
 * Names from the `Intl` of this Node.js; undefined for a language it lacks.
 *
 * `Intl` has no names of quarters: they are those of the root locale, `Q1` and `1`.
 */
export function intlDateNames(locale: LanguageTag): DateNames | undefined {
  if (Intl.DateTimeFormat.supportedLocalesOf(plainTag(locale)).length === 0) {
    return undefined;
  }
  const tag = `${plainTag(locale)}-u-ca-gregory-nu-latn`;

  function part(options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes, at: number): string {
    const parts = new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options }).formatToParts(at);
    return parts.find((candidate) => candidate.type === type)?.value ?? "";
  }

  function text(key: NameKey, index: number): string {
    const width = WIDTHS[key.charAt(1)] ?? "short";
    switch (key.charAt(0)) {
      case "M":
        return part({ month: width, day: "numeric", ...(width === "long" ? { year: "numeric" } : {}) }, "month", Date.UTC(2024, index, 1));
      case "L":
        return part({ month: width }, "month", Date.UTC(2024, index, 1));
      case "E":
        return part({ weekday: width, month: "long", day: "numeric" }, "weekday", JANUARY_2024 + index * DAY_MS);
      case "c":
        return part({ weekday: width }, "weekday", JANUARY_2024 + index * DAY_MS);
      case "G":
        return part({ era: width, year: "numeric" }, "era", index === 0 ? Date.UTC(-500, 0, 1) : JANUARY_2024);
      case "a":
        return part({ hour: "numeric", hour12: true }, "dayPeriod", JANUARY_2024 + index * NOON_MS);
      default:
        return width === "narrow" ? String(index + 1) : `Q${index + 1}`;
    }
  }

  const cache = new Map<string, string>();
  return {
    text(key, index) {
      const name = cache.get(`${key}:${index}`) ?? text(key, index);
      cache.set(`${key}:${index}`, name);
      return name;
    },
    dayPart(letters, hour, minute) {
      const at = JANUARY_2024 + (hour * 60 + minute) * 60_000;
      return part({ hour: "numeric", hour12: true, dayPeriod: WIDTHS[letters] ?? "short" }, "dayPeriod", at);
    },
    gmt: part({ timeZoneName: "longOffset" }, "timeZoneName", JANUARY_2024).replace(/[+−-]?[\p{Nd}:.]*$/u, ""),
  };
}
