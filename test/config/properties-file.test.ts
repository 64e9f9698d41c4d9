import { expect, test } from "vitest";
import { parseProperties, PropertiesError } from "../../src/config/properties-file.js";

const rows: readonly { readonly title: string; readonly text: string; readonly properties: Readonly<Record<string, string>> }[] = [
  { title: "the three separators", text: "a=1\nb:2\nc 3\nd\t4", properties: { a: "1", b: "2", c: "3", d: "4" } },
  { title: "blanks around a separator", text: "a = 1\nb   :   2\n  c  =3", properties: { a: "1", b: "2", c: "3" } },
  { title: "blanks at the end of a value", text: "a=1 ", properties: { a: "1 " } },
  { title: "comments and empty lines", text: "# a=1\n  ! b=2\n\nc=3#4", properties: { c: "3#4" } },
  { title: "line ends of all systems", text: "a=1\r\nb=2\rc=3", properties: { a: "1", b: "2", c: "3" } },
  { title: "a continued line", text: "a=1,\\\n   2,\\\n3", properties: { a: "1,2,3" } },
  { title: "a comment that does not continue", text: "# a\\\nb=2", properties: { b: "2" } },
  { title: "an even number of backslashes at the end", text: "a=1\\\\\nb=2", properties: { a: "1\\", b: "2" } },
  { title: "a continuation at the end of the file", text: "a=1\\", properties: { a: "1" } },
  { title: "escapes", text: "a=\\t\\n\\r\\f\\\\\\:\\q\\u00e9", properties: { a: "\t\n\r\f\\:q\u00e9" } },
  { title: "escapes in a key", text: "a\\ b\\=c=1", properties: { "a b=c": "1" } },
  { title: "a key without a value", text: "a\nb=", properties: { a: "", b: "" } },
  { title: "a second separator in the value", text: "a==1\nb=:2", properties: { a: "=1", b: ":2" } },
  { title: "the later of two", text: "a=1\na=2", properties: { a: "2" } },
  { title: "names of Object.prototype", text: "constructor=1", properties: { constructor: "1" } },
];

for (const { title, text, properties } of rows) {
  test(`a properties file with ${title} is read as Java does`, () => {
    expect(Object.fromEntries(parseProperties(text))).toEqual(properties);
  });
}

test("a byte order mark is none of the first key", () => {
  expect([...parseProperties("\u00ef\u00bb\u00bfa=1\nb=\u00ef\u00bb\u00bf")]).toEqual([["a", "1"], ["b", "\u00ef\u00bb\u00bf"]]);
});

test("T8: __proto__ is a key like all others", () => {
  expect([...parseProperties("__proto__=1")]).toEqual([["__proto__", "1"]]);
});

for (const text of ["a=\\u00zz", "a=\\u12", "\\u=1"]) {
  test(`${text} is refused without being quoted`, () => {
    expect(() => parseProperties(text)).toThrow(new PropertiesError("Expected four hexadecimal digits behind \\u."));
  });
}

test("a long line without a separator takes no long time", () => {
  expect(parseProperties(`${"a\\ ".repeat(100_000)}=1`).size).toBe(1);
});
