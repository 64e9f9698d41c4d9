import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { complaints, configured, type Configured } from "../../support/configured.js";
import { tempDir } from "../../support/temp-dir.js";

function withLevels(text: string): Configured {
  const folder = tempDir();
  writeFileSync(path.join(folder, "levels.properties"), text);
  return configured({ baseDir: folder, properties: { FROM_PROGRAM: "ERROR" } });
}

test("levels come from the file, with variables from the file and from around", () => {
  const { context, configure } = withLevels("NOISE=TRACE\nlogback.root=INFO\nlogback.logger.a=${NOISE}\nlogback.logger.b=${FROM_PROGRAM}\nlogback.logger.c=inherited\nother=1");

  const { statuses, files } = configure('<configuration><propertiesConfigurator file="levels.properties" scan="true"/></configuration>');

  expect(complaints(statuses)).toEqual([]);
  expect(["ROOT", "a", "b", "c"].map((name) => context.getLogger(name).level?.name)).toEqual(["INFO", "TRACE", "ERROR", undefined]);
  expect(files.map((file) => path.basename(file))).toEqual(["logback.xml", "levels.properties"]);
});

test("a level in the XML wins, wherever it stands, as in Logback", () => {
  const { context, configure } = withLevels("logback.root=INFO\nlogback.logger.a=TRACE\nlogback.logger.b=TRACE");

  configure('<configuration><root level="ERROR"/><logger name="a" level="WARN"/><logger name="b"/><propertiesConfigurator resource="levels.properties"/></configuration>');

  expect(["ROOT", "a", "b"].map((name) => context.getLogger(name).level?.name)).toEqual(["ERROR", "WARN", "TRACE"]);
});

const mistakes = [
  { title: "a word that is no level", text: "logback.logger.a=LOUD", attributes: 'file="levels.properties"', says: ['WARN logback.xml:2:1 "LOUD" is not a level; DEBUG is used.'] },
  { title: "a root that inherits", text: "logback.root=NULL", attributes: 'file="levels.properties"', says: ["ERROR logback.xml:2:1 The level of the root logger cannot be NULL: there is nothing above it to inherit from. Its level stays as it is."] },
  { title: "a malformed file", text: "a=\\u00", attributes: 'file="levels.properties"', says: ["ERROR logback.xml:2:1 Could not read properties file [levels.properties]. Expected four hexadecimal digits behind \\u."] },
  { title: "a missing file", text: "", attributes: 'file="none.properties"', says: ["WARN logback.xml:2:1 Could not find the file or resource [none.properties]."] },
  { title: "a missing file that is optional", text: "", attributes: 'file="none.properties" optional="true"', says: [] },
  { title: "a device", text: "", attributes: 'file="/dev/zero"', says: ["ERROR logback.xml:2:1 Could not read properties file [/dev/zero]: it is no regular file."] },
  { title: "a URL", text: "", attributes: 'url="http://127.0.0.1/x"', says: ['ERROR logback.xml:2:1 <propertiesConfigurator url> is refused: a configuration fetches nothing from a network. Use "file" or "resource".'] },
  { title: "no file at all", text: "", attributes: "", says: ["ERROR logback.xml:2:1 Element [propertiesConfigurator] should have exactly one of [file, url, resource] as an attribute; it is ignored."] },
];

for (const { title, text, attributes, says } of mistakes) {
  test(`${title} is answered in words`, () => {
    const { configure } = withLevels(text);

    expect(complaints(configure(`<configuration>\n<propertiesConfigurator ${attributes}/></configuration>`).statuses)).toEqual(says);
  });
}
