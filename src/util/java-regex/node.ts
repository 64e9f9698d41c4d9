import type { Assertion } from "./assertion.js";
import type { CharSet } from "./char-set.js";

/** How a quantifier chooses: as much as it can, as little as it can, or as much as it can for good. */
export type RepeatMode = "greedy" | "lazy" | "possessive";

/** `column` is where the construct begins in the pattern, counted from 1. */
export type RegexNode =
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "alternatives"; readonly branches: readonly RegexNode[]; readonly column: number }
  | { readonly kind: "set"; readonly set: CharSet; readonly column: number }
  | { readonly kind: "lineEnding"; readonly column: number }
  | { readonly kind: "assertion"; readonly assertion: Assertion; readonly column: number }
  | { readonly kind: "reference"; readonly group: number; readonly column: number }
  | CapturingOrPlainGroup
  | { readonly kind: "atomic"; readonly body: RegexNode; readonly column: number }
  | Look
  | Repeat;

/** `(…)` and `(?:…)`; `number` is 0 for a group that captures nothing. */
export interface CapturingOrPlainGroup {
  readonly kind: "group";
  readonly number: number;
  readonly body: RegexNode;
  readonly column: number;
}

/** A lookahead or a lookbehind: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`. */
export interface Look {
  readonly kind: "look";
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: RegexNode;
  readonly column: number;
  /** For a lookbehind: whether Java steps back by code point, because the rest of the pattern has a supplementary one. */
  readonly byCodePoint: boolean;
}

/** Something that is repeated: `…?`, `…*`, `…+`, `…{n,m}`. */
export interface Repeat {
  readonly kind: "repeat";
  readonly body: RegexNode;
  readonly min: number;
  /** `Infinity` for `*`, `+` and `{n,}`. */
  readonly max: number;
  readonly mode: RepeatMode;
  /** Where the quantifier stands. */
  readonly column: number;
}

/** A pattern as it was read. */
export interface ParsedRegex {
  readonly root: RegexNode;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  /** Whether Java's search tries every UTF-16 unit, the middle of a surrogate pair included. */
  readonly searchesByUnit: boolean;
}

/** The nodes directly inside a node. */
export function childrenOf(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case "sequence":
      return node.items;
    case "alternatives":
      return node.branches;
    case "group":
    case "atomic":
    case "look":
    case "repeat":
      return [node.body];
    default:
      return [];
  }
}

/** Whether the node or one inside it answers yes. */
export function someNode(node: RegexNode, test: (node: RegexNode) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someNode(child, test));
}

/** The group or reference numbers captured inside a node. */
export function groupsIn(node: RegexNode): number[] {
  const own = node.kind === "group" && node.number > 0 ? [node.number] : [];
  return [...own, ...childrenOf(node).flatMap(groupsIn)];
}
