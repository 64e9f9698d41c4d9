/** What becomes of a text that cannot be searched. */
export interface GuardOptions {
  /** The longest text that is searched, in UTF-16 units; default {@link MAX_SEARCHED}. */
  readonly maxLength?: number | undefined;
  /**
   * Makes what is printed instead: for what hides something, nothing of the text. Without it the
   * text stays as it is, which is right for what only looks better.
   */
  readonly instead?: ((text: string) => string) | undefined;
}

/** UTF-16 units in which even a search whose time grows with the square of the length ends within seconds. */
export const MAX_SEARCHED = 65_536;

/**
 * Replaces in texts up to a length, and in no text that the regular expression engine gives up on for want of memory.
 *
 * There is no time limit on purpose: the same text always gives the same result.
 */
export function guardReplacer(replace: (text: string) => string, { maxLength = MAX_SEARCHED, instead }: GuardOptions = {}): (text: string) => string {
  const unsearched = instead ?? ((text: string): string => text);
  return (text) => {
    if (text.length > maxLength) {
      return unsearched(text);
    }
    try {
      return replace(text);
    } catch (error) {
      if (error instanceof RangeError) {
        return unsearched(text);
      }
      throw error;
    }
  };
}
