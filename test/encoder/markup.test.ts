import { expect, test } from "vitest";
import { escapeCdata, escapeMarkup } from "../../src/encoder/markup.js";

const texts = [
  { what: "plain text", text: "plain ünïcode 日本 😀", escaped: "plain ünïcode 日本 😀", cdata: "plain ünïcode 日本 😀" },
  { what: "markup", text: `</td><script>&'"`, escaped: "&lt;/td&gt;&lt;script&gt;&amp;&#39;&quot;", cdata: `</td><script>&'"` },
  { what: "white space", text: "a\tb\nc\r", escaped: "a\tb\nc\r", cdata: "a\tb\nc\r" },
  { what: "control characters", text: "\0\b\x0b\f\x1f", escaped: "\ufffd".repeat(5), cdata: "\ufffd".repeat(5) },
  { what: "what is no character", text: "\ufffe\uffff", escaped: "\ufffd\ufffd", cdata: "\ufffd\ufffd" },
  { what: "halves of surrogate pairs", text: "\ud83dx\ude00", escaped: "\ufffdx\ufffd", cdata: "\ufffdx\ufffd" },
  { what: "the end of a section", text: "a]]>b", escaped: "a]]&gt;b", cdata: "a]]]]><![CDATA[>b" },
] as const;

for (const { what, text, escaped, cdata } of texts) {
  test(`escapeMarkup and escapeCdata keep ${what} text`, () => {
    expect(escapeMarkup(text)).toBe(escaped);
    expect(escapeCdata(text)).toBe(cdata);
  });
}
