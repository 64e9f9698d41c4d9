import { setTester, type CharSet } from "../util/java-char-set.js";
import { childrenOf, someNode, type RegexNode, type Repeat } from "../util/java-regex-node.js";

/**
 * A place where a regular expression may try very many ways to match the same text.
 */
export interface Suspect {
  /** In the expression, from 1. */
  readonly column: number;
  /** Text that leads to the place, and a character that it may take in many ways. */
  readonly prefix: string;
  readonly char: string;
}

/** Repeats bounded below this are as good as written out. */
const MANY = 16;

/** Stand for all characters; visible ones first, so that examples can be read. */
const SAMPLES: readonly string[] = [
  ...Array.from("aA0_-.,:;/= \"'<>()[]{}!@#$%&*+?^|~`\\"),
  ...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)),
  "\u2028",
  "\u4e00",
  "\u{1f600}",
];

type Chars = ReadonlySet<string>;

const ALL: Chars = new Set(SAMPLES);
const NONE: Chars = new Set();
const LINE_ENDS: Chars = new Set(["\n", "\v", "\f", "\r", "\x85", "\u2028"]);

/**
 * Whether the time to search a text grows with its length only: nothing that could still fail stands behind a repeat
 * without bound, and no repeat stands inside another.
 */
export function isLinear(root: RegexNode): boolean {
  return linear(root, true);
}

function linear(node: RegexNode, isLast: boolean): boolean {
  switch (node.kind) {
    case "sequence":
      return node.items.every((item, index) => linear(item, isLast && index === node.items.length - 1));
    case "repeat":
      return node.max < MANY ? linear(node.body, false) : isLast && node.body.kind === "set" && node.min < MANY;
    case "reference":
      return false;
    default:
      return childrenOf(node).every((child) => linear(child, isLast && node.kind !== "look"));
  }
}

/** The places worth a try: repeats inside repeats, overlapping branches inside repeats, and repeats of the same side by side. */
export function suspectsOf(root: RegexNode): readonly Suspect[] {
  return find(root, "");
}

function find(node: RegexNode, prefix: string): Suspect[] {
  switch (node.kind) {
    case "sequence": {
      const found: Suspect[] = [];
      let before = prefix;
      for (const [index, item] of node.items.entries()) {
        found.push(...neighbours(node.items, index, before), ...find(item, before));
        before += example(item);
      }
      return found;
    }
    case "repeat":
      return [...(isVariable(node) ? insideRepeat(node, prefix) : []), ...find(node.body, prefix)];
    default:
      return childrenOf(node).flatMap((child) => find(child, prefix));
  }
}

/** `.*.*`: whatever the first takes, the second could take as well. */
function neighbours(items: readonly RegexNode[], index: number, prefix: string): Suspect[] {
  const item = unwrapped(items[index] as RegexNode);
  if (item.kind !== "repeat" || !isVariable(item)) {
    return [];
  }
  for (const following of items.slice(index + 1)) {
    const next = unwrapped(following);
    if (next.kind === "repeat" && isVariable(next)) {
      const char = common(charsOf(item), charsOf(next));
      return char === undefined ? [] : [{ column: next.column, prefix, char }];
    }
    if (!canBeSkipped(next)) {
      return [];
    }
  }
  return [];
}

/** `(a+)+`, `(a|a)*`: a run can be parted between rounds in many ways. */
function insideRepeat(outer: Repeat, prefix: string): Suspect[] {
  return branchesOf(outer.body).flatMap((branch, index, branches): Suspect[] => {
    const items = branch.kind === "sequence" ? branch.items : [branch];
    const clash = branches.slice(0, index).map((other) => common(firstOf(other), firstOf(branch))).find((char) => char !== undefined);
    const found = clash === undefined ? [] : [{ column: outer.column, prefix, char: clash }];
    for (const item of items) {
      if (someNode(item, (inner) => inner.kind === "repeat" && isVariable(inner))) {
        const chars = charsOf(item);
        const others = items.filter((other) => other !== item && !canBeSkipped(other)).map(charsOf);
        const char = others.reduce<Chars>((left, other) => new Set([...left].filter((each) => other.has(each))), chars).values().next().value;
        if (char !== undefined) {
          found.push({ column: outer.column, prefix, char });
        }
      }
    }
    return found;
  });
}

/** What is in the group, or in the sequence of one. */
function unwrapped(node: RegexNode): RegexNode {
  const inner = node.kind === "group" ? node.body : node.kind === "sequence" && node.items.length === 1 ? node.items[0] : undefined;
  return inner === undefined ? node : unwrapped(inner);
}

function isVariable({ min, max, mode }: Repeat): boolean {
  return mode !== "possessive" && max >= MANY && max > min;
}

function branchesOf(node: RegexNode): readonly RegexNode[] {
  const inner = unwrapped(node);
  return inner.kind === "alternatives" ? inner.branches.flatMap(branchesOf) : [inner];
}

function common(left: Chars, right: Chars): string | undefined {
  for (const char of left) {
    if (right.has(char)) {
      return char;
    }
  }
  return undefined;
}

function sampled(set: CharSet): Chars {
  const has = setTester(set);
  return new Set(SAMPLES.filter((char) => has(char)));
}

/** Every character that a match of the node may hold. */
function charsOf(node: RegexNode): Chars {
  switch (node.kind) {
    case "set":
      return sampled(node.set);
    case "lineEnding":
      return LINE_ENDS;
    case "reference":
      return ALL;
    case "assertion":
    case "look":
      return NONE;
    default:
      return new Set(childrenOf(node).flatMap((child) => [...charsOf(child)]));
  }
}

/** Every character that a match of the node may begin with. */
function firstOf(node: RegexNode): Chars {
  if (node.kind !== "sequence") {
    return node.kind === "set" || node.kind === "lineEnding" || node.kind === "reference"
      ? charsOf(node)
      : new Set(node.kind === "look" ? [] : childrenOf(node).flatMap((child) => [...firstOf(child)]));
  }
  const end = node.items.findIndex((item) => !canBeSkipped(item));
  return new Set(node.items.slice(0, end < 0 ? undefined : end + 1).flatMap((item) => [...firstOf(item)]));
}

function canBeSkipped(node: RegexNode): boolean {
  switch (node.kind) {
    case "set":
    case "lineEnding":
      return false;
    case "repeat":
      return node.min === 0 || canBeSkipped(node.body);
    case "alternatives":
      return node.branches.some(canBeSkipped);
    case "assertion":
    case "look":
    case "reference":
      return true;
    default:
      return childrenOf(node).every(canBeSkipped);
  }
}

/** A short text that the node matches, as far as one is easily found. */
function example(node: RegexNode): string {
  switch (node.kind) {
    case "set":
      return sampled(node.set).values().next().value ?? "";
    case "lineEnding":
      return "\n";
    case "alternatives":
      return node.branches[0] === undefined ? "" : example(node.branches[0]);
    case "repeat":
      return example(node.body).repeat(Math.min(node.min, MANY));
    case "look":
    case "assertion":
    case "reference":
      return "";
    default:
      return childrenOf(node).map(example).join("");
  }
}
