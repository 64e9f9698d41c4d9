import { canBeEmpty, groupTable, type GroupTable } from "./java-regex/measure.js";
import { type ParsedRegex, type RegexNode, type Repeat, childrenOf } from "./java-regex/node.js";
import { RegexSamples, overlap } from "./regex-sample.js";

/** Something in a pattern that can make it slow on a text made for that. */
export interface RegexRisk {
  readonly message: string;
  /** Where in the pattern, counted from 1. */
  readonly column: number;
}

/** A quantifier that allows fewer rounds is not taken for a loop. */
const MANY = 50;

/**
 * Looks for shapes that make a backtracking matcher slow: nested quantifiers, alternatives that overlap inside a loop,
 * and wildcards side by side. It may warn where nothing is wrong and miss what is; the probe tries it out.
 */
export function findRegexRisks(parsed: ParsedRegex): readonly RegexRisk[] {
  const groups = groupTable(parsed.root);
  const finder = new RiskFinder(groups, new RegexSamples(parsed.root, groups));
  finder.visit(parsed.root);
  return finder.risks;
}

class RiskFinder {
  readonly risks: RegexRisk[] = [];
  readonly #groups: GroupTable;
  readonly #samples: RegexSamples;

  constructor(groups: GroupTable, samples: RegexSamples) {
    this.#groups = groups;
    this.#samples = samples;
  }

  visit(node: RegexNode): void {
    if (isLoop(node)) {
      this.#findInner(node, node.body, []);
      this.#findAlternatives(node.body);
    }
    if (node.kind === "sequence") {
      this.#findNeighbours(node);
    }
    for (const child of childrenOf(node)) {
      this.visit(child);
    }
  }

  /** A loop in a loop, where one round of the outer can also be matched as part of the inner. */
  #findInner(outer: Repeat, node: RegexNode, others: readonly RegexNode[]): void {
    if (node.kind === "atomic" || node.kind === "look") {
      return;
    }
    if (node.kind === "repeat" && node.mode === "possessive") {
      return;
    }
    if (isLoop(node) && this.#matchesAll(others, node)) {
      this.#warn("Nested quantifiers can take exponential time", node.column);
      return;
    }
    if (node.kind !== "sequence") {
      for (const child of childrenOf(node)) {
        this.#findInner(outer, child, others);
      }
      return;
    }
    for (const item of node.items) {
      const rest = node.items.filter((other) => other !== item && !canBeEmpty(other, this.#groups));
      this.#findInner(outer, item, [...others, ...rest]);
    }
  }

  #matchesAll(others: readonly RegexNode[], loop: Repeat): boolean {
    const chars = this.#samples.all(loop);
    return others.every((other) => overlap(this.#samples.all(other), chars));
  }

  #findAlternatives(body: RegexNode): void {
    if (body.kind === "group") {
      this.#findAlternatives(body.body);
      return;
    }
    if (body.kind === "sequence") {
      const needed = body.items.filter((item) => item.kind !== "assertion" && item.kind !== "look");
      const [only] = needed;
      if (needed.length === 1 && only !== undefined) {
        this.#findAlternatives(only);
      }
      return;
    }
    if (body.kind !== "alternatives") {
      return;
    }
    body.branches.forEach((left, index) => {
      if (body.branches.slice(index + 1).some((right) => this.#ambiguous(itemsOf(left), itemsOf(right)))) {
        this.#warn("Alternatives that match the same text inside a loop can take exponential time", body.column);
      }
    });
  }

  /** Whether one sequence can match a beginning of what the other matches. */
  #ambiguous(left: readonly RegexNode[], right: readonly RegexNode[]): boolean {
    const length = Math.min(left.length, right.length);
    for (let at = 0; at < length; at += 1) {
      const [first, second] = [left[at] as RegexNode, right[at] as RegexNode];
      if (!overlap(this.#samples.first(first), this.#samples.first(second))) {
        return false;
      }
      if (first.kind !== "set" || second.kind !== "set") {
        return true;
      }
    }
    return true;
  }

  /** `.*.*`, or three wildcards with nothing between them that they could not match as well. */
  #findNeighbours(sequence: Extract<RegexNode, { kind: "sequence" }>): void {
    let chain: { readonly chars: ReadonlySet<string>; count: number; adjacent: boolean } | undefined;
    for (const item of sequence.items) {
      const loop = wildcardOf(item);
      if (loop !== undefined) {
        const chars = this.#samples.all(loop);
        if (chain === undefined || !overlap(chain.chars, chars)) {
          chain = { chars, count: 1, adjacent: true };
          continue;
        }
        chain.count += 1;
        if (chain.adjacent || chain.count >= 3) {
          this.#warn("Wildcards side by side can take quadratic time or worse", loop.column);
        }
        chain.adjacent = true;
      } else if (chain !== undefined && !canBeEmpty(item, this.#groups)) {
        if (!overlap(this.#samples.all(item), chain.chars)) {
          chain = undefined;
        }
        else {
          chain.adjacent = false;
        }
      }
    }
  }

  #warn(message: string, column: number): void {
    if (!this.risks.some((risk) => risk.column === column && risk.message === message)) {
      this.risks.push({ message, column });
    }
  }
}

function isLoop(node: RegexNode): node is Repeat {
  return node.kind === "repeat" && node.max >= MANY && node.mode !== "possessive" && node.min !== node.max;
}

/** `.*`, `(.*)`, `(?:.*)`. */
function wildcardOf(node: RegexNode): Repeat | undefined {
  if (isLoop(node)) {
    return node;
  }
  if (node.kind === "group") {
    return wildcardOf(node.body);
  }
  const [only] = node.kind === "sequence" && node.items.length === 1 ? node.items : [];
  return only === undefined ? undefined : wildcardOf(only);
}

function itemsOf(node: RegexNode): readonly RegexNode[] {
  if (node.kind === "sequence") {
    return node.items.flatMap((item) => (item.kind === "assertion" || item.kind === "look" ? [] : [item]));
  }
  return [node];
}
