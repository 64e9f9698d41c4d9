import { once } from "../once.js";
import { checkCaptures } from "./captures.js";
import { checkSplittable } from "./lookbehind.js";
import { emitRegex } from "./emit.js";
import { JavaRegexError } from "./error.js";
import type { JavaRegexFlags } from "./flags.js";
import { canBeEmpty, groupTable, type GroupTable } from "./measure.js";
import type { ParsedRegex, RegexNode } from "./node.js";
import { parseJavaRegex } from "./parser.js";
import { JavaSearch } from "./search.js";
import type { JavaReplacement } from "./replacement.js";

/** A Java regular expression that matches in JavaScript what it matches in Java 17. */
export interface JavaRegex {
  /** What JavaScript runs. Its groups are numbered differently, see {@link JavaRegex.groupIndex}. */
  readonly regexp: RegExp;
  /** The pattern as it was read, for the checks that look at its shape. */
  readonly parsed: ParsedRegex;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  /** JavaScript group by Java group. */
  readonly groupIndex: ReadonlyMap<number, number>;
  /** Groups that may hold another text than in Java after a match, and why. */
  readonly uncertainGroups: ReadonlyMap<number, string>;
  /** Whether a search also tries the middle of surrogate pairs, which takes longer the more of them a text has. */
  readonly searchesInPairs: boolean;
  /** `Matcher.replaceAll`. */
  replaceAll(input: string, replacement: JavaReplacement): string;
  /** `Matcher.matches`: whether all of the input matches. */
  matches(input: string): boolean;
  /** `Matcher.find`: whether a part of the input matches. */
  find(input: string): boolean;
}

/**
 * Translates a pattern of `java.util.regex` (Java 17).
 *
 * Flag `u` is used: a surrogate pair is one code point, as in Java. Flag `v` could intersect classes, but in Node.js 20
 * it makes V8 miss matches: `/[^]?/v` finds nothing in "a".
 * Letter case is written out, since `(?i)` means ASCII in Java and may cover a part of the pattern only.
 *
 * @throws {@link JavaRegexError} for a pattern that Java refuses or that cannot have the same meaning.
 */
export function translateJavaRegex(pattern: string, flags: JavaRegexFlags = {}): JavaRegex {
  try {
    return translate(parseJavaRegex(pattern, flags));
  } catch (error) {
    if (error instanceof RangeError) {
      throw new JavaRegexError("Expected a pattern that fits in memory, found one that is too large", 1);
    }
    throw error;
  }
}

function translate(parsed: ParsedRegex): JavaRegex {
  const groups = groupTable(parsed.root);
  const uncertainGroups = checkCaptures(parsed.root, groups);
  const { source, groupIndex } = emitRegex(parsed.root, groups);
  const regexp = compile(source);
  // Compiling takes milliseconds where Unicode properties are in it, and most are never matched as a whole.
  const whole = once(() => compile(`^(?:${source})$`));
  const canSplitPairs = mayBeginAnywhere(parsed.root, groups);
  if (canSplitPairs) {
    checkSplittable(parsed.root);
  }
  const search = new JavaSearch(source, {
    byUnit: parsed.searchesByUnit,
    canSplitPairs,
    inPairSource: emitRegex(parsed.root, groups, true).source,
  });
  return {
    regexp,
    parsed,
    groupCount: parsed.groupCount,
    groupNames: parsed.groupNames,
    groupIndex,
    uncertainGroups,
    searchesInPairs: canSplitPairs && (parsed.searchesByUnit || canBeEmpty(parsed.root, groups)),
    replaceAll: (input, replacement) => replaceAll(search, input, replacement),
    matches: (input) => whole().test(input),
    find: (input) => search.all(input).next().done !== true,
  };
}

/** JavaScript compiles when it first matches, so a pattern too large fails only then. */
function compile(source: string): RegExp {
  try {
    const regexp = new RegExp(source, "u");
    regexp.test("");
    return regexp;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new JavaRegexError(`Expected a pattern that JavaScript can compile, found one it refuses: ${reason}`, 1);
  }
}

/** Whether a match could begin with a surrogate, or with nothing: only then the middle of a pair is worth a try. */
function mayBeginAnywhere(node: RegexNode, groups: GroupTable): boolean {
  return canBeEmpty(node, groups) || mayConsumeSurrogateFirst(node, groups);
}

function mayConsumeSurrogateFirst(node: RegexNode, groups: GroupTable): boolean {
  switch (node.kind) {
    case "set":
      return node.set.astral !== "none";
    case "reference":
      return true;
    case "sequence": {
      const last = node.items.findIndex((item) => !canBeEmpty(item, groups));
      const first = last < 0 ? node.items : node.items.slice(0, last + 1);
      return first.some((item) => mayConsumeSurrogateFirst(item, groups));
    }
    case "alternatives":
      return node.branches.some((branch) => mayConsumeSurrogateFirst(branch, groups));
    case "group":
    case "atomic":
    case "repeat":
      return mayConsumeSurrogateFirst(node.body, groups);
    default:
      return false;
  }
}

function replaceAll(search: JavaSearch, input: string, replacement: JavaReplacement): string {
  let result = "";
  let end = 0;
  for (const match of search.all(input)) {
    result += input.slice(end, match.start);
    for (const part of replacement.parts) {
      result += typeof part === "string" ? part : (match.groups[part] ?? "");
    }
    end = match.end;
  }
  return end === 0 && result === "" ? input : result + input.slice(end);
}
