import type { JavaRegex } from "./java-regex.js";
import type { JavaReplacement } from "./java-replacement.js";

/** What becomes of a text that is too long to be matched. */
export type TooLong =
  /** It stays as it is: right for what only looks better. */
  | { readonly kind: "open" }
  /** All of it is replaced: right for what hides something. */
  | { readonly kind: "closed"; readonly text: string };

export interface GuardOptions {
  /** The longest text that is matched, in UTF-16 units; default 65 536. */
  readonly maxLength?: number;
  /** Default `open`. */
  readonly whenTooLong?: TooLong;
}

/**
 * Replaces all matches in texts up to a length.
 *
 * There is no time limit on purpose: the same text always gives the same result.
 */
export function guardReplacer(regex: JavaRegex, replacement: JavaReplacement, options: GuardOptions = {}): (input: string) => string {
  const maxLength = options.maxLength ?? 65_536;
  const whenTooLong = options.whenTooLong ?? { kind: "open" };
  return (input) => {
    if (input.length <= maxLength) {return regex.replaceAll(input, replacement);}
    return whenTooLong.kind === "open" ? input : whenTooLong.text;
  };
}
