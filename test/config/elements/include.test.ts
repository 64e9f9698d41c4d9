import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { complaints, configured, type Configured } from "../../support/configured.js";
import { makeFifo } from "../../support/file-sinks.js";
import { tempDir } from "../../support/temp-dir.js";

function inFolderWith(files: Readonly<Record<string, string>>): Configured & { readonly folder: string } {
  const folder = tempDir();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { ...configured({ baseDir: folder }), folder };
}

const including = (attributes: string): string => `<configuration>\n<include ${attributes}/>\n<logger name="last" level="WARN"/></configuration>`;
const LOGGER = '<included><logger name="inside" level="ERROR"/></included>';

const found = [
  { title: "a file", attributes: 'file="inc.xml"' },
  { title: "a resource", attributes: 'resource="inc.xml"' },
  { title: "a resource with a leading slash", attributes: 'resource="/inc.xml"' },
  { title: "a name with a variable", attributes: 'file="${NAME:-inc}.xml"' },
  { title: "a file that is optional and there", attributes: 'file="inc.xml" optional="TRUE"' },
  { title: "a file beside a blank resource", attributes: 'file="inc.xml" resource=" "' },
  { title: "a file whose name begins with two dots", attributes: 'resource="..inc.xml"' },
];

for (const { title, attributes } of found) {
  test(`an include of ${title} reads its elements as if they stood there`, () => {
    const { context, configure } = inFolderWith({ "inc.xml": LOGGER, "..inc.xml": LOGGER });

    const { statuses } = configure(including(attributes));

    expect(complaints(statuses)).toEqual([]);
    expect(context.getLogger("inside").level?.name).toBe("ERROR");
  });
}

const exactlyOne = "ERROR logback.xml:2:1 Element [include] should have exactly one of [file, url, resource] as an attribute; it is ignored.";
const refused = [
  { title: "nothing", attributes: "", says: exactlyOne },
  { title: "a blank file", attributes: 'file=" "', says: exactlyOne },
  { title: "a file and a resource", attributes: 'file="a" resource="b"', says: exactlyOne },
  { title: "a URL", attributes: 'url="http://169.254.169.254/latest/meta-data/"', says: 'ERROR logback.xml:2:1 <include url> is refused: a configuration fetches nothing from a network. Use "file" or "resource".' },
  { title: "a URL that is optional", attributes: 'url="file:///etc/passwd" optional="true"', says: 'ERROR logback.xml:2:1 <include url> is refused: a configuration fetches nothing from a network. Use "file" or "resource".' },
  { title: "a file that is missing", attributes: 'file="none.xml"', says: "WARN logback.xml:2:1 Could not find the file or resource [none.xml] to include." },
  { title: "a resource that is missing", attributes: 'resource="none.xml"', says: "WARN logback.xml:2:1 Could not find the file or resource [none.xml] to include." },
  { title: "a resource above the folder", attributes: 'resource="../secret.xml"', says: "WARN logback.xml:2:1 Could not find the file or resource [../secret.xml] to include." },
  { title: "a resource above the folder in disguise", attributes: 'resource="a/../../secret.xml"', says: "WARN logback.xml:2:1 Could not find the file or resource [a/../../secret.xml] to include." },
  { title: "a folder", attributes: 'file="sub"', says: "ERROR logback.xml:2:1 The file [sub] is not included: it is no regular file." },
  { title: "a device without an end", attributes: 'file="/dev/zero"', says: "ERROR logback.xml:2:1 The file [/dev/zero] is not included: it is no regular file." },
  { title: "a FIFO that nobody writes, even optional", attributes: 'file="fifo" optional="true"', says: "ERROR logback.xml:2:1 The file [fifo] is not included: it is no regular file." },
  { title: "a file that is too large", attributes: 'file="large.xml"', says: "ERROR logback.xml:2:1 The file [large.xml] is not included: it has more than 1048576 bytes." },
  { title: "a file that is no XML", attributes: 'file="shadow"', says: /^ERROR .*shadow:1:1 Not well-formed XML: (?!.*hash).* Nothing of this file is used\.$/ },
  { title: "a file with another root", attributes: 'file="sub/other.xml"', says: /^ERROR .*sub.other\.xml:2:1 Expected <included> as the root element of an included file, got <includes>; nothing of this file is used\.$/ },
  { title: "an unknown attribute", attributes: 'file="inc.xml" optonal="true"', says: 'WARN logback.xml:2:25 Unknown attribute [optonal] of <include> is ignored. Did you mean "optional"?' },
];

for (const { title, attributes, says } of refused) {
  test(`T2: an include of ${title} is answered in words, and the rest of the file counts`, () => {
    const { context, configure, folder } = inFolderWith({
      "inner/inc.xml": LOGGER,
      "secret.xml": LOGGER,
      "inner/shadow": "root:hash:19000",
      "inner/sub/other.xml": "\n<includes/>",
      "inner/large.xml": `<included><!--${" ".repeat(1024 * 1024)}--></included>`,
    });
    symlinkSync(makeFifo(), path.join(folder, "inner", "fifo"));
    const inner = configured({ baseDir: path.join(folder, "inner") });

    const said = complaints(inner.configure(including(attributes)).statuses);

    expect(said).toHaveLength(1);
    expect(said[0]).toEqual(says instanceof RegExp ? expect.stringMatching(says) : says);
    expect(inner.context.getLogger("last").level?.name).toBe("WARN");
    expect(configure("<configuration/>").applied).toBe(true);
    expect(context.getLogger("inside").level).toBe(undefined);
  });
}

const quiet = ['file="none.xml" optional="true"', 'resource="none.xml" optional=" True "', 'file="empty.xml"'];

for (const attributes of quiet) {
  test(`<include ${attributes}> says nothing`, () => {
    const { configure } = inFolderWith({ "empty.xml": "" });

    expect(complaints(configure(including(attributes)).statuses)).toEqual([]);
  });
}

test("T2: a file that includes itself, also by another name, is read once", () => {
  const { context, configure, folder } = inFolderWith({ "a.xml": '<included>\n<include file="link.xml"/><logger name="a" level="WARN"/></included>' });
  symlinkSync(path.join(folder, "a.xml"), path.join(folder, "link.xml"));

  const said = complaints(configure('<configuration><include file="a.xml"/></configuration>').statuses);

  expect(said).toEqual([expect.stringMatching(/^ERROR .*a\.xml:2:1 The file \[.*link\.xml\] is not included: it is being read already: it includes itself, directly or through others\.$/)]);
  expect(context.getLogger("a").level?.name).toBe("WARN");
});

test("T2: a circle of three files ends at the third", () => {
  const { configure } = inFolderWith({
    "a.xml": '<included><include file="b.xml"/></included>',
    "b.xml": '<included><include file="c.xml"/></included>',
    "c.xml": '<included><include file="a.xml"/></included>',
  });

  expect(complaints(configure('<configuration><include file="a.xml"/></configuration>').statuses)).toEqual([expect.stringMatching(/^ERROR .*c\.xml:1:11 .* it includes itself/)]);
});

test("T2: includes go 16 deep", () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i + 1}.xml`, `<included><logger name="l${i + 1}" level="INFO"/><include file="f${i + 2}.xml"/></included>`]));
  const { context, configure } = inFolderWith(files);

  const said = complaints(configure('<configuration><include file="f1.xml"/></configuration>').statuses);

  expect(said).toEqual([expect.stringMatching(/^ERROR .*f16\.xml:1:\d+ .* includes are more than 16 deep\.$/)]);
  expect(context.getLogger("l16").level?.name).toBe("INFO");
  expect(context.getLogger("l17").level).toBe(undefined);
});

test("T2: at most 256 files are included, also by files that multiply", () => {
  const ten = (file: string): string => `<include file="${file}"/>`.repeat(10);
  const { configure } = inFolderWith({ "a.xml": `<included>${ten("b.xml")}</included>`, "b.xml": `<included>${ten("c.xml")}</included>`, "c.xml": "<included/>" });

  const { statuses } = configure(`<configuration>${ten("a.xml")}</configuration>`);

  const said = complaints(statuses);
  expect(said[0]).toMatch(/The file \[.*[abc]\.xml\] is not included: there are more than 256 included files\.$/);
  expect(said.length).toBeGreaterThan(1);
});

test("what an included file says wrong is said with its own name, line and column", () => {
  const { configure, folder } = inFolderWith({ "inc.xml": '<included>\n  <logger name="a" level="LOUD"/>\n</included>' });

  expect(complaints(configure(including('file="inc.xml"')).statuses)).toEqual([`WARN ${path.join(folder, "inc.xml")}:2:20 "LOUD" is not a level; DEBUG is used.`]);
});

test("included files belong to the configuration, missing ones too, and refused ones do not", () => {
  const { configure, folder } = inFolderWith({ "a.xml": '<included><property file="a.properties"/></included>', "a.properties": "A=a" });

  const { files } = configure('<configuration><include file="a.xml"/><include file="later.xml" optional="true"/><include file="/dev/zero"/></configuration>');

  expect(files.slice(1)).toEqual(["a.xml", "a.properties", "later.xml"].map((name) => path.join(folder, name)));
});
