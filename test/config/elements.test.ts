import { expect, test } from "vitest";
import { saidOf } from "../support/configured.js";

const rows = [
  { xml: "<appendr/>", says: 'Ignoring unknown element <appendr>. Did you mean "appender"?' },
  { xml: "<Statuslisteners/>", says: 'Ignoring unknown element <Statuslisteners>. Did you mean "statusListener"?' },
  { xml: "<springprofil/>", says: 'Ignoring unknown element <springprofil>. Did you mean "springProfile"?' },
  { xml: "<Appenders/>", says: 'Ignoring unknown element <Appenders>. It belongs to Log4j 2: "logback migrate" prints a logback.xml for such a file.' },
  { xml: "<unknown>text</unknown>", says: "Ignoring unknown element <unknown>." },
  { xml: "<__proto__/>", says: "Ignoring unknown element <__proto__>." },
  { xml: "<constructor/>", says: "Ignoring unknown element <constructor>." },
  { xml: "<hasOwnProperty/>", says: "Ignoring unknown element <hasOwnProperty>." },
  { xml: '<appender-ref ref="A"/>', says: "Ignoring <appender-ref>: it belongs in <root>, <logger> or an appender such as AsyncAppender." },
  { xml: '<Level value="INFO"/>', says: "Ignoring <Level>: it belongs in <root> or <logger>." },
  { xml: "<encoder/>", says: "Ignoring <encoder>: it belongs in <appender>." },
  { xml: "<pattern>%m</pattern>", says: "Ignoring <pattern>: it belongs in <encoder>." },
  { xml: "<else/>", says: "Ignoring <else>: it belongs in <if>." },
  { xml: "<configuration/>", says: "Ignoring <configuration>: it belongs in the file as its root, once." },
  { xml: "<included/>", says: "Ignoring <included>: it belongs in an included file as its root." },
];

for (const { xml, says } of rows) {
  test(`${xml} directly in <configuration> is an ERROR with its place`, () => {
    expect(saidOf(`<configuration>\n  ${xml}\n</configuration>`)).toEqual([`ERROR logback.xml:2:3 ${says}`]);
  });
}

test("elements in one that holds none are warned of, with their place", () => {
  const end = (name: string): string => `, which holds no elements. Is the end of <${name}> in its place?`;

  expect(saidOf('<configuration>\n<property name="A" value="a">\n<logger name="x"/></property>\n<contextName>c<root/></contextName></configuration>')).toEqual([
    `WARN logback.xml:3:1 Ignoring <logger> in <property>${end("property")}`,
    `WARN logback.xml:4:15 Ignoring <root> in <contextName>${end("contextName")}`,
  ]);
});

test("a name of any length gives a status of some length", () => {
  const [said = ""] = saidOf(`<configuration><${"x".repeat(100_000)}/></configuration>`);

  expect(said.length).toBeLessThan(2100);
  expect(said.endsWith("...")).toBe(true);
});

test("T1: attributes with names of Object.prototype are unknown like all others", () => {
  expect(saidOf('<configuration __proto__="x" constructor="y"/>')).toEqual([
    "WARN logback.xml:1:16 Unknown attribute [__proto__] of <configuration> is ignored.",
    "WARN logback.xml:1:30 Unknown attribute [constructor] of <configuration> is ignored.",
  ]);
});

const classNames = [
  "child_process", "node:child_process", "file:///srv/upload/x.mjs", "data:text/javascript,process.exit()", "../../x", "/srv/x.js", "C:\\x.js", "http://127.0.0.1/x.js",
  "__proto__", "constructor", "toString", "hasOwnProperty", "Object", "Function", "globalThis.process", "\\u0070rocess", "java.lang.Runtime",
]; // prettier-ignore

const places = [
  { kind: "appender", xml: (name: string): string => `<appender name="A" class="${name}"/><root><appender-ref ref="A"/></root>` },
  { kind: "turboFilter", xml: (name: string): string => `<turboFilter class="${name}"/>` },
  { kind: "converter", xml: (name: string): string => `<conversionRule conversionWord="w" class="${name}"/>` },
  { kind: "propertyDefiner", xml: (name: string): string => `<define name="D" class="${name}"/>` },
  { kind: "condition", xml: (name: string): string => `<condition class="${name}"/>` },
  { kind: "encoder", xml: (name: string): string => `<appender name="A" class="ConsoleAppender"><encoder class="${name}"/></appender><root><appender-ref ref="A"/></root>` },
];

for (const { kind, xml } of places) {
  test(`T3: no class name of an ${kind} leads out of the registry`, () => {
    for (const className of classNames) {
      const [said] = saidOf(`<configuration>\n${xml(className)}\n</configuration>`);

      expect(said?.replace(/logback\.xml:2:\d+ /, "")).toMatch(new RegExp(`^ERROR No ${kind} of class \\[${className.replace(/[^\w]/g, "\\$&")}\\] is known; it is left out\\.`));
    }
  });
}

const documents = [
  { title: "an internal entity", xml: '<!DOCTYPE l [<!ENTITY a "x">]><configuration><contextName>&a;</contextName></configuration>' },
  { title: "a billion laughs", xml: `<!DOCTYPE l [<!ENTITY a0 "lol">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join("")}]><configuration>&a10;</configuration>` },
  { title: "an external entity", xml: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><configuration>&x;</configuration>' },
  { title: "an external DTD", xml: '<!DOCTYPE a SYSTEM "http://169.254.169.254/latest/meta-data/"><configuration/>' },
  { title: "a parameter entity", xml: '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><configuration/>' },
  { title: "an undefined entity", xml: "<configuration>&nope;</configuration>" },
  { title: "20,000 elements inside each other", xml: `<configuration>${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}</configuration>` },
  { title: "50,000 attributes", xml: `<configuration ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(" ")}/>`.slice(0, 250_000) },
  { title: "more than 256 KiB", xml: `<configuration><!--${"x".repeat(256 * 1024)}--></configuration>` },
  { title: "two roots", xml: "<configuration/><configuration/>" },
  { title: "text after the root", xml: "<configuration/>text" },
  { title: "a NUL", xml: "<configuration>\0</configuration>" },
  { title: "half a surrogate pair", xml: "<configuration>\ud800</configuration>" },
  { title: "a raw ampersand", xml: '<configuration><logger name="a & b"/></configuration>' },
];

for (const { title, xml } of documents) {
  test(`T1: a file with ${title} is refused in one status`, () => {
    expect(saidOf(xml)).toEqual([expect.stringMatching(/^ERROR logback\.xml:\d+:\d+ Not well-formed XML: .* Nothing of this file is used\.$/)]);
  });
}
