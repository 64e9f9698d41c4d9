import type { Level } from "./level.js";
import type { Logger } from "./logger.js";

/** Decides whether the stack frames of a throwable are left out, in every layout. What the throwable is called and says stays. */
export interface FrameSuppression {
  /** Asked once for each event with a throwable, at the log call. */
  hidesFrames(throwable: unknown, logger: Logger, level: Level): boolean;
}

/** The categories of errors whose stack frames are left out. */
export interface SuppressedCategories {
  /** In the order in which they were given. */
  readonly categories: readonly string[];
  /** Another number each time that they were replaced, be it by the same ones. */
  readonly revision: number;
  /**
   * Replaces the set until the configuration or a properties file says something new.
   *
   * @param categories - Names in any letter case, also several in one text with commas between; `NULL` is ignored.
   * @returns What is said of it, as `logconf` prints it.
   * @throws RangeError for a word that is no category.
   */
  override(categories: readonly string[]): string;
}

/** Context property, and property in `server.properties`, with the categories: names in capitals with commas between; `USER_INPUT` where it is missing. */
export const SUPPRESSED_CATEGORIES = "com.openexchange.log.suppressedCategories";
