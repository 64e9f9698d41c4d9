import { expect, test } from "vitest";
import { neutralise } from "../../src/pattern/neutralise.js";

const texts = [
  { text: "plain Größe 10€ 日本語 😀\ttab", result: "plain Größe 10€ 日本語 😀\ttab" },
  { text: "bob\n2026-11-21 INFO forged", result: "bob\\n2026-11-21 INFO forged" },
  { text: "\r\x1b[2K", result: "\\r\\x1b[2K" },
  { text: "\0\x07\x7f\x85\x9b", result: "\\x00\\x07\\x7f\\x85\\x9b" },
  { text: "\u202egnp.exe\u2066\u200f\u061c", result: "\\u{202e}gnp.exe\\u{2066}\\u{200f}\\u{61c}" },
  { text: "a\u2028b\u200bc\ufeff\u{e0041}", result: "a\\u{2028}b\\u{200b}c\\u{feff}\\u{e0041}" },
  { text: "\ud800 \udc00x", result: "\ufffd \ufffdx" },
] as const;

for (const { text, result } of texts) {
  test(`${JSON.stringify(text)} becomes ${JSON.stringify(result)}`, () => {
    expect(neutralise(text)).toBe(result);
    expect(neutralise(neutralise(text))).toBe(result);
  });
}
