import fc from "fast-check";
import { expect, test } from "vitest";
import { neutralise } from "../../src/util/neutralise.js";

const inputs = [
  { what: "a forged line", text: "bob\n2026-11-21 10:00:00 INFO  Auth - admin logged in", safe: "bob\\n2026-11-21 10:00:00 INFO  Auth - admin logged in" },
  { what: "a line that overwrites itself", text: "\r\x1b[2K fake", safe: "\\r\\x1b[2K fake" },
  { what: "a terminal title and a bell", text: "\x1b[2J\x1b]0;pwn\x07", safe: "\\x1b[2J\\x1b]0;pwn\\x07" },
  { what: "a C1 control sequence", text: "\x9b31m", safe: "\\x9b31m" },
  { what: "a bidirectional override", text: "\u202egnp.exe", safe: "\\u{202e}gnp.exe" },
  { what: "bidirectional isolates", text: "\u2066a\u2069", safe: "\\u{2066}a\\u{2069}" },
  { what: "bidirectional marks", text: "\u200f\u061c", safe: "\\u{200f}\\u{61c}" },
  { what: "NUL, bell, DEL and a C1 control", text: "\0\x07\x7f\x85", safe: "\\x00\\x07\\x7f\\x85" },
  { what: "zero-width characters", text: "a\u200b\ufeffb", safe: "a\\u{200b}\\u{feff}b" },
  { what: "next line and the separators", text: "\u0085\u2028\u2029", safe: "\\x85\\u{2028}\\u{2029}" },
  { what: "tag characters", text: "a\u{e0041}", safe: "a\\u{e0041}" },
  { what: "a lone surrogate", text: "a\ud800b", safe: "a\ufffdb" },
  { what: "halves of pairs that do not meet", text: "\ud800 \udc00x", safe: "\ufffd \ufffdx" },
  { what: "nothing harmful: tabs, letters, emoji", text: "\tgrüße 10€ 日本語 😀 \\n", safe: "\tgrüße 10€ 日本語 😀 \\n" },
];

for (const { what, text, safe } of inputs) {
  test(`T5 neutralise makes ${what} visible or leaves it`, () => {
    expect(neutralise(text)).toBe(safe);
  });
}

test("T5 neutralise twice is neutralise once, and no line end or control character is left", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = neutralise(text);

      expect(neutralise(once)).toBe(once);
      expect(once).not.toMatch(/[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\u202e]/);
      expect(once.isWellFormed()).toBe(true);
    }),
  );
});
