/**
 * Names without a colon. Sticky: set `lastIndex`, then test.
 *
 * The fourth edition of XML 1.0, which Java follows, lists letters one by one; this asks Unicode for letters of the
 * basic plane instead, and so knows some scripts more. The fifth edition would let invisible characters pass.
 */
export const NC_NAME: RegExp =
  /(?![\u{10000}-\u{10FFFF}])[_\u212E\p{L}\p{Nl}](?:(?![\u{10000}-\u{10FFFF}])[-._\u00B7\u0387\u06DD\u06DE\u212E\p{L}\p{Nl}\p{Nd}\p{M}])*/uy;

/** The same, where it and the character behind it are of ASCII. Found without Unicode's tables, which take long to prepare. */
export const ASCII_NC_NAME: RegExp = /[A-Za-z_][-.\w]*(?![-.\w]|[^\0-\x7f])/y;

/** White space as XML means it, line ends already normalised. Sticky. */
export const SPACE: RegExp = /[ \t\n\r]+/y;

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Offset of the first character that no XML 1.0 document may hold (controls, lone surrogates), or -1. */
export function forbiddenCharacterAt(text: string): number {
  return text.search(FORBIDDEN);
}

/** Whether a character reference may name this code point. */
export function isXmlCodePoint(code: number): boolean {
  return code <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(code));
}

/** How a message names one character: `"x"` for printable ASCII, `U+00E9` for all others. */
export function describeCharacter(code: number): string {
  if (code > 0x20 && code < 0x7f) {
    return code === 0x22 ? "a double quote" : `"${String.fromCodePoint(code)}"`;
  }
  if (code === 0x20) {
    return "a space";
  }
  if (code === 0x0a) {
    return "the end of the line";
  }
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
