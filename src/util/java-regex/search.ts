import { disguisedHalf } from "./assertion.js";

/** A match and what its groups captured. */
export interface JavaMatch {
  readonly start: number;
  readonly end: number;
  /** By JavaScript group, the whole match first. */
  readonly groups: readonly (string | undefined)[];
}

/** How Java walks through the text. */
export interface SearchManner {
  /** Whether Java tries every UTF-16 unit, the middle of a surrogate pair included. */
  readonly byUnit: boolean;
  /** Whether a match can begin in the middle of a pair at all. */
  readonly canSplitPairs: boolean;
  /** What to look for there. */
  readonly inPairSource: string;
}

const LONE_HALF = "\udfff";
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/**
 * Finds matches where Java finds them.
 *
 * They differ in the middle of surrogate pairs, where Java does look: after an empty match before a pair, and everywhere
 * if the pattern compares by UTF-16 unit.
 */
export class JavaSearch {
  readonly #everywhere: RegExp;
  readonly #here: RegExp;
  readonly #manner: SearchManner;

  constructor(source: string, manner: SearchManner) {
    this.#everywhere = new RegExp(source, "gu");
    this.#here = new RegExp(manner.inPairSource, "yu");
    this.#manner = manner;
  }

  /** All matches in order, none overlapping. */
  *all(input: string): Generator<JavaMatch, void, undefined> {
    const split = this.#manner.canSplitPairs && PAIR.test(input);
    let from = 0;
    while (from <= input.length) {
      const match = this.#next(input, from, split);
      if (match === undefined) {
        return;
      }
      yield match;
      from = match.end > match.start ? match.end : match.end + 1;
    }
  }

  #next(input: string, from: number, split: boolean): JavaMatch | undefined {
    let start = from;
    if (isInPair(input, from)) {
      const match = split ? this.#inPair(input, from) : undefined;
      if (match !== undefined) {
        return match;
      }
      start += 1;
    }
    const found = this.#aligned(input, start);
    if (split && this.#manner.byUnit) {
      const end = found?.index ?? input.length;
      for (let at = start + 1; at < end; at += 1) {
        const match = isInPair(input, at) ? this.#inPair(input, at) : undefined;
        if (match !== undefined) {
          return match;
        }
      }
    }
    return found === null ? undefined : matchOf(found);
  }

  /** The first match that begins with a whole character; V8 also finds some that begin in the middle of a pair. */
  #aligned(input: string, from: number): RegExpExecArray | null {
    this.#everywhere.lastIndex = from;
    for (;;) {
      const found = this.#everywhere.exec(input);
      if (found === null || !isInPair(input, found.index)) {
        return found;
      }
      this.#everywhere.lastIndex = found.index + 1;
    }
  }

  /** A match that begins with the second half of a pair; the first half is disguised so that JavaScript sees no pair. */
  #inPair(input: string, at: number): JavaMatch | undefined {
    this.#here.lastIndex = at;
    let alone = at - 1;
    while (isHigh(input.charCodeAt(alone - 1))) {
      alone -= 1;
    }
    // First halves that stand alone just before are disguised too: with the disguise they would make a pair.
    const disguise = LONE_HALF.repeat(at - 1 - alone) + disguisedHalf(input.slice(at - 1, at + 1));
    const found = this.#here.exec(input.slice(0, alone) + disguise + input.slice(at));
    return found === null ? undefined : matchOf(found);
  }
}

function matchOf(found: RegExpExecArray): JavaMatch {
  return { start: found.index, end: found.index + found[0].length, groups: found };
}

function isInPair(input: string, at: number): boolean {
  return at > 0 && at < input.length && isLow(input.charCodeAt(at)) && isHigh(input.charCodeAt(at - 1));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
