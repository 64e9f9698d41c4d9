import { type RegexNode, type Repeat, someNode } from "./java-regex-node.js";

const JAVA_MAX = 0x7fffffff;
const JAVA_HUGE = 0xfffffff;

/** The groups of a pattern by number. */
export type GroupTable = ReadonlyMap<number, RegexNode>;

export function groupTable(root: RegexNode): GroupTable {
  const table = new Map<number, RegexNode>();
  someNode(root, (node) => {
    if (node.kind === "group" && node.number > 0) table.set(node.number, node.body);
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
      if (first < 0) return true;
      const rest = node.branches.slice(first);
      return rest.slice(1).every((branch) => longest(branch) === 0) && rest.every((branch) => triesEmptyLast(branch, groups));
    }
    case "repeat":
      if (!canBeEmpty(node, groups) || node.mode === "possessive" || longest(node) === 0) return true;
      return node.mode === "greedy" && (!canBeEmpty(node.body, groups) || triesEmptyLast(node.body, groups));
    case "group":
      return triesEmptyLast(node.body, groups);
    default:
      return true;
  }
}

/** What Java works out about a part of a pattern; `longest` is an `int` and overflows like one. */
export interface JavaStudy {
  shortest: number;
  longest: number;
  /** Whether Java takes `longest` for an obvious maximum. */
  bounded: boolean;
  /** Whether Java matches the part by one path only, and then without going back into it. */
  deterministic: boolean;
}

/** The lengths as `java.util.regex` estimates them, overflows included: they decide which lookbehinds it takes. */
export function javaStudy(node: RegexNode): JavaStudy {
  const info = fresh();
  visit(node, info, () => undefined);
  return info;
}

/** Whether a quantifier stands on `(…)` or `(?:…)`, which Java repeats in its own ways. */
export function repeatsGroup(node: Repeat): boolean {
  return node.body.kind === "group";
}

/** Whether Java repeats a group without ever going back into a finished round. */
export function repeatsByRounds(node: Repeat): boolean {
  return repeatsGroup(node) && !(node.min === 0 && node.max === 1) && javaStudy(node.body).deterministic;
}

function fresh(): JavaStudy {
  return { shortest: 0, longest: 0, bounded: true, deterministic: true };
}

function visit(node: RegexNode, info: JavaStudy, rest: () => void): void {
  switch (node.kind) {
    case "set":
      info.shortest += 1;
      info.longest = (info.longest + 1) | 0;
      return rest();
    case "lineEnding":
      info.shortest += 1;
      info.longest = (info.longest + 2) | 0;
      return rest();
    case "reference":
      info.bounded = false;
      return rest();
    case "sequence":
      return visitItems(node.items, 0, info, rest);
    case "alternatives":
      return visitBranches(node.branches, info, rest);
    case "group":
      return visit(node.body, info, rest);
    case "atomic":
      visit(node.body, info, () => undefined);
      return rest();
    case "repeat":
      return visitRepeat(node, info, rest);
    default:
      return rest();
  }
}

function visitItems(items: readonly RegexNode[], from: number, info: JavaStudy, rest: () => void): void {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at] as RegexNode;
    // Only what branches looks at what follows; the rest is counted here, to keep the stack flat.
    if (item.kind === "group" || item.kind === "alternatives" || item.kind === "repeat") {
      return visit(item, info, () => visitItems(items, at + 1, info, rest));
    }
    visit(item, info, () => undefined);
  }
  rest();
}

function visitBranches(branches: readonly RegexNode[], info: JavaStudy, rest: () => void): void {
  const studies = branches.map(javaStudy);
  const shortest = info.shortest + Math.min(...studies.map((study) => study.shortest));
  const most = (info.longest + Math.max(-1, ...studies.map((study) => study.longest))) | 0;
  const bounded = info.bounded && studies.every((study) => study.bounded);
  Object.assign(info, fresh());
  rest();
  info.shortest += shortest;
  info.longest = (info.longest + most) | 0;
  info.bounded &&= bounded;
  info.deterministic = false;
}

function visitRepeat(node: Repeat, info: JavaStudy, rest: () => void): void {
  const { body, min, max, mode } = node;
  const onGroup = repeatsGroup(node) && mode !== "possessive";
  if (min === 0 && max === 1) {
    if (onGroup) return visitBranches([body, { kind: "sequence", items: [] }], info, rest);
    const { shortest } = info;
    visit(body, info, () => undefined);
    info.shortest = shortest;
    info.deterministic = false;
    return rest();
  }
  if (body.kind === "set" && mode === "greedy" && max === Infinity) {
    info.shortest += min;
    if (info.bounded) info.longest = (info.longest + JAVA_MAX) | 0;
    info.deterministic = false;
    return rest();
  }
  const once = javaStudy(body);
  if (onGroup && !once.deterministic) {
    info.bounded = false;
    info.deterministic = false;
    return;
  }
  const shortest = (Math.imul(once.shortest, min) + info.shortest) | 0;
  info.shortest = shortest < info.shortest ? JAVA_HUGE : shortest;
  const most = (Math.imul(once.longest, Math.min(max, JAVA_MAX)) + info.longest) | 0;
  info.bounded = info.bounded && once.bounded && most >= info.longest;
  if (once.bounded) info.longest = most;
  info.deterministic &&= once.deterministic && min === max;
  rest();
}
