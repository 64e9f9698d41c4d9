import fc from "fast-check";
import { expect, test } from "vitest";
import { parseXml } from "../../../src/config/xml/parse.js";
import { rootTag } from "../../../src/config/xml/root-tag.js";

test("the root's tag is read of a document that is broken behind it", () => {
  expect(rootTag('<?xml version="1.0"?>\n<!-- a -->\n<configuration scan="true" a="&lt;">\n<root')).toEqual({
    name: "configuration",
    attributes: [
      { name: "scan", value: "true", position: { line: 3, column: 16 } },
      { name: "a", value: "<", position: { line: 3, column: 28 } },
    ],
    children: [],
    text: "",
    position: { line: 3, column: 1 },
  });
});

for (const broken of ["", "text", "<", "<a", "<a b", '<a b="', '<a b="1" b="2">', "<?xml?><a>", "<!-- <a>", '<!DOCTYPE a [<!ENTITY b "c">]><a>', "<p:a>"]) {
  test(`there is none in ${JSON.stringify(broken)}`, () => {
    expect(rootTag(broken)).toBe(undefined);
  });
}

test("bytes are read up to the first that cannot be", () => {
  const bytes = Buffer.concat([Buffer.from('\uFEFF<a b="ä">'), Buffer.from([0xff]), Buffer.from("</a>")]);

  expect(rootTag(bytes)?.attributes.map(({ value }) => value)).toEqual(["ä"]);
  expect(rootTag(Buffer.from('<?xml version="1.0" encoding="EBCDIC"?><a>'))).toBe(undefined);
});

test("of a whole document it is what the parser finds, wherever the rest is cut off", () => {
  const document = '<!-- c -->\n<a one="1" two="zwei">\n<b>text</b></a>';
  const { name, attributes, position } = parseXml(document);
  const endOfTag = document.indexOf(">", document.indexOf("<a")) + 1;

  fc.assert(
    fc.property(fc.integer({ min: endOfTag, max: document.length }), (length) => {
      expect(rootTag(document.slice(0, length))).toEqual({ name, attributes, position, children: [], text: "" });
    }),
  );
});
