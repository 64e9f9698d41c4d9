import { type CharSet, setSource, setTester } from "./java-regex/char-set.js";
import { type GroupTable, canBeEmpty } from "./java-regex/measure.js";
import { type RegexNode, childrenOf, someNode } from "./java-regex/node.js";

/** Characters that stand for all others where sets are compared or a text is made up. */
const CANDIDATES: readonly string[] = [
  ...Array.from("a0 _-A9zZ.,:;=\"'/!@#$%&*+?()[]{}<>|\\^`~bcdefghijklmnopqrstuvwxyBCDEFGHIJKLMNOPQRSTUVWXY12345678\n\t\r"),
  ...Array.from("é中😀\u0000\u2028\u00a0"),
];

/** Characters and ends of ranges in the source of a set. */
const WRITTEN = /\\u\{([0-9a-f]+)\}|[\p{L}\p{N}]/gu;

/**
 * Which of some sample characters the sets of one pattern hold: a few dozen, and those that the sets themselves name.
 *
 * Sets that share none of them count as disjoint: good enough for a warning, and quick.
 */
export class RegexSamples {
  /** All samples. */
  readonly everything: ReadonlySet<string>;
  readonly #groups: GroupTable;
  readonly #members = new Map<CharSet, ReadonlySet<string>>();
  readonly #popularity = new Map<string, number>();

  constructor(root: RegexNode, groups: GroupTable) {
    this.#groups = groups;
    const everything = new Set(CANDIDATES);
    someNode(root, (node) => {
      if (node.kind === "set") {
        for (const [text, code] of setSource(node.set).matchAll(WRITTEN)) {
          everything.add(code === undefined ? text : String.fromCodePoint(Number.parseInt(code, 16)));
        }
      }
      return false;
    });
    this.everything = everything;
    this.#count(root);
  }

  /** The sample characters of a set. */
  members(set: CharSet): ReadonlySet<string> {
    let members = this.#members.get(set);
    if (members === undefined) {
      members = new Set([...this.everything].filter(setTester(set)));
      this.#members.set(set, members);
    }
    return members;
  }

  /** Whether each set in the node holds a sample. */
  isComplete(node: RegexNode): boolean {
    return !someNode(node, (inner) => inner.kind === "set" && this.members(inner.set).size === 0);
  }

  /** All sample characters that a node can consume. */
  all(node: RegexNode): ReadonlySet<string> {
    if (node.kind === "set") {
      return this.members(node.set);
    }
    if (node.kind === "lineEnding") {
      return new Set("\r\n");
    }
    if (node.kind === "look") {
      return new Set();
    }
    if (node.kind === "reference") {
      return this.#ofGroup(node.group, (body) => this.all(body));
    }
    return new Set(childrenOf(node).flatMap((child) => [...this.all(child)]));
  }

  /** The sample characters that a node can consume first. */
  first(node: RegexNode): ReadonlySet<string> {
    if (node.kind === "look") {
      return new Set();
    }
    if (node.kind !== "sequence") {
      const children = childrenOf(node);
      return children.length === 0 ? this.all(node) : new Set(children.flatMap((child) => [...this.first(child)]));
    }
    const stop = node.items.findIndex((item) => !canBeEmpty(item, this.#groups));
    const items = stop < 0 ? node.items : node.items.slice(0, stop + 1);
    return new Set(items.flatMap((item) => [...this.first(item)]));
  }

  /**
   * A short text that the node matches, assertions aside.
   *
   * @param rounds - how often a loop goes round at least
   * @param rare - whether to take the characters that fewest sets hold instead of those that most do
   */
  text(node: RegexNode, rounds = 0, rare = false): string {
    switch (node.kind) {
      case "set":
        return this.#choose(node.set, rare);
      case "lineEnding":
        return "\n";
      case "sequence":
        return node.items.map((item) => this.text(item, rounds, rare)).join("");
      case "alternatives":
        return node.branches.map((branch) => this.text(branch, rounds, rare)).find((text) => text !== "") ?? "";
      case "group":
      case "atomic":
        return this.text(node.body, rounds, rare);
      case "repeat":
        return this.text(node.body, rounds, rare).repeat(Math.min(Math.max(node.min, rounds), node.max, 1_000));
      case "reference": {
        const body = this.#groups.get(node.group);
        return body === undefined ? "" : this.text(body, rounds, rare);
      }
      default:
        return "";
    }
  }

  #choose(set: CharSet, rare: boolean): string {
    let best = "";
    let bestScore = -Infinity;
    for (const char of this.members(set)) {
      const score = (this.#popularity.get(char) ?? 0) * (rare ? -1 : 1);
      if (score > bestScore) {
        [best, bestScore] = [char, score];
      }
    }
    if (best !== "" || set.single === undefined) {
      return best;
    }
    return String.fromCodePoint(set.single);
  }

  #count(node: RegexNode): void {
    if (node.kind === "set") {
      for (const char of this.members(node.set)) {
        this.#popularity.set(char, (this.#popularity.get(char) ?? 0) + 1);
      }
    }
    for (const child of childrenOf(node)) {
      this.#count(child);
    }
  }

  #ofGroup(group: number, read: (body: RegexNode) => ReadonlySet<string>): ReadonlySet<string> {
    const body = this.#groups.get(group);
    return body === undefined ? new Set() : read(body);
  }
}

/** Whether two sets of sample characters share one. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const char of left) {
    if (right.has(char)) {
      return true;
    }
  }
  return false;
}
