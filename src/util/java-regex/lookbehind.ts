import { type CharSet, basicSet, intersection, propertySet, setTester, union } from "./char-set.js";
import { JavaRegexError } from "./error.js";
import { longest } from "./measure.js";
import { type Look, type RegexNode, childrenOf, someNode } from "./node.js";
import { javaStudy } from "./study.js";

const JAVA_MAX = 0x7fffffff;
const BASIC = propertySet("\\u{0}-\\u{ffff}");
const SUPPLEMENTARY = propertySet("\\u{10000}-\\u{10ffff}");

/**
 * Refuses a lookbehind that Java refuses, that Java matches wrongly because its longest length overflows,
 * or that JavaScript, which matches it from right to left, would match otherwise.
 */
export function checkLookbehind(look: Look): void {
  const study = javaStudy(look.body);
  if (!study.bounded) {
    refuse(look.column, "one without an obvious maximum length");
  }
  if (!reachesFarEnough(look, study.longest, study.shortest)) {
    refuse(look.column, "one whose maximum length overflows in Java");
  }
  checkParts(look, look.body, true);
}

/**
 * Refuses a lookbehind that could see half a surrogate pair, for a pattern whose match may begin inside a pair.
 */
export function checkSplittable(root: RegexNode): void {
  someNode(root, (node) => {
    if (node.kind !== "look" || !node.behind) {
      return false;
    }
    const seesHalves = someNode(node.body, (inner) => inner.kind === "set" && inner.set.astral !== "none");
    if (seesHalves) {
      refuse(node.column, "one with supplementary characters in a pattern that may match nothing or begin with any character");
    }
    return false;
  });
}

/**
 * The set as Java tests it where it steps back by UTF-16 unit: of a supplementary code point it sees the second half.
 */
export function setBehind(set: CharSet): CharSet {
  if (set.astral !== "some") {
    return set;
  }
  const contains = setTester(set);
  const basic = intersection(set, BASIC);
  return contains("\u{dc00}") ? union(basic, SUPPLEMENTARY) : union(basic, basicSet(""));
}

function refuse(column: number, found: string): never {
  throw new JavaRegexError(`Expected a lookbehind that both match alike, found ${found}`, column);
}

/** Java steps back `estimate` characters, an `int` that may have overflown. */
function reachesFarEnough(look: Look, estimate: number, shortest: number): boolean {
  const most = longest(look.body);
  if (Number.isFinite(most)) {
    return estimate === most;
  }
  const beyond = (estimate < 0 ? estimate + 2 ** 32 : estimate) - JAVA_MAX;
  return beyond === 0 || (beyond > 0 && beyond <= shortest && !look.byCodePoint);
}

function checkParts(look: Look, node: RegexNode, leading: boolean): void {
  switch (node.kind) {
    case "set":
      checkSet(look, node.set, leading, node.column);
      return;
    case "sequence":
      node.items.forEach((item, index) => checkParts(look, item, leading && index === 0));
      return;
    case "alternatives":
    case "group":
      childrenOf(node).forEach((child) => checkParts(look, child, leading));
      return;
    case "atomic":
      return refuse(node.column, "an atomic group inside it");
    case "repeat":
      if (node.mode === "possessive") {
        refuse(node.column, "a possessive quantifier inside it");
      }
      if (someNode(node.body, (inner) => inner.kind === "lineEnding")) {
        refuse(node.column, '"\\R" repeated inside it');
      }
      checkParts(look, node.body, false);
      return;
    default:
      return;
  }
}

function checkSet(look: Look, set: CharSet, leading: boolean, column: number): void {
  if (look.byCodePoint || set.astral === "none") {
    return;
  }
  if (!leading) {
    refuse(column, "a set with supplementary characters that is not the first in it");
  }
  if (set.astral === "all") {
    return;
  }
  if (longest(look.body) !== 1) {
    refuse(column, "a set with some supplementary characters in one longer than one character");
  }
  const contains = setTester(set);
  const first = contains("\u{dc00}");
  for (let unit = 0xdc00; unit <= 0xdfff; unit += 1) {
    if (contains(String.fromCharCode(unit)) !== first) {
      refuse(column, "a set with some of the surrogates");
    }
  }
}
