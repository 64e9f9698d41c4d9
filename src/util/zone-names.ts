import { lookupChain, plainTag, type LanguageTag } from "./language-tag.js";
import { once } from "./once.js";
import { parseLongOffset } from "./zone-offset-text.js";
import { ZONE_NAMES } from "./zone-names-data.js";
import { LOCAL_SHORT_NAMES } from "./zone-short-names-data.js";
import { STANDARD_OFFSETS } from "./zone-standard-data.js";

/** What is known of a region id besides its offset. */
export interface ZoneRow {
  /** The id all rows of the same names are filed under. */
  readonly group: string;
  /** Short, short summer, short generic, long, long summer, long generic. */
  readonly names: readonly string[];
  /** Index into the standard offsets. */
  readonly standard: number;
}

/** `short` is `z` and `v`, `long` is `zzzz` and `vvvv`. */
export type ZoneNameStyle = "short" | "long";

const STANDARD = 0;
const SUMMER = 1;
const GENERIC = 2;

const rows = once((): ReadonlyMap<string, ZoneRow> => {
  const table = new Map<string, ZoneRow>();
  for (const line of logicalLines(ZONE_NAMES)) {
    const { names, ids } = namesAndIds(line);
    const group = (ids[0] ?? "").split(":")[0] ?? "";
    for (const id of ids) {
      const [name = "", standard = ""] = id.split(":");
      table.set(name, { group, names, standard: Number.parseInt(standard, 36) });
    }
  }
  return table;
});

const standardOffsets = once((): readonly string[] => STANDARD_OFFSETS.trim().split(/\s+/));

const localShortNames = once((): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> => {
  const byLocale = new Map<string, ReadonlyMap<string, readonly string[]>>();
  let byGroup = new Map<string, readonly string[]>();
  for (const line of logicalLines(LOCAL_SHORT_NAMES)) {
    if (line.startsWith("#")) {
      if (byGroup.size > 0) {
        byGroup = new Map();
      }
      for (const tag of line.slice(1).split(" ")) {
        byLocale.set(tag, byGroup);
      }
    } else {
      const { names, ids } = namesAndIds(line);
      for (const id of ids) {
        byGroup.set(id, names);
      }
    }
  }
  return byLocale;
});

/** A line that starts with a space continues the one before. */
function logicalLines(text: string): readonly string[] {
  return text.trim().replaceAll("\n ", " ").split("\n");
}

function namesAndIds(line: string): { readonly names: readonly string[]; readonly ids: readonly string[] } {
  const names = line.split("|");
  return { ids: (names.pop() ?? "").split(" "), names };
}

/** The row of a region id; undefined for ids newer than the table. */
export function zoneRow(id: string): ZoneRow | undefined {
  return rows().get(id);
}

/**
 * Makes the function that names a region at an instant, as the letters `z` and `v` print it.
 *
 * English names, and short names of the languages in the table, are those of JDK 17. Other long names come from `Intl`, whose
 * CLDR is newer, so wording may differ. An id unknown to both tables (`GMT+02:00`) is its own name.
 */
export function zoneNamer(
  id: string,
  style: ZoneNameStyle,
  generic: boolean,
  locale: LanguageTag,
): (epochSecond: number, offset: number) => string {
  const row = zoneRow(id);
  if (row === undefined) {
    return id.includes("/") ? newRegionNamer(id, style, generic, locale) : () => id;
  }
  const names = style === "short" ? (localShort(row, locale) ?? row.names) : localLong(id, row, locale);
  if (generic) {
    return () => names[GENERIC] ?? "";
  }
  const standardAt = standardOffset(row);
  return (epochSecond, offset) => names[standardAt(epochSecond) === offset ? STANDARD : SUMMER] ?? "";
}

/** @returns the standard offset at an instant, both in seconds. */
function standardOffset(row: ZoneRow): (epochSecond: number) => number {
  const [first = "0", ...changes] = (standardOffsets()[row.standard] ?? "0").split(",");
  const before = Number.parseInt(first, 36);
  const since = changes.map((change) => change.split(":").map((part) => Number.parseInt(part, 36)));
  since.reverse();
  return (epochSecond) => since.find(([instant = 0]) => instant <= epochSecond)?.[1] ?? before;
}

function localShort(row: ZoneRow, locale: LanguageTag): readonly string[] | undefined {
  for (const tag of lookupChain(locale)) {
    const names = localShortNames().get(tag);
    if (names !== undefined) {
      return names.get(row.group);
    }
  }
  return undefined;
}

/** Java names a region by what it is called now, whatever the instant: both halves of 2024 stand for that. */
function localLong(id: string, row: ZoneRow, locale: LanguageTag): readonly string[] {
  const english = row.names.slice(3);
  if (locale.language === "en" || locale.language === "") {
    return english;
  }
  const names = [...english];
  const standardAt = standardOffset(row);
  const zone = new Intl.DateTimeFormat("en-US", { timeZone: id, timeZoneName: "longOffset" });
  for (const epochMs of [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)]) {
    const kind = standardAt(epochMs / 1000) === parseLongOffset(zone.format(epochMs)) ? STANDARD : SUMMER;
    names[kind] = intlName(id, "long", locale, epochMs) ?? names[kind] ?? "";
    names[GENERIC] = intlName(id, "longGeneric", locale, epochMs) ?? names[GENERIC] ?? "";
  }
  return names;
}

/** Names a region that is newer than the table. */
function newRegionNamer(id: string, style: ZoneNameStyle, generic: boolean, locale: LanguageTag): (epochSecond: number) => string {
  const kind = generic ? (`${style}Generic` as const) : style;
  return (epochSecond) => intlName(id, kind, locale, epochSecond * 1000) ?? id;
}

/** Undefined where `Intl` has only the offset to offer. */
function intlName(
  id: string,
  timeZoneName: "short" | "long" | "shortGeneric" | "longGeneric",
  locale: LanguageTag,
  epochMs: number,
): string | undefined {
  const format = new Intl.DateTimeFormat(plainTag(locale), { timeZone: id, timeZoneName });
  const parts = format.formatToParts(Math.max(-8.64e15, Math.min(8.64e15, epochMs)));
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name === "" || /\p{Nd}/u.test(name) ? undefined : name;
}
