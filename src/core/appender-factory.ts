import type { Appender } from "./appender.js";

/**
 * Makes appenders while the program runs, one for each value of a discriminator.
 *
 * @public
 */
export interface AppenderFactory {
  /**
   * A new appender, not yet started.
   *
   * @param value - Safe as a part of a file's name.
   * @returns `undefined` when it cannot be made; the reason is reported.
   */
  make(value: string): Appender | undefined;
  /** Starts an appender that it made; where this is missing, `appender.start()` is all there is to it. */
  start?(appender: Appender): void;
  /** The appender was stopped, though it may still wait for what it sent, and is not used again: what it had reserved, such as its file, is free. */
  release?(appender: Appender): void;
}

/**
 * What stands in a `<sift>` element: an appender that is built when its value is known.
 *
 * @public
 */
export interface AppenderTemplate {
  /** @param key - The property that stands for the value in the element. */
  forKey(key: string): AppenderFactory;
}
