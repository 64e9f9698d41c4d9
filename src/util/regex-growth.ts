import { canBeEmpty, groupTable, type GroupTable } from "./java-regex/measure.js";
import { type ParsedRegex, type RegexNode, type Repeat } from "./java-regex/node.js";
import { overlap, RegexSamples } from "./regex-sample.js";

/** A loop of more rounds counts as one without end. */
const FEW_ROUNDS = 64;
/** Ways to match, tried at every place of a text, that are still as good as one. */
const FEW_WAYS = 1_000;

type Characters = ReadonlySet<string>;

/** What a node can do at one place of a text. */
interface Behaviour {
  /** Ways to match, those apart that differ only in where a loop without end stops. */
  readonly ways: number;
  /** What the loops without end take; those apart that could never take the same stretch of text from two places. */
  readonly loops: readonly Characters[];
  /** A loop in it may stop at many places and something be tried behind each. */
  readonly isOpen: boolean;
}

const NOTHING: Characters = new Set();
const ONE_WAY: Behaviour = { ways: 1, loops: [], isOpen: false };

/**
 * Whether the time to search a text grows with the square of its length at most: loops are not nested, unless each round
 * can be matched in one way only, and no loop can go over the same text again because one before it stopped elsewhere.
 *
 * Characters are compared by sample: proof enough to spare a harmless expression the trial, and all that hangs on it.
 */
export function growsAtMostQuadratically(parsed: ParsedRegex): boolean {
  const groups = groupTable(parsed.root);
  const behaviour = new Reader(groups, new RegexSamples(parsed.root, groups)).read(parsed.root, NOTHING);
  return behaviour !== undefined && behaviour.ways <= FEW_WAYS;
}

class Reader {
  readonly #groups: GroupTable;
  readonly #samples: RegexSamples;

  constructor(groups: GroupTable, samples: RegexSamples) {
    this.#groups = groups;
    this.#samples = samples;
  }

  /**
   * @param next - What may be matched behind the node.
   * @returns `undefined` where nothing can be promised.
   */
  read(node: RegexNode, next: Characters): Behaviour | undefined {
    switch (node.kind) {
      case "set":
      case "assertion":
        return ONE_WAY;
      case "lineEnding":
        return { ...ONE_WAY, ways: 2 };
      case "reference":
        return undefined;
      case "sequence":
        return this.#sequence(node.items, next);
      case "alternatives":
        return this.#alternatives(node.branches, next);
      case "look": {
        const behaviour = this.read(node.body, NOTHING);
        return behaviour?.loops.length === 0 ? behaviour : undefined;
      }
      case "repeat":
        return node.max > FEW_ROUNDS ? this.#loop(node, next) : this.#fewRounds(node, next);
      default:
        return this.read(node.body, next);
    }
  }

  #sequence(items: readonly RegexNode[], next: Characters): Behaviour | undefined {
    let result = ONE_WAY;
    let behind = next;
    for (const item of items.toReversed()) {
      const behaviour = this.read(item, behind);
      if (behaviour === undefined || (behaviour.isOpen && result.loops.length > 0)) {
        return undefined;
      }
      result = {
        ways: behaviour.ways * result.ways,
        loops: [...behaviour.loops, ...(item.kind === "set" ? this.#crossing(item, result.loops) : result.loops)],
        isOpen: behaviour.isOpen || result.isOpen,
      };
      behind = canBeEmpty(item, this.#groups) ? new Set([...this.#first(item), ...behind]) : this.#first(item);
    }
    return result;
  }

  #alternatives(branches: readonly RegexNode[], next: Characters): Behaviour | undefined {
    let result = { ...ONE_WAY, ways: 0 };
    for (const [index, branch] of branches.entries()) {
      const behaviour = this.read(branch, next);
      if (behaviour === undefined) {
        return undefined;
      }
      const isApart = branches.slice(0, index).every((other) => this.#areApart(other, branch));
      result = {
        ways: isApart ? Math.max(result.ways, behaviour.ways) : result.ways + behaviour.ways,
        loops: [...behaviour.loops, ...result.loops],
        isOpen: behaviour.isOpen || result.isOpen,
      };
    }
    return result;
  }

  #areApart(left: RegexNode, right: RegexNode): boolean {
    return !canBeEmpty(left, this.#groups) && !canBeEmpty(right, this.#groups) && !overlap(this.#first(left), this.#first(right));
  }

  #fewRounds({ body, min, max }: Repeat, next: Characters): Behaviour | undefined {
    const round = this.#round(body, max > 1, next);
    if (round === undefined || (max > 1 && (round.isOpen || (round.loops.length > 0 && canBeEmpty(body, this.#groups))))) {
      return undefined;
    }
    let ways = 0;
    for (let rounds = min; rounds <= max; rounds++) {
      ways += round.ways ** rounds;
    }
    return { ...round, ways };
  }

  #loop({ body, mode }: Repeat, next: Characters): Behaviour | undefined {
    const round = this.#round(body, true, next);
    if (round === undefined || round.isOpen || round.ways > 1 || canBeEmpty(body, this.#groups)) {
      return undefined;
    }
    return { ways: 1, loops: [this.#all(body)], isOpen: mode !== "possessive" && overlap(this.#first(body), next) };
  }

  #round(body: RegexNode, hasMore: boolean, next: Characters): Behaviour | undefined {
    return this.read(body, hasMore ? new Set([...this.#first(body), ...next]) : next);
  }

  /** A loop that cannot go over a character it begins behind takes another stretch of text for each such character. */
  #crossing(separator: RegexNode, loops: readonly Characters[]): readonly Characters[] {
    const characters = this.#all(separator);
    return loops.filter((loop) => overlap(loop, characters));
  }

  #all(node: RegexNode): Characters {
    return this.#samples.isComplete(node) ? this.#samples.all(node) : this.#samples.everything;
  }

  /** A set without a sample could begin with anything. */
  #first(node: RegexNode): Characters {
    return this.#samples.isComplete(node) ? this.#samples.first(node) : this.#samples.everything;
  }
}
