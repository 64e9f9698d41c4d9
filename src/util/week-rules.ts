import { isLeapYear, type CivilDate } from "./civil-date.js";
import type { LanguageTag } from "./language-tag.js";

/** How a region counts weeks. */
export interface WeekRules {
  /** 1 is Monday, 7 is Sunday. */
  readonly firstDay: number;
  /** How many days of a year (or month) its first week must hold. */
  readonly minimalDays: number;
}

/**
 * Regions whose rules differ from Monday and one day, by `firstDay,minimalDays`.
 *
 * Source: CLDR 39, through `java.time.temporal.WeekFields.of` of OpenJDK 17.0.15.
 */
const REGIONS_BY_RULES: Readonly<Record<string, string>> = {
  "1,4":
    "AD AT AX BE BG CH CZ DE DK EE ES FI FJ FO FR GB GF GG GI GP GR HU IE IM IS IT JE LI LT LU MC MQ NL NO PL RE RU SE SJ SK SM VA",
  "5,1": "MV",
  "6,1": "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY",
  "7,1":
    "AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR " +
    "PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW",
  "7,4": "PT",
};

const DAY_KEYWORDS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * The week rules of a locale.
 *
 * A locale without a region begins its weeks on Sunday, even `de`, as JDK 17 does; `fw` and `rg` keywords are honoured.
 */
export function weekRules(locale: LanguageTag): WeekRules {
  const override = /^([a-z]{2})zzzz$/.exec(locale.keywords.get("rg") ?? "")?.[1]?.toUpperCase();
  const rules = rulesOfRegion(override ?? locale.region);
  const firstDay = DAY_KEYWORDS.indexOf(locale.keywords.get("fw") ?? "") + 1;
  return firstDay === 0 ? rules : { ...rules, firstDay };
}

function rulesOfRegion(region: string): WeekRules {
  if (region === "") {
    return { firstDay: 7, minimalDays: 1 };
  }
  for (const [key, regions] of Object.entries(REGIONS_BY_RULES)) {
    if (regions.split(" ").includes(region)) {
      return { firstDay: Number(key.charAt(0)), minimalDays: Number(key.charAt(2)) };
    }
  }
  return { firstDay: 1, minimalDays: 1 };
}

/** Day of the week counted from the rules' first day, 1 to 7. */
export function localDayOfWeek(rules: WeekRules, date: CivilDate): number {
  return ((date.dayOfWeek - rules.firstDay + 7) % 7) + 1;
}

/** Week of the month; 0 for days before its first week. */
export function weekOfMonth(rules: WeekRules, date: CivilDate): number {
  return weekNumber(startOffset(rules, date.day, localDayOfWeek(rules, date)), date.day);
}

/** Week of the week-based year, and that year. Source: `java.time.temporal.WeekFields`. */
export function weekOfYear(rules: WeekRules, date: CivilDate): { readonly week: number; readonly year: number } {
  const { dayOfYear, year } = date;
  const dayOfWeek = localDayOfWeek(rules, date);
  const offset = startOffset(rules, dayOfYear, dayOfWeek);
  const week = weekNumber(offset, dayOfYear);
  if (week === 0) {
    const lastDay = yearLength(year - 1);
    const itsDayOfWeek = ((((dayOfWeek - 1 - dayOfYear) % 7) + 7) % 7) + 1;
    return { week: weekNumber(startOffset(rules, lastDay, itsDayOfWeek), lastDay), year: year - 1 };
  }
  const firstWeekOfNextYear = weekNumber(offset, yearLength(year) + rules.minimalDays);
  return week >= firstWeekOfNextYear ? { week: week - firstWeekOfNextYear + 1, year: year + 1 } : { week, year };
}

function yearLength(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function startOffset(rules: WeekRules, day: number, dayOfWeek: number): number {
  const weekStart = (((day - dayOfWeek) % 7) + 7) % 7;
  return weekStart + 1 > rules.minimalDays ? 7 - weekStart : -weekStart;
}

function weekNumber(offset: number, day: number): number {
  return Math.floor((7 + offset + (day - 1)) / 7);
}
