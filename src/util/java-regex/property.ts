import { type CharSet, basicSet, complement, propertySet, rangeSet } from "./char-set.js";
import type { FlagState } from "./flags.js";

const ANY_CASE = "\\p{Lowercase}\\p{Uppercase}\\p{Lt}";
const WHITE_SPACE = "\\p{Z}\\u{9}-\\u{d}\\u{85}";
const IGNORABLE = "\\u{0}-\\u{8}\\u{e}-\\u{1b}\\u{7f}-\\u{9f}\\p{Cf}";
const UNICODE_WORD = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}";
const HEX_DIGIT = "\\p{Nd}0-9A-Fa-f\\u{ff10}-\\u{ff19}\\u{ff21}-\\u{ff26}\\u{ff41}-\\u{ff46}";

/** Predefined classes by letter, each with its meaning under `(?U)`; `\D` and so on are their complements. */
const PREDEFINED: ReadonlyMap<string, readonly [CharSet, CharSet]> = new Map([
  ["d", [basicSet("0-9"), propertySet("\\p{Nd}")]],
  ["s", [basicSet(" \\u{9}-\\u{d}"), propertySet(WHITE_SPACE)]],
  ["w", [basicSet("A-Za-z0-9_"), propertySet(UNICODE_WORD)]],
  ["h", same(basicSet("\\u{9} \\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}"))],
  ["v", same(basicSet("\\u{a}-\\u{d}\\u{85}\\u{2028}\\u{2029}"))],
]);

const CATEGORIES: ReadonlySet<string> = new Set(
  ("Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf L M N Z C P S LC").split(" "),
);

const ASCII_CLASSES: ReadonlyMap<string, CharSet> = new Map([
  ["L1", basicSet("\\u{0}-\\u{ff}")],
  ["ASCII", basicSet("\\u{0}-\\u{7f}")],
  ["Alnum", basicSet("A-Za-z0-9")],
  ["Alpha", basicSet("A-Za-z")],
  ["Blank", basicSet(" \\u{9}")],
  ["Cntrl", basicSet("\\u{0}-\\u{1f}\\u{7f}")],
  ["Digit", basicSet("0-9")],
  ["Graph", basicSet("\\u{21}-\\u{7e}")],
  ["Lower", basicSet("a-z")],
  ["Print", basicSet("\\u{20}-\\u{7e}")],
  ["Punct", basicSet("\\u{21}-\\u{2f}\\u{3a}-\\u{40}\\u{5b}-\\u{60}\\u{7b}-\\u{7e}")],
  ["Space", basicSet(" \\u{9}-\\u{d}")],
  ["Upper", basicSet("A-Z")],
  ["XDigit", basicSet("0-9A-Fa-f")],
]);

/** Methods of `java.lang.Character`, by the name that follows `java`. */
const JAVA_METHODS: ReadonlyMap<string, string> = new Map([
  ["LowerCase", "\\p{Lowercase}"],
  ["UpperCase", "\\p{Uppercase}"],
  ["Alphabetic", "\\p{Alphabetic}"],
  ["Ideographic", "\\p{Ideographic}"],
  ["TitleCase", "\\p{Lt}"],
  ["Digit", "\\p{Nd}"],
  ["Defined", "\\P{Cn}"],
  ["Letter", "\\p{L}"],
  ["LetterOrDigit", "\\p{L}\\p{Nd}"],
  ["JavaIdentifierStart", "\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}"],
  ["JavaIdentifierPart", `\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}\\p{Nd}\\p{Mc}\\p{Mn}${IGNORABLE}`],
  ["IdentifierIgnorable", IGNORABLE],
  ["SpaceChar", "\\p{Z}"],
  ["Whitespace", " \\u{9}-\\u{d}\\u{1c}-\\u{1f}\\u{1680}\\u{2000}-\\u{2006}\\u{2008}-\\u{200a}\\u{205f}\\u{3000}\\p{Zl}\\p{Zp}"],
  ["ISOControl", "\\u{0}-\\u{1f}\\u{7f}-\\u{9f}"],
]);

/** The POSIX classes as Unicode defines them: `\p{IsAlpha}`, and `\p{Alpha}` under `(?U)`. A leading `^` means all others. */
const UNICODE_POSIX: ReadonlyMap<string, string> = new Map([
  ["ALPHA", "\\p{Alphabetic}"],
  ["LOWER", "\\p{Lowercase}"],
  ["UPPER", "\\p{Uppercase}"],
  ["SPACE", WHITE_SPACE],
  ["PUNCT", "\\p{P}"],
  ["XDIGIT", HEX_DIGIT],
  ["ALNUM", "\\p{Alphabetic}\\p{Nd}"],
  ["CNTRL", "\\p{Cc}"],
  ["DIGIT", "\\p{Nd}"],
  ["BLANK", "\\p{Zs}\\u{9}"],
  ["GRAPH", "^\\p{Z}\\p{Cc}\\p{Cs}\\p{Cn}"],
  ["PRINT", "^\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cs}\\p{Cn}"],
]);

const UNICODE_BINARY: ReadonlyMap<string, string> = new Map([
  ["ALPHABETIC", "\\p{Alphabetic}"],
  ["ASSIGNED", "\\P{Cn}"],
  ["CONTROL", "\\p{Cc}"],
  ["HEXDIGIT", HEX_DIGIT],
  ["IDEOGRAPHIC", "\\p{Ideographic}"],
  ["JOINCONTROL", "\\u{200c}\\u{200d}"],
  ["LETTER", "\\p{L}"],
  ["LOWERCASE", "\\p{Lowercase}"],
  ["NONCHARACTERCODEPOINT", "\\p{Noncharacter_Code_Point}"],
  ["TITLECASE", "\\p{Lt}"],
  ["PUNCTUATION", "\\p{P}"],
  ["UPPERCASE", "\\p{Uppercase}"],
  ["WHITESPACE", WHITE_SPACE],
  ["WORD", UNICODE_WORD],
]);

/** Names that all mean "a letter that has case" under `(?i)`. */
const CASE_PROPERTY = /^(?:lower|upper|title)(?:case)?$/i;

/** Scripts that came after Unicode 13, and aliases of Unicode, that Java 17 does not know. */
const LATER_SCRIPT =
  /^(?:cypro_?minoan|cpmn|old_?uyghur|ougr|tangsa|tnsa|toto|vithkuqi|vith|kawi|nag_?mundari|nagm|garay|gara|gurung_?khema|gukh|kirat_?rai|krai|ol_?onal|onao|sunuwar|sunu|todhri|todr|tulu_?tigalari|tutg|beria_?erfe|berf|sidetic|sidt|qaai|qaac|tai_?yo|tayo|tolong_?siki|tols)$/i;

/** The set of `\d`, `\s`, `\w`, `\h` or `\v`. */
export function predefinedSet(letter: string, flags: FlagState): CharSet | undefined {
  return PREDEFINED.get(letter)?.[flags.unicodeCharacterClass ? 1 : 0];
}

/**
 * The set of `\p{name}`, or `undefined` for a name that Java 17 does not know or that JavaScript cannot express
 * (blocks, `javaMirrored`, `javaUnicodeIdentifierStart`).
 *
 * Source: `java.util.regex.Pattern`, "Unicode support". Which code points a property holds is what the running Node.js knows of Unicode;
 * Java 17 stands at version 13.
 */
export function namedSet(name: string, flags: FlagState): CharSet | undefined {
  const equals = name.indexOf("=");
  if (equals >= 0) {
    const value = name.slice(equals + 1);
    const key = name.slice(0, equals).toLowerCase();
    if (key === "sc" || key === "script") {
      return scriptSet(value);
    }
    return key === "gc" || key === "general_category" ? categoryOrClass(value, flags) : undefined;
  }
  if (name.startsWith("In")) {
    return undefined;
  }
  if (name.startsWith("Is")) {
    const rest = name.slice(2);
    return unicodeSet(rest.toUpperCase(), flags) ?? categoryOrClass(rest, flags) ?? scriptSet(rest);
  }
  const posix = flags.unicodeCharacterClass ? fromTable(UNICODE_POSIX, name.toUpperCase(), flags) : undefined;
  return posix ?? categoryOrClass(name, flags);
}

function same(set: CharSet): readonly [CharSet, CharSet] {
  return [set, set];
}

function unicodeSet(upperName: string, flags: FlagState): CharSet | undefined {
  const key = /^(?:WHITE_SPACE|HEX_DIGIT|JOIN_CONTROL|NONCHARACTER_CODE_POINT)$/.test(upperName)
    ? upperName.replaceAll("_", "")
    : upperName;
  return fromTable(UNICODE_BINARY, key, flags) ?? fromTable(UNICODE_POSIX, key, flags);
}

function categoryOrClass(name: string, flags: FlagState): CharSet | undefined {
  if (CATEGORIES.has(name)) {
    return propertySet(flags.caseInsensitive && /^L[ult]$/.test(name) ? "\\p{LC}" : `\\p{${name}}`);
  }
  if (name === "LD") {
    return propertySet("\\p{L}\\p{Nd}");
  }
  if (name === "all") {
    return { ...rangeSet(0, 0x10ffff), unitwise: false };
  }
  if (name.startsWith("java")) {
    return fromTable(JAVA_METHODS, name.slice(4), flags);
  }
  const set = ASCII_CLASSES.get(name);
  return set !== undefined && flags.caseInsensitive && CASE_PROPERTY.test(name) ? basicSet("A-Za-z") : set;
}

function fromTable(table: ReadonlyMap<string, string>, name: string, flags: FlagState): CharSet | undefined {
  const content = table.get(name);
  if (content === undefined) {
    return undefined;
  }
  if (content.startsWith("^")) {
    return complement(propertySet(content.slice(1)));
  }
  return propertySet(flags.caseInsensitive && CASE_PROPERTY.test(name) ? ANY_CASE : content);
}

/** JavaScript wants `Old_Italic` where Java takes any letter case. */
function scriptSet(name: string): CharSet | undefined {
  if (!/^[A-Za-z_]+$/.test(name) || LATER_SCRIPT.test(name)) {
    return undefined;
  }
  const capitalized = name.toLowerCase().replace(/(^|_)([a-z])/g, (match) => match.toUpperCase());
  try {
    const content = `\\p{Script=${capitalized}}`;
    new RegExp(`[${content}]`, "u");
    return propertySet(content);
  } catch {
    return undefined;
  }
}
