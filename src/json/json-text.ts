/**
 * Writes text for a place between the quotes of a JSON string. The result is well-formed whatever the text:
 * half a surrogate pair becomes U+FFFD.
 */
export type Escape = (text: string) => string;

/** What {@link escapeAsLogback} changes; any surrogate is a reason to look closer. */
const LOGBACK_SPECIAL = /[\0-\x1f"/\\\ud800-\udfff]/;
const ALL_LOGBACK_SPECIAL = /[\0-\x1f"/\\]/g;

/**
 * Escapes what Logback escapes: control characters below the blank, the quote, both slashes.
 *
 * Source: Logback, `ch.qos.logback.core.encoder.JsonEscapeUtil`.
 */
export function escapeAsLogback(text: string): string {
  return LOGBACK_SPECIAL.test(text) ? text.toWellFormed().replace(ALL_LOGBACK_SPECIAL, escaped) : text;
}

/** What {@link escapeSafely} changes. */
const SPECIAL = /[\0-\x1f"\\\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]/;
/** What `JSON.stringify` would leave as it is, or write in a way that is not well-formed. */
const RARE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]/;
const ALL_SPECIAL = /[\0-\x1f"\\\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Escapes what JSON demands, and besides what could command a terminal, break a line elsewhere, hide, or turn the
 * direction of writing: all controls, line and paragraph separators, zero-width, bidirectional and tag characters.
 * Readers of JSON get the same text as without.
 */
export function escapeSafely(text: string): string {
  if (!SPECIAL.test(text)) {
    return text;
  }
  // Texts of many lines are common here, and one native call is faster than one of ours for each line end.
  return RARE.test(text) ? text.toWellFormed().replace(ALL_SPECIAL, escaped) : JSON.stringify(text).slice(1, -1);
}

const ALL_RARE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** A whole JSON text, as `JSON.stringify` wrote it, with the characters escaped that {@link escapeSafely} escapes. */
export function jsonEscapedSafely(json: string): string {
  return RARE.test(json) ? json.replace(ALL_RARE, escaped) : json;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["/", "\\/"],
  ["\\", "\\\\"],
]);

function escaped(character: string): string {
  const name = NAMED.get(character);
  if (name !== undefined) {
    return name;
  }
  let text = "";
  for (let index = 0; index < character.length; index++) {
    text += `\\u${character.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return text;
}

/** A number as JSON; `null` for what JSON has no number for. */
export function jsonNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : "null";
}
