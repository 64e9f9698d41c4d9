/** Whatever may need a closer look; any surrogate does, because it may be a lone one or part of a tag character. */
const SUSPICIOUS = /[\0-\x08\n-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/;

/** Controls, separators, bidirectional and zero-width characters, tags, lone surrogates. */
const HARMFUL = /[\0-\x08\n-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

/**
 * Makes text from data harmless for a log: it can neither begin a line of its own nor steer the reader's terminal.
 *
 * - CR and LF become `\r` and `\n`; other control characters but the tab `\x1b` and the like.
 * - Line and paragraph separators, bidirectional controls, zero-width and tag characters become `\u{202e}` and the like.
 * - Lone surrogates become U+FFFD.
 *
 * Applying it twice changes nothing more. Costs one test where there is nothing to do.
 */
export function neutralise(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(HARMFUL, escaped) : text;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) {
    return "\ufffd";
  }
  return NAMED.get(character) ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`);
}
