const SUSPICIOUS = /[\0-\x08\x0b\x0c\x0e-\x1f&<>"'\ufffe\uffff]|\p{Surrogate}/u;
const SPECIAL = /[\0-\x08\x0b\x0c\x0e-\x1f&<>"'\ufffe\uffff]|\p{Surrogate}/gu;
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Stands for a character that XML 1.0 forbids, also as a reference. */
const REPLACEMENT = "\ufffd";

/**
 * Text for an element or an attribute of HTML and XML: whatever it holds, it stays text.
 *
 * Source: Logback, `ch.qos.logback.core.helpers.Transform`, which leaves U+FFFE, U+FFFF and lone surrogates.
 */
export function escapeMarkup(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(SPECIAL, (character) => ENTITIES.get(character) ?? REPLACEMENT) : text;
}

/** Text for a CDATA section, which it cannot end. */
export function escapeCdata(text: string): string {
  return text.replace(FORBIDDEN, REPLACEMENT).replaceAll("]]>", "]]]]><![CDATA[>");
}
