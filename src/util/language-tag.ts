/** What dates need to know of a locale. */
export interface LanguageTag {
  /** Lower case; empty for the root locale. */
  readonly language: string;
  /** Title case, or empty. */
  readonly script: string;
  /** Upper case, or empty. */
  readonly region: string;
  /** Keywords of the `u` extension, for example `fw` (first day of the week). */
  readonly keywords: ReadonlyMap<string, string>;
}

const RENAMED_LANGUAGES: Readonly<Record<string, string>> = { iw: "he", in: "id", ji: "yi", und: "" };

/**
 * Reads an IETF language tag the way `java.util.Locale.forLanguageTag` does: everything from the first ill-formed part on is
 * ignored, so `de_DE` (an underscore) is the root locale. Never throws.
 */
export function parseLanguageTag(tag: string): LanguageTag {
  const parts = tag.split("-");
  let at = 0;
  const take = (shape: RegExp): string => {
    const part = parts[at];
    if (part === undefined || !shape.test(part)) {
      return "";
    }
    at++;
    return part;
  };
  let language = take(/^[a-z]{2,8}$/i).toLowerCase();
  if (language === "") {
    return { language, script: "", region: "", keywords: new Map() };
  }
  if (language.length <= 3) {
    const extended = take(/^[a-z]{3}$/i).toLowerCase();
    if (extended !== "") {
      language = extended;
    }
    while (extended !== "" && take(/^[a-z]{3}$/i) !== ""){
      ;
    }
  }
  language = RENAMED_LANGUAGES[language] ?? language;
  const script = take(/^[a-z]{4}$/i);
  const region = take(/^([a-z]{2}|[0-9]{3})$/i).toUpperCase();
  while (take(/^([a-z0-9]{5,8}|[0-9][a-z0-9]{3})$/i) !== ""){
    ;
  }
  return {
    language,
    script: script.charAt(0).toUpperCase() + script.slice(1).toLowerCase(),
    region,
    keywords: unicodeKeywords(parts.slice(at)),
  };
}

function unicodeKeywords(parts: readonly string[]): ReadonlyMap<string, string> {
  const keywords = new Map<string, string>();
  let inside = false;
  let key = "";
  for (const raw of parts) {
    const part = raw.toLowerCase();
    if (part === "x" || !/^[a-z0-9]{1,8}$/.test(part)) {
      break;
    }
    if (part.length === 1) {
      inside = part === "u";
      key = "";
    } else if (inside && part.length === 2) {
      key = part;
    } else if (inside && key !== "" && !keywords.has(key)) {
      keywords.set(key, part);
    }
  }
  return keywords;
}

/** The tags under which data for a locale may be filed, nearest first, ending with the bare language. */
export function lookupChain({ language, script, region }: LanguageTag): readonly string[] {
  const chain: string[] = [];
  if (script !== "") {
    if (region !== "") {
      chain.push(`${language}-${script}-${region}`);
    }
    chain.push(`${language}-${script}`);
  } else if (region !== "") {
    chain.push(`${language}-${region}`);
  }
  chain.push(language);
  return chain;
}

/** The tag for `Intl`, without variants and extensions. */
export function plainTag({ language, script, region }: LanguageTag): string {
  return [language === "" ? "und" : language, script, region].filter((part) => part !== "").join("-");
}
