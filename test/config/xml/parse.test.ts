import fc from "fast-check";
import { expect, test } from "vitest";
import { XmlError } from "../../../src/config/xml/error.js";
import { parseXml, type XmlElement } from "../../../src/config/xml/parse.js";

/** `line:column message` of the refusal, or what was read. */
function refusal(source: string | Uint8Array, limits = {}): string {
  try {
    return `accepted <${parseXml(source, limits).name}>`;
  } catch (error) {
    if (!(error instanceof XmlError)) {
      throw error;
    }
    return `${error.position.line}:${error.position.column} ${error.message}`;
  }
}

function textOf(source: string | Uint8Array): string {
  return parseXml(source).text;
}

function attributesOf(element: XmlElement): Record<string, string> {
  return Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
}

test("an element keeps its name, attributes, children, text and positions in document order", () => {
  const root = parseXml('<?xml version="1.0"?>\n<configuration>\n  <Appender name="A"\n    class=\'C\'>one<x/> two</Appender>\n  <root/>\n</configuration>\n');

  expect(root).toMatchObject({ name: "configuration", position: { line: 2, column: 1 }, attributes: [] });
  expect(root.textPosition).toBe(undefined);
  expect(root.children.map(({ name }) => name)).toEqual(["Appender", "root"]);
  expect(root.children[0]).toMatchObject({
    position: { line: 3, column: 3 },
    text: "one two",
    textPosition: { line: 4, column: 15 },
    attributes: [
      { name: "name", value: "A", position: { line: 3, column: 13 } },
      { name: "class", value: "C", position: { line: 4, column: 5 } },
    ],
  });
});

const texts = [
  { what: "the five predefined entities", xml: "<r>&lt;&gt;&amp;&quot;&apos;</r>", text: "<>&\"'" },
  { what: "decimal and hexadecimal references", xml: "<r>&#65;&#x42;&#x1F600;&#00067;</r>", text: "AB😀C" },
  { what: "what a reference gives, but only once", xml: "<r>&amp;lt;&#38;gt;</r>", text: "&lt;&gt;" },
  { what: "CDATA unchanged", xml: "<r>a<![CDATA[<&amp;]] >]]>b</r>", text: "a<&amp;]] >b" },
  { what: "text around comments, instructions and children", xml: "<r>a<!-- <x> & -->b<?p it's?>c<x>-</x>d</r>", text: "abcd" },
  { what: "white space untrimmed", xml: "<r> \n x\t</r>", text: " \n x\t" },
  { what: "every line end as one line feed", xml: "<r>a\r\nb\rc\nd</r>", text: "a\nb\nc\nd" },
  { what: "a carriage return only by number", xml: "<r>a&#13;\nb</r>", text: "a\r\nb" },
  { what: "brackets", xml: "<r>]] ] ]></r>".replace("]>", "]&gt;"), text: "]] ] ]>" },
  { what: "control characters XML allows", xml: "<r>\x7f\x85\u2028\ufffd</r>", text: "\x7f\x85\u2028\ufffd" },
];

for (const { what, xml, text } of texts) {
  test(`text gives ${what}`, () => {
    expect(textOf(xml)).toBe(text);
  });
}

test("a raw line end or tab in an attribute value is a space, one by number stays", () => {
  const root = parseXml("<r a='1\n2\t3\r\n4' b='&#10;&#9;&#13;' c='&apos;\"&quot;>'/>");

  expect(attributesOf(root)).toEqual({ a: "1 2 3 4", b: "\n\t\r", c: "'\"\">" });
});

test("a namespace prefix is left out of element names, and declarations are no attributes", () => {
  const root = parseXml('<l:configuration xmlns="u" xmlns:l="v" xmlns:xsi="w" xsi:schemaLocation="s"/>');

  expect(root.name).toBe("configuration");
  expect(attributesOf(root)).toEqual({ "xsi:schemaLocation": "s" });
});

test("T8: names that mean something to JavaScript are names like all others", () => {
  const root = parseXml('<__proto__ constructor="1" __proto__="2" toString="3"><constructor><prototype/></constructor><hasOwnProperty/></__proto__>');

  expect(root.name).toBe("__proto__");
  expect(root.attributes.map(({ name, value }) => `${name}=${value}`)).toEqual(["constructor=1", "__proto__=2", "toString=3"]);
  expect(root.children.map(({ name }) => name)).toEqual(["constructor", "hasOwnProperty"]);
  expect(root.children[0]?.children[0]?.name).toBe("prototype");
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const refused = [
  ["an empty file", "", "1:1 expected the root element, got the end of the file"],
  ["no XML at all", "not xml", '1:1 expected the "<" of the root element, got "n"'],
  ["two roots", "<a/>\n<b/>", "2:1 expected the end of the file after the root element, got more markup"],
  ["text after the root", "<a/>\nx", "2:1 expected the end of the file after the root element, got text"],
  ["a raw & in text", "<r>\na & b</r>", '2:4 expected a name or a number after "&" (write "&amp;" for the character itself), got a space'],
  ["a raw & in an attribute", "<r a='x&y'/>", '1:10 expected ";" after the reference &y, got "\'"'],
  ["a raw < in an attribute", "<r a='x<y'/>", '1:8 expected the closing quote of the attribute "a" or "&lt;", got "<"'],
  ["a missing closing quote", "<r a='x>\n<s/>\n</r>", '2:1 expected the closing quote of the attribute "a" or "&lt;", got "<"'],
  ["an unknown entity", "<r>\n&undefined;</r>", "2:1 expected &amp; &lt; &gt; &quot; &apos; or a character by number, got the unknown entity &undefined;"],
  ["an entity of HTML", "<r a='&copy;'/>", "1:7 expected &amp; &lt; &gt; &quot; &apos; or a character by number, got the unknown entity &copy;"],
  ["a reference to a forbidden character", "<r>&#0;</r>", "1:4 expected a character XML allows, got the reference &#0;"],
  ["a reference beyond Unicode", "<r>&#x110000;</r>", "1:4 expected a character XML allows, got the reference &#x110000;"],
  ["-- in a comment", "<r>\n<!-- a -- b --></r>", '2:8 expected no "--" inside the comment opened at line 2, column 1'],
  ["an unclosed comment", "<r>\n<!-- a\n</r>", '3:5 expected "--" after the comment opened at line 2, column 1, got the end of the file'],
  ["an unclosed CDATA section", "<r><![CDATA[\n</r>", '2:5 expected "]]>" after the CDATA section opened at line 1, column 4, got the end of the file'],
  ["]]> in text", "<r>a]]>b</r>", '1:5 expected "]]&gt;" in text, got "]]>" outside CDATA'],
  ["a NUL", "<r>\n \0</r>", "2:2 expected text, got a character XML does not allow (U+0000)"],
  ["an escape character", "<r a='\x1b'/>", "1:7 expected text, got a character XML does not allow (U+001B)"],
  ["a lone surrogate", "<r>\ud800</r>", "1:4 expected text, got half of a surrogate pair (U+D800)"],
  ["a non-character", "<r>\ufffe</r>", "1:4 expected text, got a character XML does not allow (U+FFFE)"],
  ["a duplicate attribute", "<r a='1'\n a='2'/>", '2:2 expected each attribute once, got a second "a" in <r>'],
  ["a duplicate attribute by namespace", "<r xmlns:a='u' xmlns:b='u' a:x='' b:x=''/>", '1:35 expected each attribute once, got a second "x" of the same namespace'],
  ["an undeclared prefix", "<r>\n<a:b/></r>", '2:1 expected a declared namespace prefix, got "a" without xmlns:a'],
  ["an attribute without value", "<r a/>", '1:5 expected "=" after the attribute "a", got "/"'],
  ["an attribute without quotes", "<r a=1/>", '1:6 expected a quote around the value of "a", got "1"'],
  ["attributes without space between", "<r a='1'b='2'/>", '1:9 expected a space, ">" or "/>" in the tag <r>, got "b"'],
  ["a mismatched tag", "<r>\n <s>\n </r>", "3:2 expected </s> for the element opened at line 2, column 2, got </r>"],
  ["an end tag in other letter case", "<root></Root>", "1:7 expected </root> for the element opened at line 1, column 1, got </Root>"],
  ["an unclosed root", "<r>\n <s/>\n", "3:1 expected </r> for the element opened at line 1, column 1, got the end of the file"],
  ["an unclosed child", "<r>\n <s>\n</r>", "3:1 expected </s> for the element opened at line 2, column 2, got </r>"],
  ["a tag that the file ends in", "<r>\n<s a='1'", '2:9 expected a space, ">" or "/>" in the tag <s>, got the end of the file'],
  ["a space before a name", "< r/>", '1:2 expected the name of an element after "<" (write "&lt;" for the character itself), got a space'],
  ["an invisible character in a name", "<r cla\ufeffss='x'/>", '1:7 expected "=" after the attribute "cla", got U+FEFF'],
  ["an XML declaration after a space", " <?xml version='1.0'?><r/>", "1:2 expected the XML declaration at the very beginning of the file, got one here"],
  ["an XML declaration inside", "<r><?XML version='1.0'?></r>", "1:4 expected the XML declaration at the very beginning of the file, got one here"],
  ["an XML declaration without version", "<?xml encoding='UTF-8'?><r/>", '1:1 expected an XML declaration like <?xml version="1.0" encoding="UTF-8"?>, got a malformed one'],
  ["an unknown version of XML", "<?xml version='2.0'?><r/>", "1:1 expected XML version 1.0, got another"],
  ["a second byte order mark", "\ufeff\ufeff<r/>", '1:1 expected the "<" of the root element, got U+FEFF'],
  ["markup of a DTD in the content", "<r><!ELEMENT a></r>", '1:4 expected an element, text, a comment or CDATA, got "<"'],
] as const;

for (const [what, xml, expected] of refused) {
  test(`${what} is refused where it stands`, () => {
    expect(refusal(xml)).toBe(expected);
  });
}

const accepted = [
  ["a byte order mark", "\ufeff<r/>"],
  ["a declaration with encoding and standalone", "<?xml version=\"1.0\" encoding='utf-8' standalone='yes' ?><r/>"],
  ["comments and instructions around the root", "<!-- a --><?p?><r/><!-- b --><?p q?>\n"],
  ["a bare DOCTYPE", "<?xml version='1.0'?>\n<!DOCTYPE r >\n<r/>"],
  ["names outside ASCII", "<r><größe/></r>"],
  ["white space in tags", "<r\n a = '1'\t></r\n>"],
] as const;

for (const [what, xml] of accepted) {
  test(`${what} is read`, () => {
    expect(refusal(xml)).toBe("accepted <r>");
  });
}

const bomb = Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join("");
const doctypes = [
  ["an entity bomb", `<!DOCTYPE l [<!ENTITY a "${"A".repeat(9_000)}">]><l>${"&a;".repeat(50_000)}</l>`, "declarations in brackets"],
  ["a laugh of entities", `<!DOCTYPE l [<!ENTITY a0 "lol">${bomb}]><l>&a10;</l>`, "declarations in brackets"],
  ["an entity from a file", '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>', "declarations in brackets"],
  ["a parameter entity", '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><l/>', "declarations in brackets"],
  ["an external DTD", '<!DOCTYPE l SYSTEM "http://169.254.169.254/latest/meta-data/"><l/>', "a reference to an external DTD"],
  ["a public DTD", '<!DOCTYPE l PUBLIC "-//X//EN" "x.dtd"><l/>', "a reference to an external DTD"],
] as const;

for (const [what, xml, came] of doctypes) {
  test(`T1: ${what} is refused before anything of it is read`, () => {
    expect(refusal(xml)).toBe(`1:1 expected no DTD or just <!DOCTYPE l>, got ${came}`);
  });
}

test("T1: only one DOCTYPE is tolerated, and only before the root", () => {
  expect(refusal("<!DOCTYPE r><!DOCTYPE r><r/>")).toMatch(/^1:13 expected an element/);
  expect(refusal("<r/><!DOCTYPE r>")).toBe("1:5 expected the end of the file after the root element, got more markup");
});

const limits = [
  ["262,145 bytes", "a".repeat(256 * 1024 + 1), {}, "1:1 expected at most 262144 bytes, got 262145"],
  ["more than 1 MiB, whatever is asked for", "a".repeat(1024 * 1024 + 1), { maxBytes: 1e9 }, "1:1 expected at most 1048576 bytes, got 1048577"],
  ["anything under a limit of zero, which is no limit switched off", "<r/>", { maxBytes: 0 }, "1:1 expected at most 0 bytes, got 4"],
  ["20,000 nested elements", "<a>".repeat(20_000), {}, "1:301 expected at most 100 elements inside each other, got more"],
  ["20,001 elements", `<a>${"<b/>".repeat(20_000)}</a>`, {}, "1:80000 expected at most 20000 elements, got more"],
  ["50,000 attributes", `<a ${Array.from({ length: 50_000 }, (_, i) => `b${i}=''`).join(" ")}/>`, { maxBytes: 1e6 }, "1:1942 expected at most 256 attributes in one element, got more"],
] as const;

for (const [what, xml, given, expected] of limits) {
  test(`T1: ${what} is refused`, () => {
    expect(refusal(xml, given)).toBe(expected);
  });
}

test("T1: a limit that is no number falls back to the default", () => {
  expect(refusal("<r/>", { maxBytes: Number.NaN })).toBe("accepted <r>");
});

test("T1: a hundred levels and as many references as fit into the file are read", () => {
  expect(refusal("<a>".repeat(100) + "</a>".repeat(100))).toBe("accepted <a>");
  expect(textOf(`<r>${"&#65;".repeat(50_000)}</r>`)).toBe("A".repeat(50_000));
});

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");

test("bytes are read as UTF-8, as UTF-16 with its mark, or as the single-byte encoding they declare", () => {
  expect(textOf(Buffer.from("\ufeff<r>é😀</r>"))).toBe("é😀");
  expect(textOf(utf16("<?xml version='1.0' encoding='UTF-16'?><r>é😀</r>"))).toBe("é😀");
  expect(textOf(Buffer.from(utf16("<r>é</r>")).swap16())).toBe("é");
  expect(textOf(latin("<?xml version='1.0' encoding='ISO-8859-1'?><r>\xe9\xa4</r>"))).toBe("é¤");
});

const wrongBytes = [
  ["Latin-1 without a declaration", latin("<r>\r\n  \xe9t\xe9</r>"), "2:3 expected UTF-8, got a byte that is not"],
  ["an overlong UTF-8 sequence", latin("<r>\xc0\xaf</r>"), "1:4 expected UTF-8, got a byte that is not"],
  ["a file cut inside a character", latin("<r>\xc3"), "1:4 expected UTF-8, got a byte that is not"],
  ["an invalid byte behind a real U+FFFD", latin("<r>\xef\xbf\xbd\xff</r>"), "1:5 expected UTF-8, got a byte that is not"],
  ["a byte beyond declared US-ASCII", latin("<?xml version='1.0' encoding='US-ASCII'?>\n<r>\xe9</r>"), "2:4 expected US-ASCII, as declared, got a byte that is not"],
  ["UTF-16 that declares UTF-8", utf16("<?xml version='1.0' encoding='UTF-8'?><r/>"), '1:1 expected UTF-16, whose byte order mark the file has, got the declaration of encoding "utf-8"'],
  ["UTF-8 that declares UTF-16", latin("<?xml version='1.0' encoding='UTF-16'?><r/>"), '1:1 expected UTF-8, got the declaration of encoding "utf-16", which is not read'],
  ["UTF-8 with its mark that declares Latin-1", Buffer.from("\ufeff<?xml version='1.0' encoding='latin1'?><r/>"), '1:1 expected UTF-8, whose byte order mark the file has, got the declaration of encoding "latin1"'],
  ["an odd number of bytes in UTF-16", utf16("<r/>").subarray(0, -1), "1:1 expected UTF-16, whose byte order mark the file has, got an odd number of bytes"],
  ["UTF-16 without its mark", utf16("<r/>").subarray(2), "1:2 expected text, got a character XML does not allow (U+0000)"],
  ["windows-1252", latin("<?xml version='1.0' encoding='windows-1252'?><r>\x80</r>"), '1:1 expected UTF-8, got the declaration of encoding "windows-1252", which is not read'],
  ["an unknown encoding", latin("<?xml version='1.0' encoding='x-odd'?><r/>"), '1:1 expected UTF-8, got the declaration of encoding "x-odd", which is not read'],
] as const;

for (const [what, bytes, expected] of wrongBytes) {
  test(`T1: ${what} is refused`, () => {
    expect(refusal(bytes)).toBe(expected);
  });
}

test("of an unreadable character and a mistake of grammar the first in the file is reported", () => {
  expect(refusal("<r>\n&;\n\0</r>")).toMatch(/^2:2 expected a name or a number/);
  expect(refusal("<r>\n\0\n&;</r>")).toMatch(/^2:1 .*U\+0000/);
  expect(refusal(latin("<r>\n</s>\n\xff"))).toMatch(/^2:1 expected <\/r>/);
});

test("a message quotes a long name only in part", () => {
  expect(refusal(`<${"n".repeat(5_000)}>`).length).toBeLessThan(200);
});

const fragments = ["<", ">", "&", "&amp;", "&#65;", "&x;", "'", '"', "=", "/>", "</", "<a>", "</a>", "<a b='c'>", "<a:b", "xmlns:a='u'", "<!--", "-->", "<![CDATA[", "]]>", "<?p", "?>", "<?xml version='1.0'?>", "<!DOCTYPE a>", "<!DOCTYPE a [", "\0", "\r\n", " ", "__proto__", "\ud800", "\ufeff", "é"];

test("T1: whatever comes, parseXml gives an element or throws an XmlError with a place inside the text", () => {
  const piece = fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 5 }));
  const anything = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 20 }).map((pieces) => `<a>${pieces.join("")}</a>`),
  );
  fc.assert(
    fc.property(anything, (xml) => {
      const lines = xml.split(/\r\n?|\n/).length;
      const [line = "0"] = refusal(xml).split(":");
      expect(line.startsWith("accepted") || (Number(line) >= 1 && Number(line) <= lines)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("T1: random bytes give an element or an XmlError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(refusal(bytes)).toMatch(/^(accepted|\d+:\d+ )/);
    }),
    { numRuns: 1_000 },
  );
});

/** A tree and one way to write it. */
interface Written {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (string | Written)[];
}

const character = fc.oneof(fc.constantFrom("<", "&", ">", "]", "'", '"', "\n", "\t", "\r", " ", "😀", "\ufffd"), fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 3 }));
const anyText = fc.array(character, { maxLength: 6 }).map((characters) => characters.join(""));
const anyName = fc.constantFrom("a", "B", "__proto__", "constructor", "é-1", "x.y");
const { tree: anyTree } = fc.letrec<{ tree: Written; content: string | Written }>((tie) => ({
  tree: fc.record({ name: anyName, attributes: fc.dictionary(anyName, anyText, { maxKeys: 3 }), content: fc.array(tie("content"), { maxLength: 5 }) }),
  content: fc.oneof({ depthSize: "small" }, anyText, tie("tree")),
}));

const escape = (text: string): string => text.replace(/[<&>'"\r\n\t]/g, (c) => `&#${c.charCodeAt(0)};`);
const write = ({ name, attributes, content }: Written): string =>
  `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`).join("")}>${content.map((part) => (typeof part === "string" ? escape(part) : write(part))).join("<!-- - -->")}</${name}>`;
const shape = ({ name, attributes, content }: Written): unknown[] => [
  name,
  Object.entries(attributes),
  content.filter((part) => typeof part === "string").join(""),
  content.filter((part) => typeof part !== "string").map(shape),
];
const read = ({ name, attributes, text, children }: XmlElement): unknown[] => [
  name,
  attributes.map((attribute) => [attribute.name, attribute.value]),
  text,
  children.map(read),
];

test("every tree that is written comes back as it was", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(read(parseXml(write(tree)))).toEqual(shape(tree));
    }),
    { numRuns: 500 },
  );
});
