import { expect, test } from "vitest";
import { XmlEditing } from "../../../src/cli/migrate/xml-editing.js";
import type { OutlinedAttribute, OutlinedElement } from "../../../src/cli/migrate/xml-outline.js";

function edit(text: string, change: (editing: XmlEditing, first: OutlinedElement) => void): string {
  const editing = new XmlEditing(text);
  change(editing, editing.root.children[0] ?? editing.root);
  return editing.result();
}

test("without a change every character stays", () => {
  const text = "\ufeff<?xml version='1.0'?>\r\n<!-- x -->\r<a\tb = '&lt;'\n><![CDATA[<z>]]>&#65;</a >\r\n\n";

  expect(edit(text, () => undefined)).toBe(text);
});

const appended = [
  { what: "an element with children takes their indentation", before: "<a>\n   <b/>\n\n   <c/>\n</a>", after: "<a>\n   <b/>\n\n   <c/>\n   <x>\n      <y/>\n   </x>\n</a>" },
  { what: "an empty element is opened", before: "<p:a xmlns:p='u' q='/>'/>", after: "<p:a xmlns:p='u' q='/>'>\n    <x>\n        <y/>\n    </x>\n</p:a>" },
  { what: "an element on one line gets lines", before: "<a><b/></a>", after: "<a><b/>\n    <x>\n        <y/>\n    </x>\n</a>" },
  { what: "lines end as the first one does", before: "<a>\r\n\t<b/>\r\n</a>\n", after: "<a>\r\n\t<b/>\r\n\t<x>\r\n\t\t<y/>\r\n\t</x>\r\n</a>\n" },
  { what: "a comment at the end stays before it", before: "<a>\n  <b/>\n  <!-- c -->\n</a>", after: "<a>\n  <b/>\n  <!-- c -->\n  <x>\n    <y/>\n  </x>\n</a>" },
];

for (const { what, before, after } of appended) {
  test(`appending: ${what}`, () => {
    expect(edit(before, (editing) => { editing.append(editing.root, ["<x>\n\t<y/>\n</x>"]); })).toBe(after);
  });
}

test("appending to an inner element goes one step further in", () => {
  expect(edit("<a>\n  <b></b>\n</a>", (editing, b) => { editing.append(b, ["<x/>", "<y/>"]); })).toBe("<a>\n  <b>\n    <x/>\n    <y/>\n  </b>\n</a>");
});

test("something goes before everything, or behind an element", () => {
  expect(edit("<a>\n  <b/> <!-- c -->\n</a>", (editing, b) => {
    editing.addBehind(b, "<y/>");
    editing.prepend(editing.root, "<x/>");
  })).toBe("<a>\n  <x/>\n  <b/>\n  <y/> <!-- c -->\n</a>");
});

test("an element goes with its line, or without one", () => {
  expect(edit("<a>\r\n  <b/>\r\n  <c/>\r\n</a>", (editing, b) => { editing.remove(b); })).toBe("<a>\r\n  <c/>\r\n</a>");
  expect(edit("<a>x <b>y</b><c/></a>", (editing, b) => { editing.remove(b); })).toBe("<a>x <c/></a>");
});

test("a value is replaced between its quotes, and an attribute added behind another or the name", () => {
  expect(edit("<a><b x = '&lt;'\n  y=\"\"/></a>", (editing, b) => {
    editing.setValue(b.attributes[0] as OutlinedAttribute, "1");
    editing.addAttribute(b, "z", "2", b.attributes[1]);
    editing.addAttribute(b, "w", "3");
  })).toBe("<a><b w=\"3\" x = '1'\n  y=\"\" z=\"2\"/></a>");
});
