import { setSource } from "./char-set.js";
import { JavaRegexError } from "./error.js";
import { checkLookbehind, setBehind } from "./lookbehind.js";
import { type GroupTable, canBeEmpty, longest, triesEmptyLast } from "./measure.js";
import { type Look, type RegexNode, type Repeat, groupsIn, someNode } from "./node.js";
import { repeatsByRounds, repeatsGroup } from "./study.js";

const LINE_ENDING = "(?:\\r\\n|[\\n-\\r\\u{85}\\u{2028}\\u{2029}])";
const WHOLE_LINE_ENDING = "(?:\\r\\n|[\\n\\u{b}\\f\\u{85}\\u{2028}\\u{2029}]|\\r(?!\\n))";

/** A pattern as JavaScript. */
export interface EmittedRegex {
  /** JavaScript source for the flag `u`. */
  readonly source: string;
  /** The JavaScript group that captures what a Java group does. */
  readonly groupIndex: ReadonlyMap<number, number>;
}

/**
 * Writes a pattern as JavaScript.
 *
 * What is atomic in Java becomes a lookahead that captures, and a reference to it: JavaScript never goes back into a lookahead.
 *
 * @param inPair - whether the text to match will have a disguised half of a surrogate pair.
 */
export function emitRegex(root: RegexNode, groups: GroupTable, inPair = false): EmittedRegex {
  const emitter = new Emitter(groups, inPair);
  return { source: emitter.emit(root), groupIndex: emitter.groupIndex };
}

class Emitter {
  readonly groupIndex = new Map<number, number>();
  readonly #groups: GroupTable;
  readonly #inPair: boolean;
  #count = 0;
  /** The lookbehind that is being written, where Java steps back by UTF-16 unit. */
  #stepsByUnit = false;

  constructor(groups: GroupTable, inPair: boolean) {
    this.#groups = groups;
    this.#inPair = inPair;
  }

  emit(node: RegexNode): string {
    switch (node.kind) {
      case "set":
        return setSource(this.#stepsByUnit ? setBehind(node.set) : node.set);
      case "sequence":
        return node.items.map((item) => (item.kind === "alternatives" ? `(?:${this.emit(item)})` : this.emit(item))).join("");
      case "alternatives":
        return node.branches.map((branch) => this.emit(branch)).join("|");
      case "lineEnding":
        return LINE_ENDING;
      case "assertion":
        return this.#inPair ? node.assertion.inPair : node.assertion.source;
      case "reference":
        return `(?:\\${this.groupIndex.get(node.group) ?? 0})`;
      case "group":
        return node.number > 0 ? this.#capturing(node.number, node.body) : `(?:${this.emit(node.body)})`;
      case "atomic":
        return this.#atomic(() => this.emit(node.body));
      case "look":
        return this.#look(node);
      case "repeat":
        return this.#repeat(node);
    }
  }

  #capturing(number: number, body: RegexNode): string {
    this.#count += 1;
    this.groupIndex.set(number, this.#count);
    return `(${this.emit(body)})`;
  }

  #atomic(body: () => string): string {
    this.#count += 1;
    const index = this.#count;
    return `(?:(?=(${body()}))\\${index})`;
  }

  #look(node: Look): string {
    if (node.behind) {
      checkLookbehind(node);
    }
    const outer = this.#stepsByUnit;
    this.#stepsByUnit = node.behind && !node.byCodePoint;
    const body = this.emit(node.body);
    this.#stepsByUnit = outer;
    return `(?${node.behind ? "<" : ""}${node.negative ? "!" : "="}${body})`;
  }

  #repeat(node: Repeat): string {
    if (longest(node.body) === 0 && !repeatsGroup(node)) {
      return this.#repeatedAssertion(node);
    }
    if (node.mode === "possessive") {
      return this.#possessive(node);
    }
    if (node.min === 0 && node.max === 1 && canBeEmpty(node.body, this.#groups)) {
      return this.#optional(node);
    }
    this.#checkEmptyRounds(node);
    return this.#round(node) + quantifierOf(node);
  }

  /** Java takes `^*` or `(?=a)+`; a repetition adds nothing to an assertion. */
  #repeatedAssertion(node: Repeat): string {
    const count = this.#count;
    const body = this.emit(node.body);
    if (node.min > 0) {
      return body;
    }
    if (groupsIn(node.body).length > 0) {
      return `(?:${body}|)`;
    }
    this.#count = count;
    return "";
  }

  /** JavaScript would go on looking for something to match; Java is content with nothing. */
  #optional(node: Repeat): string {
    const body = this.#round(node);
    return node.mode === "lazy" ? `(?:|${body})` : `(?:${body}|)`;
  }

  #possessive(node: Repeat): string {
    if (node.body.kind === "set" && node.min === node.max) {
      return this.emit(node.body) + quantifierOf(node);
    }
    return this.#atomic(() => {
      if (node.min === 0 && node.max === 1) {
        return `${this.emit(node.body)}|`;
      }
      const simple = node.body.kind === "set" || node.body.kind === "reference";
      const round = simple ? this.emit(node.body) : this.#atomicRound(node.body);
      return round + quantifierOf({ ...node, mode: "greedy" });
    });
  }

  /** One round of a loop. */
  #round(node: Repeat): string {
    const { body } = node;
    if (body.kind === "lineEnding") {
      return WHOLE_LINE_ENDING;
    }
    if (repeatsByRounds(node) && someNode(body, (inner) => inner.kind === "lineEnding")) {
      return this.#atomicRound(body);
    }
    return this.emit(body);
  }

  #atomicRound(body: RegexNode): string {
    if (body.kind === "lineEnding") {
      return WHOLE_LINE_ENDING;
    }
    if (body.kind !== "group" || body.number === 0) {
      return this.#atomic(() => this.emit(body));
    }
    // The capture has to lie outside the lookahead's own, but may lie inside the lookahead.
    return this.#atomic(() => this.#capturing(body.number, body.body));
  }

  #checkEmptyRounds(node: Repeat): void {
    if (node.max <= 1 || !canBeEmpty(node.body, this.#groups) || !repeatsGroup(node)) {
      return;
    }
    if (longest(node.body) === 0 || repeatsByRounds(node)) {
      return;
    }
    const lastOfAll = triesEmptyLast(node.body, this.#groups);
    const always = !someNode(node.body, (inner) => inner.kind === "assertion" || inner.kind === "look" || inner.kind === "reference");
    if (node.min >= 2 ? lastOfAll && always && node.mode === "greedy" : lastOfAll || node.mode === "lazy") {
      return;
    }
    throw new JavaRegexError("Expected a loop whose rounds all match something, found one with a round that may be empty", node.column);
  }
}

function quantifierOf({ min, max, mode }: Repeat): string {
  const lazy = mode === "lazy" ? "?" : "";
  if (max === Infinity) {
    return (min === 0 ? "*" : min === 1 ? "+" : `{${min},}`) + lazy;
  }
  if (min === 0 && max === 1) {
    return `?${lazy}`;
  }
  return (min === max ? `{${min}}` : `{${min},${max}}`) + lazy;
}
