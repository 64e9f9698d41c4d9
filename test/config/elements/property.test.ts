import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { WithLayoutListAppender } from "../../../src/appender/with-layout-list-appender.js";
import { complaints, configured } from "../../support/configured.js";
import { makeFifo } from "../../support/file-sinks.js";
import { tempDir } from "../../support/temp-dir.js";

const WRONG = (name: string): string =>
  `ERROR logback.xml:2:1 In <${name}> element, either the "file" attribute alone, or the "resource" attribute alone, or both the "name" and "value" attributes must be set; the element is ignored.`;

const rows = [
  { title: "a local property", xml: '<property name="A" value=" v "/>', value: "v" },
  { title: "a variable", xml: '<variable name="A" value="v"/>', value: "v" },
  { title: "the old name", xml: '<substitutionProperty name="A" value="v"/>', value: "v", says: ["WARN logback.xml:2:1 <substitutionProperty> is deprecated; use <variable> instead."] },
  { title: "the scope of the context", xml: '<property scope="Context" name="A" value="v"/>', value: "v" },
  { title: "the scope of the system", xml: '<property scope="SYSTEM" name="A" value="v"/>', value: "v" },
  { title: "an unknown scope", xml: '<property scope="global" name="A" value="v"/>', value: "v", says: ['WARN logback.xml:2:11 "global" is not a scope: expected local, context or system. local is used.'] },
  { title: "a scope with a variable, which is not replaced", xml: '<property scope="${S:-context}" name="A" value="v"/>', value: "v", says: ['WARN logback.xml:2:11 "${s:-context}" is not a scope: expected local, context or system. local is used.'] },
  { title: "white space around a variable, and in it", xml: '<property scope="context" name="A" value=" ${B:- b } "/>', value: " b " },
  { title: "a value with variables", xml: '<property name="B" value="b"/><property name="A" value="${B}-${C:-c}-${D}"/>', value: "b-c-D_IS_UNDEFINED" },
  { title: "a name with a variable, which is not replaced", xml: '<property name="B" value="A"/><property name="${B}" value="v"/>', value: "A_IS_UNDEFINED" },
  { title: "an empty value", xml: '<property name="A" value=""/>', value: "A_IS_UNDEFINED", says: [WRONG("property")] },
  { title: "a value that becomes empty", xml: '<property name="A" value="${B:-}"/>', value: "" },
  { title: "no value", xml: '<property name="A"/>', value: "A_IS_UNDEFINED", says: [WRONG("property")] },
  { title: "a value and a file", xml: '<variable name="A" value="v" file="x"/>', value: "A_IS_UNDEFINED", says: [WRONG("variable")] },
  { title: "a file and a resource", xml: '<property file="x" resource="y"/>', value: "A_IS_UNDEFINED", says: [WRONG("property")] },
  { title: "a blank file beside name and value", xml: '<property name="A" value="v" file=" "/>', value: "v" },
  { title: "itself", xml: '<property name="A" value="${A}"/>', value: "A_IS_UNDEFINED" },
  { title: "an unknown attribute", xml: '<property name="A" value="v" vlaue="w"/>', value: "v", says: ['WARN logback.xml:2:30 Unknown attribute [vlaue] of <property> is ignored. Did you mean "value"?'] },
];

for (const { title, xml, value, says = [] } of rows) {
  test(`a property with ${title} is "${value}"`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}\n<property scope="context" name="OUT" value="\${A}"/></configuration>`);

    expect(context.getProperty("OUT")).toBe(value);
    expect(complaints(statuses)).toEqual(says);
  });
}

test("T8: properties may have the names of Object.prototype", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
    <property scope="context" name="__proto__" value="p"/>
    <property name="constructor" value="c"/>
    <property scope="context" name="OUT" value="\${__proto__} \${constructor} \${toString} \${hasOwnProperty:-none}"/>
  </configuration>`);

  expect(complaints(statuses)).toEqual([]);
  expect(context.getProperty("OUT")).toBe("p c toString_IS_UNDEFINED none");
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("T4: variables that lead to themselves, nest without end or double are an ERROR, and the text stays as it is", () => {
  const doubling = Array.from({ length: 40 }, (_, i) => `<property name="d${i + 1}" value="\${d${i}:-xx}\${d${i}:-xx}"/>`).join("");
  const { context, configure } = configured({ properties: { a: "${b}", b: "${a}", big: "${big1}${big1}", big1: "x".repeat(700_000) } });

  const { statuses } = configure(`<configuration>
<property scope="context" name="CIRCLE" value="\${a}"/>
<property scope="context" name="DEEP" value="${"${".repeat(100)}x${"}".repeat(100)}"/>
<property scope="context" name="LONG" value="\${big}"/>
${doubling}
</configuration>`);

  expect(context.getProperty("CIRCLE")).toBe("${a}");
  expect(complaints(statuses).slice(0, 3)).toEqual([
    "ERROR logback.xml:2:41 Circular variable reference: ${a} --> ${b} --> ${a}. The text is used as it stands.",
    "ERROR logback.xml:3:39 expected at most 64 braces inside each other, got more. The text is used as it stands.",
    "ERROR logback.xml:4:39 expected at most 1048576 characters, got more. The text is used as it stands.",
  ]);
  expect(complaints(statuses)[3]).toMatch(/^ERROR logback\.xml:5:\d+ expected at most/);
});

test("what stands behind a stray brace is dropped, as in Logback, and that is said", () => {
  const { context, configure } = configured();

  const { statuses } = configure('<configuration>\n<property scope="context" name="A" value="one } two"/></configuration>');

  expect(context.getProperty("A")).toBe("one ");
  expect(complaints(statuses)).toEqual(['WARN logback.xml:2:36 What stands behind character 4 of the text is dropped, as in Logback: "}" and ":-" mean something only inside "${...}".']);
});

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = tempDir();
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

test("the properties of a file and of a resource are defined, in ISO-8859-1", () => {
  const { context, configure } = configured({ baseDir: folderWith({ "a.properties": Buffer.from("A=caf\xe9\nB=\\u20ac", "latin1"), "b.properties": "C:c" }) });

  const { statuses, files } = configure('<configuration><property file="a.properties" scope="context"/><property resource="/b.properties" scope="context"/></configuration>');

  expect(complaints(statuses)).toEqual([]);
  expect(["A", "B", "C"].map((name) => context.getProperty(name))).toEqual(["caf\u00e9", "\u20ac", "c"]);
  expect(files.map((file) => path.basename(file))).toEqual(["logback.xml", "a.properties", "b.properties"]);
});

const unreadable = [
  { title: "a missing file", attribute: 'file="none.properties"', says: "Could not find properties file [none.properties]." },
  { title: "a missing resource", attribute: 'resource="none.properties"', says: "Could not find resource [none.properties]." },
  { title: "a resource outside the folder", attribute: 'resource="../secret.properties"', says: "Could not find resource [../secret.properties]." },
  { title: "a folder", attribute: 'file="folder"', says: "Could not read properties file [folder]: it is no regular file." },
  { title: "a device without an end", attribute: 'file="/dev/zero"', says: "Could not read properties file [/dev/zero]: it is no regular file." },
  { title: "a FIFO that nobody writes", attribute: 'file="fifo"', says: "Could not read properties file [fifo]: it is no regular file." },
  { title: "a file that is too large", attribute: 'file="large.properties"', says: "Could not read properties file [large.properties]: it has more than 1048576 bytes." },
  { title: "a malformed escape", attribute: 'file="bad.properties"', says: "Could not read properties file [bad.properties]. Expected four hexadecimal digits behind \\u." },
];

for (const { title, attribute, says } of unreadable) {
  test(`T2: ${title} costs only that element`, () => {
    const parent = folderWith({ "secret.properties": "A=secret" });
    const baseDir = path.join(parent, "inner");
    mkdirSync(path.join(baseDir, "folder"), { recursive: true });
    symlinkSync(makeFifo(), path.join(baseDir, "fifo"));
    writeFileSync(path.join(baseDir, "large.properties"), "#".repeat(1024 * 1024 + 1));
    writeFileSync(path.join(baseDir, "bad.properties"), "A=\\u00zz secret");
    const { context, configure } = configured({ baseDir });

    const { statuses } = configure(`<configuration>\n<property ${attribute}/>\n<logger name="a" level="WARN"/></configuration>`);

    expect(complaints(statuses)).toEqual([`ERROR logback.xml:2:1 ${says}`]);
    expect(context.getLogger("a").level?.name).toBe("WARN");
  });
}

test("%property prints what the context and the program have, neither a local property nor the environment", () => {
  const made = configured({ properties: { P: "program" }, environment: { ENV: "environment" } });
  made.configure(`<configuration><property name="L" value="local"/><property name="C" value="context" scope="context"/><property name="S" value="system" scope="system"/>
    <appender name="A" class="ch.qos.logback.classic.helpers.WithLayoutListAppender"><pattern>%property{L} %property{C} %property{S} %property{P} %property{ENV}</pattern></appender>
    <root><appender-ref ref="A"/></root></configuration>`);
  made.context.getLogger("a").info("m");

  expect((made.context.findAppender("A") as WithLayoutListAppender).list).toEqual(["null context system program null"]);
});
