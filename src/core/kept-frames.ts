import { flat } from "../util/flat-text.js";
import { framesOfPlainText, plainFramesStart, type StackFrame } from "./stack-frame.js";

/** Stacks that are kept, by the length of their text; several of one length stand side by side. */
const LENGTHS = 64;
const STACKS_A_LENGTH = 4;
/** Longer stacks are not kept: this bounds what a program with very many may hold. */
const MAX_LENGTH = 8192;

/** What an encoder makes of the first `count` frames. */
interface Printed {
  readonly count: number;
  readonly text: string;
}

/** Frames that many throwables have in common: taken apart once, printed once. Frozen, because the events share them. */
export class KeptFrames {
  readonly frames: readonly StackFrame[];
  /** The stack trace from the line feed behind its header. */
  readonly text: string;
  /** Weak, because a stack may outlive every encoder. */
  readonly #printed = new WeakMap<object, Printed>();

  constructor(text: string) {
    // Split and joined, it is a copy: a part of the given text would keep the header with all that it says.
    this.text = text.split("\n").join("\n");
    this.frames = Object.freeze(framesOfPlainText(this.text).map((frame) => Object.freeze(frame)));
  }

  /**
   * The text that `print` makes of the first `count` frames, kept for each `owner` as long as both live.
   *
   * @param owner - Who asks; it must always pass the same `print`.
   */
  printedFor<Owner extends object>(owner: Owner, count: number, print: (frames: readonly StackFrame[], count: number, owner: Owner) => string): string {
    const known = this.#printed.get(owner);
    if (known !== undefined && known.count === count) {
      return known.text;
    }
    const text = flat(print(this.frames, count, owner));
    this.#printed.set(owner, { count, text });
    return text;
  }
}

/**
 * Keeps the frames of stacks seen before. A program throws in a limited number of places, so that even the stack of a new
 * error has mostly been seen, whatever its message says: comparing texts costs less than taking one apart.
 *
 * Holds no error, no message, and a bounded number of stacks.
 */
export class StackCache {
  readonly #byLength = Array.from({ length: LENGTHS }, (): KeptFrames[] => []);

  /** The frames of a stack as V8 writes it; `undefined` for any other. */
  framesOf(stack: string, message: string | undefined): KeptFrames | undefined {
    const start = stack.length > MAX_LENGTH ? -1 : plainFramesStart(stack, message ?? "");
    if (start < 0) {
      return undefined;
    }
    const text = stack.slice(start);
    const kept = this.#byLength[text.length % LENGTHS] as KeptFrames[];
    const known = kept.find((each) => each.text === text);
    if (known !== undefined) {
      return known;
    }
    if (kept.length >= STACKS_A_LENGTH) {
      kept.shift();
    }
    const added = new KeptFrames(text);
    kept.push(added);
    return added;
  }
}
