/** Line ends and other controls but the tab, separators, bidirectional and zero-width controls, tags, halves of surrogate pairs. */
const HARMFUL = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}\p{Surrogate}]/u;
const ALL_HARMFUL: RegExp = new RegExp(HARMFUL, "gu");

/**
 * Makes data harmless for whoever reads the log: it can neither begin a line of its own nor command a terminal.
 *
 * A line feed becomes `\n`, a carriage return `\r`, other control characters `\x1b`; what is invisible or changes the
 * direction of writing `\u{202e}`; half a surrogate pair U+FFFD. Tabs stay.
 */
export function neutralise(text: string): string {
  return HARMFUL.test(text) ? text.replace(ALL_HARMFUL, escaped) : text;
}

function escaped(char: string): string {
  const code = char.codePointAt(0) as number;
  if (char === "\n") {
    return "\\n";
  }
  if (char === "\r") {
    return "\\r";
  }
  if (code >= 0xd800 && code <= 0xdfff) {
    return "\ufffd";
  }
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
