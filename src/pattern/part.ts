import type { Convert, Dependency } from "./converter.js";

/** Bits of what a part depends on. */
export const Uses: Readonly<Record<Dependency, number>> = { time: 1, context: 2, logger: 4, level: 8, thread: 16, event: 32 };

/** A piece of the line: text that is known, or a function that makes it. */
export interface Part {
  /** `undefined` when it is made. */
  readonly text: string | undefined;
  readonly convert: Convert;
  /** Bits of {@link Uses}; 0 when the text never changes. */
  readonly uses: number;
  /** Meaningless without the time among the uses. */
  readonly timeStepMs: number;
  /** What `%prefix` prints before it. */
  readonly label: string | undefined;
}

/** A piece that is always the same. */
export function textPart(text: string): Part {
  return { text, convert: () => text, uses: 0, timeStepMs: Number.POSITIVE_INFINITY, label: undefined };
}

/** Everything that a list of parts depends on. */
export function usesOf(parts: readonly Part[]): number {
  return parts.reduce((uses, part) => uses | part.uses, 0);
}
