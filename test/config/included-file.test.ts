import { expect, test } from "vitest";
import { includedElements } from "../../src/config/included-file.js";
import { PropertyScope } from "../../src/config/property-scope.js";
import { ConfigurationReading } from "../../src/config/reading.js";
import type { XmlElement } from "../../src/config/xml/parse.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { complaints } from "../support/configured.js";

function included(text: string): { readonly elements: readonly XmlElement[]; readonly said: readonly string[] } {
  const context = new LoggerContext();
  const outer = new PropertyScope({ context: new Map(), program: new Map(), environment: {}, contextName: () => "" });
  const reading = new ConfigurationReading({ context, registry: new ComponentRegistry(), services: new Map(), file: "main.xml", baseDir: "/", resourceDirs: [], readElements: () => {} }, outer);
  const elements = includedElements(Buffer.from(text), "inc.xml", reading, "include");
  return { elements, said: complaints(context.statusManager.statuses) };
}

test("every element, attribute and text of an included file knows its file", () => {
  const { elements, said } = included('<included>\n <a b="c">\n  <d>text</d></a></included>');

  expect(said).toEqual([]);
  expect(elements).toMatchObject([
    {
      name: "a",
      position: { file: "inc.xml", line: 2, column: 2 },
      attributes: [{ name: "b", position: { file: "inc.xml", line: 2, column: 5 } }],
      children: [{ name: "d", position: { file: "inc.xml", line: 3, column: 3 }, textPosition: { file: "inc.xml", line: 3, column: 6 } }],
    },
  ]);
});

const rows = [
  { title: "an empty file says nothing", text: "", says: [] },
  { title: "an empty root says nothing", text: "<included/>", says: [] },
  { title: "a root with a capital letter is one", text: "<Included/>", says: [] },
  { title: "a whole configuration is one, as in Logback", text: '<configuration debug="true"/>', says: [] },
  { title: "another root is refused", text: "<include/>", says: ["ERROR inc.xml:1:1 Expected <included> as the root element of an included file, got <include>; nothing of this file is used."] },
  { title: "a broken file is refused without being quoted", text: "<included>\npassword=1</inclded>", says: [expect.stringMatching(/^ERROR inc\.xml:2:11 Not well-formed XML: (?!.*password).*Nothing of this file is used\.$/)] },
  { title: "T1: a DTD is refused", text: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><included/>', says: [expect.stringMatching(/^ERROR inc\.xml:1:1 Not well-formed XML/)] },
];

for (const { title, text, says } of rows) {
  test(title, () => {
    expect(included(text)).toEqual({ elements: [], said: says });
  });
}
