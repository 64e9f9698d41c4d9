import type { RegexNode, Repeat } from "./node.js";

const JAVA_MAX = 0x7fffffff;
const JAVA_HUGE = 0xfffffff;

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
      rest();
      return;
    case "lineEnding":
      info.shortest += 1;
      info.longest = (info.longest + 2) | 0;
      rest();
      return;
    case "reference":
      info.bounded = false;
      rest();
      return;
    case "sequence":
      visitItems(node.items, 0, info, rest);
      return;
    case "alternatives":
      visitBranches(node.branches, info, rest);
      return;
    case "group":
      visit(node.body, info, rest);
      return;
    case "atomic":
      visit(node.body, info, () => undefined);
      rest();
      return;
    case "repeat":
      visitRepeat(node, info, rest);
      return;
    default:
      rest();
      return;
  }
}

function visitItems(items: readonly RegexNode[], from: number, info: JavaStudy, rest: () => void): void {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at] as RegexNode;
    // Only what branches looks at what follows; the rest is counted here, to keep the stack flat.
    if (item.kind === "group" || item.kind === "alternatives" || item.kind === "repeat") {
      visit(item, info, () => visitItems(items, at + 1, info, rest));
      return;
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
    if (onGroup) {
      visitBranches([body, { kind: "sequence", items: [] }], info, rest);
      return;
    }
    const { shortest } = info;
    visit(body, info, () => undefined);
    info.shortest = shortest;
    info.deterministic = false;
    rest();
    return;
  }
  if (body.kind === "set" && mode === "greedy" && max === Infinity) {
    info.shortest += min;
    if (info.bounded) {
      info.longest = (info.longest + JAVA_MAX) | 0;
    }
    info.deterministic = false;
    rest();
    return;
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
  if (once.bounded) {
    info.longest = most;
  }
  info.deterministic &&= once.deterministic && min === max;
  rest();
}
