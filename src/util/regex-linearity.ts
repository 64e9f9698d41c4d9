import type { JavaRegex } from "./java-regex/java-regex.js";
import { childrenOf, type RegexNode } from "./java-regex/node.js";

/** A loop of more rounds counts as one without end. */
const FEW_ROUNDS = 64;
/** Ways to match, tried at every place of a text, that are still as good as one. */
const FEW_WAYS = 1_000;

/**
 * Whether the time to search a text surely grows with its length and no faster: at each place there are a few ways to
 * match, and no loop without end stands before something that could still fail.
 */
export function isLinear({ parsed, searchesInPairs }: JavaRegex): boolean {
  return !searchesInPairs && waysToMatch(parsed.root, true) <= FEW_WAYS;
}

/** @param isLast - Nothing that could fail follows the node. */
function waysToMatch(node: RegexNode, isLast: boolean): number {
  switch (node.kind) {
    case "set":
    case "assertion":
      return 1;
    case "lineEnding":
      return 2;
    case "reference":
      return Number.POSITIVE_INFINITY;
    case "sequence":
      return node.items.reduce((ways, item, index) => ways * waysToMatch(item, isLast && index === node.items.length - 1), 1);
    case "alternatives":
      return node.branches.reduce((ways, branch) => ways + waysToMatch(branch, isLast), 0);
    case "repeat": {
      if (node.max > FEW_ROUNDS) {
        return isLast && node.body.kind === "set" && node.min <= FEW_ROUNDS ? 1 : Number.POSITIVE_INFINITY;
      }
      const waysOfRound = waysToMatch(node.body, false);
      let ways = 0;
      for (let rounds = node.min; rounds <= node.max; rounds++) {
        ways += waysOfRound ** rounds;
      }
      return ways;
    }
    default:
      return childrenOf(node).reduce((ways, child) => ways * waysToMatch(child, isLast && node.kind !== "look"), 1);
  }
}
