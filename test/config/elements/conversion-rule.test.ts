import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";
import { tempDir } from "../../support/temp-dir.js";

const LEVEL = "ch.qos.logback.classic.pattern.LevelConverter";

const rows = [
  { title: "the class", xml: `<conversionRule conversionWord="w" class="${LEVEL}"/>`, prints: "INFO" },
  { title: "the short name of the class", xml: '<conversionRule conversionWord="w" class="LevelConverter"/>', prints: "INFO" },
  { title: "the old attribute", xml: `<conversionRule conversionWord="w" converterClass="${LEVEL}"/>`, prints: "INFO", says: ["WARN logback.xml:2:36 [converterClass] attribute is deprecated and replaced by [class]."] },
  { title: "both attributes", xml: `<conversionRule conversionWord="w" class="${LEVEL}" converterClass="com.acme.Old"/>`, prints: "INFO", says: [expect.stringContaining("[converterClass] attribute is deprecated")] },
  { title: "a later rule for the word", xml: `<conversionRule conversionWord="w" class="MessageConverter"/><conversionRule conversionWord="w" class="${LEVEL}"/>`, prints: "INFO" },
  { title: "a word of Logback, which is replaced", xml: `<conversionRule conversionWord="msg" class="${LEVEL}"/><conversionRule conversionWord="w" class="LevelConverter"/>`, prints: "INFO" },
];

for (const { title, xml, prints, says = [] } of rows) {
  test(`a conversionRule with ${title} binds its word`, async () => {
    const folder = tempDir();
    const { context, configure } = configured({ baseDir: folder });

    const { statuses } = configure(`<configuration>\n${xml}
      <appender name="F" class="FileAppender"><file>a.log</file><encoder><pattern>%w</pattern></encoder></appender><root><appender-ref ref="F"/></root></configuration>`);
    context.root.info("text");
    await context.stop();

    expect(complaints(statuses)).toEqual(says);
    expect(readFileSync(path.join(folder, "a.log"), "utf8")).toBe(prints);
  });
}

const mistakes = [
  { xml: `<conversionRule class="${LEVEL}"/>`, says: 'ERROR logback.xml:2:1 Expected an attribute "conversionWord" on <conversionRule>; the rule is ignored.' },
  { xml: '<conversionRule conversionWord="w"/>', says: 'ERROR logback.xml:2:1 Missing class name for <conversionRule>: expected an attribute "class"; it is left out.' },
  { xml: '<conversionRule conversionWord="w" class="com.acme.Missing"/>', says: "ERROR logback.xml:2:1 No converter of class [com.acme.Missing] is known; it is left out." },
  { xml: '<conversionRule conversionWord="w" class="ch.qos.logback.core.FileAppender"/>', says: "ERROR logback.xml:2:1 No converter of class [ch.qos.logback.core.FileAppender] is known; it is left out. It is known as appender, not as converter." },
];

for (const { xml, says } of mistakes) {
  test(`${xml} is said`, () => {
    const { configure } = configured();

    expect(complaints(configure(`<configuration>\n${xml}</configuration>`).statuses)).toEqual([says]);
  });
}

test("a reload that only binds a word to another class builds the appenders anew", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  const xml = (converter: string): string => `<configuration><conversionRule conversionWord="w" class="${converter}"/>
    <appender name="F" class="FileAppender"><file>a.log</file><encoder><pattern>%w|</pattern></encoder></appender><root><appender-ref ref="F"/></root></configuration>`;

  configure(xml("LevelConverter"));
  context.root.info("text");
  await configure(xml("MessageConverter")).settled;
  context.root.info("text");
  await context.stop();

  expect(readFileSync(path.join(folder, "a.log"), "utf8")).toBe("INFO|text|");
});
