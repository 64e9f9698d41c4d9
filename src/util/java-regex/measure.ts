import { type RegexNode, someNode } from "./node.js";

/** The groups of a pattern by number. */
export type GroupTable = ReadonlyMap<number, RegexNode>;

/** The capturing groups of a pattern. */
export function groupTable(root: RegexNode): GroupTable {
  const table = new Map<number, RegexNode>();
  someNode(root, (node) => {
    if (node.kind === "group" && node.number > 0) {
      table.set(node.number, node.body);
    }
    return false;
  });
  return table;
}

/** Whether the node can match without consuming anything. */
export function canBeEmpty(node: RegexNode, groups: GroupTable): boolean {
  switch (node.kind) {
    case "set":
    case "lineEnding":
      return false;
    case "sequence":
      return node.items.every((item) => canBeEmpty(item, groups));
    case "alternatives":
      return node.branches.some((branch) => canBeEmpty(branch, groups));
    case "repeat":
      return node.min === 0 || canBeEmpty(node.body, groups);
    case "group":
    case "atomic":
      return canBeEmpty(node.body, groups);
    case "reference": {
      const body = groups.get(node.group);
      return body === undefined || canBeEmpty(body, new Map([...groups].filter(([number]) => number !== node.group)));
    }
    default:
      return true;
  }
}

/** The most code points the node consumes. */
export function longest(node: RegexNode): number {
  switch (node.kind) {
    case "set":
      return 1;
    case "lineEnding":
      return 2;
    case "sequence":
      return node.items.reduce((sum, item) => sum + longest(item), 0);
    case "alternatives":
      return Math.max(...node.branches.map(longest));
    case "repeat": {
      const once = longest(node.body);
      return once === 0 ? 0 : once * node.max;
    }
    case "group":
    case "atomic":
      return longest(node.body);
    case "reference":
      return Infinity;
    default:
      return 0;
  }
}

/**
 * Whether every way to match nothing is tried after every way to match something. Then it makes no difference
 * that Java leaves a loop at an empty round where JavaScript goes back and looks for another.
 */
export function triesEmptyLast(node: RegexNode, groups: GroupTable): boolean {
  switch (node.kind) {
    case "sequence":
      return !canBeEmpty(node, groups) || node.items.every((item) => triesEmptyLast(item, groups));
    case "alternatives": {
      const first = node.branches.findIndex((branch) => canBeEmpty(branch, groups));
      if (first < 0) {
        return true;
      }
      const rest = node.branches.slice(first);
      return rest.slice(1).every((branch) => longest(branch) === 0) && rest.every((branch) => triesEmptyLast(branch, groups));
    }
    case "repeat":
      if (!canBeEmpty(node, groups) || node.mode === "possessive" || longest(node) === 0) {
        return true;
      }
      return node.mode === "greedy" && (!canBeEmpty(node.body, groups) || triesEmptyLast(node.body, groups));
    case "group":
      return triesEmptyLast(node.body, groups);
    default:
      return true;
  }
}
