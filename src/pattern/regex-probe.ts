import type { JavaRegex } from "../util/java-regex.js";
import { suspectsOf, type Suspect } from "./regex-shape.js";

/** Longer than this takes no honest expression for a text as short as these. */
const SLOW_MS = 50;
/** Messages are often as long; the first lengths lie close together, since the time may double with every character. */
const SHORT = [8, 12, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 48, 64, 96, 128, 192];
/** Where time that grows with the third power of the length shows; the second is usual in a search. */
const LONG = [384, 512, 768, 1024];
/** A machine that is busy with something else must not condemn an expression. */
const TRIES = 3;

/** What a try of a regular expression's weak places showed. */
export interface RegexWeakness {
  /** `hopeless`: a usual message can take for ever. `slow`: a thousand characters take long. */
  readonly kind: "hopeless" | "slow";
  /** In the expression, from 1. */
  readonly column: number;
}

/**
 * Tries a regular expression on texts that its shape makes hard, short ones first, and stops at the first that takes long.
 *
 * The engine cannot be interrupted, so the lengths grow slowly: the last try takes little longer than the limit.
 */
export function probeRegex(regex: JavaRegex): RegexWeakness | undefined {
  for (const suspect of suspectsOf(regex.parsed.root)) {
    if (isSlow(regex, suspect, SHORT)) {
      return { kind: "hopeless", column: suspect.column };
    }
    if (isSlow(regex, suspect, LONG)) {
      return { kind: "slow", column: suspect.column };
    }
  }
  return undefined;
}

function isSlow({ regexp }: JavaRegex, { prefix, char }: Suspect, lengths: readonly number[]): boolean {
  return lengths.some((length) => {
    const text = `${prefix}${char.repeat(length)}\0`;
    return Array.from({ length: TRIES }).every(() => {
      const start = performance.now();
      regexp.test(text);
      return performance.now() - start > SLOW_MS;
    });
  });
}
