import { DATE_NAMES } from "./date-names-data.js";
import { intlDateNames } from "./date-names-intl.js";
import { lookupChain, type LanguageTag } from "./language-tag.js";
import { once } from "./once.js";

/** Names are filed under the pattern letters that print them in full; text of offset zero under `O`. */
export type NameKey =
  | `${"M" | "L" | "E" | "c" | "Q" | "q"}${3 | 4 | 5}`
  | `G${1 | 4 | 5}`
  | "a";

/** Texts of one locale. */
export interface DateNames {
  /** The text for an index from 0: January, Monday, first quarter, BC, AM. */
  text(key: NameKey, index: number): string;
  /** Name of the part of the day (letter `B`). */
  dayPart(letters: 1 | 4 | 5, hour: number, minute: number): string;
  /** What an offset of zero is called (letters `O` and `ZZZZ`), and what other offsets begin with. */
  readonly gmt: string;
}

type Fields = ReadonlyMap<string, string>;

/** Languages whose data is another's. */
const SAME_AS: Readonly<Record<string, string>> = { no: "nb", "": "und" };

const FOLLOWS: readonly (readonly [key: string, from: string])[] = [
  ["LLL", "MMM"],
  ["LLLL", "MMMM"],
  ["LLLLL", "MMMMM"],
  ["ccc", "EEE"],
  ["cccc", "EEEE"],
  ["ccccc", "EEEEE"],
  ["qqq", "QQQ"],
  ["qqqq", "QQQQ"],
  ["qqqqq", "QQQQQ"],
  ["GGGG", "G"],
  ["GGGGG", "G"],
  ["BBBB", "B"],
  ["BBBBB", "B"],
];

const table = once((): ReadonlyMap<string, Fields> => {
  const byTag = new Map<string, Fields>();
  for (const line of DATE_NAMES.trim().split("\n")) {
    const [tags = "", text = ""] = line.split("\t");
    const fields = new Map(text.split("|").map((field) => splitOnce(field, "=")));
    for (const tag of tags.split(" ")) {
      byTag.set(tag, fields);
    }
  }
  return byTag;
});

/**
 * The names JDK 17 prints for a locale.
 *
 * Languages in the table are exact. The rest comes from `Intl`, whose CLDR is newer, so single abbreviations may differ.
 * A language neither of them knows gets the names of the root locale, as in Java.
 */
export function dateNames(locale: LanguageTag): DateNames {
  // Most patterns print numbers only, and then nothing has to be looked up.
  const names = once(() => namesOf(locale));
  return {
    text: (key, index) => names().text(key, index),
    dayPart: (letters, hour, minute) => names().dayPart(letters, hour, minute),
    get gmt() {
      return names().gmt;
    },
  };
}

function namesOf(locale: LanguageTag): DateNames {
  const language = SAME_AS[locale.language] ?? locale.language;
  const chain = lookupChain({ ...locale, language });
  return tableNames(chain) ?? intlDateNames(locale) ?? tableNames(["und"]) ?? missing();
}

function missing(): never {
  throw new Error("The root locale is missing from the table of date names.");
}

function tableNames(chain: readonly string[]): DateNames | undefined {
  const language = table().get(chain.at(-1) ?? "");
  if (language === undefined) {
    return undefined;
  }
  const fields = new Map(language);
  for (const [key, from] of FOLLOWS) {
    if (!fields.has(key)) {
      fields.set(key, language.get(from) ?? "");
    }
  }
  for (const tag of chain.slice(0, -1).reverse()) {
    for (const [key, text] of table().get(tag) ?? []) {
      fields.set(key, text);
    }
  }
  const lists = new Map([...fields].map(([key, text]) => [key, text.split(";")]));
  return {
    text: (key, index) => lists.get(letters(key))?.[index] ?? "",
    dayPart: (count, hour, minute) => dayPart(lists.get("B".repeat(count)) ?? [], hour, minute),
    gmt: fields.get("O") ?? "GMT",
  };
}

/** `M3` is filed as `MMM`, `a` as itself. */
function letters(key: NameKey): string {
  return key.charAt(0).repeat(Number(key.slice(1) || 1));
}

function dayPart(entries: readonly string[], hour: number, minute: number): string {
  let name = "";
  for (const entry of entries) {
    const [from, text] = splitOnce(entry, entry.includes("!") ? "!" : ":");
    if (entry.includes("!") ? Number(from) === hour && minute === 0 : Number(from) <= hour) {
      name = text;
    }
  }
  return name;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
