import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logback, type CommandRun } from "../../support/cli.js";
import { tempDir } from "../../support/temp-dir.js";

const SHIPPED = readFileSync(path.join(import.meta.dirname, "../../fixtures/migrate/expected/open-xchange.logback.xml"), "utf8");
const OLD = ".level=INFO\norg.apache.level=SEVERE\ncom.openexchange.imap.level=FINE\n";

/** The file with the levels of an old one. */
function merge(target: string | Uint8Array, old = OLD, ...words: readonly string[]): CommandRun & { readonly lines: readonly string[]; readonly remarks: readonly string[] } {
  const folder = tempDir();
  const name = old.startsWith("<") ? "log4j.xml" : "file-logging.properties";
  writeFileSync(path.join(folder, "logback.xml"), target);
  writeFileSync(path.join(folder, name), old);
  const run = logback(["migrate", "--into", "logback.xml", name, ...words], { workingDirectory: folder });

  expect(Buffer.from(readFileSync(path.join(folder, "logback.xml")))).toEqual(Buffer.from(target));
  return { ...run, lines: run.output.split("\n"), remarks: run.complaints.split("\n").filter((line) => line.startsWith("logback.xml")) };
}

/** A `logback.xml` that has what `--into` needs, with more in it. */
function target(more: string, root = '<root level="INFO">\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>'): string {
  return `<configuration>
	<define name="syslogPatternLayoutActivator" class="com.openexchange.logback.extensions.SyslogPatternLayoutActivator"/>
	<appender name="FILE_COMPAT" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%m%n</pattern></encoder></appender>
	<appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">
		<appender-ref ref="FILE_COMPAT"/>
	</appender>
	${root}
${more}</configuration>
`;
}

/** Lines of one text that the other does not have, and the other way round. */
function difference(before: string, after: string): { readonly gone: readonly string[]; readonly added: readonly string[] } {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return { gone: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) };
}

test("the shipped file gets the new destination, the new levels and nothing else", () => {
  const before = SHIPPED.replace('<appender-ref ref="FILE_COMPAT"/>', '<appender-ref ref="FILE"/>').replace('name="org.apache" level="ERROR"', 'name="org.apache" level="WARN"').replace(/ *<logger name="com\.openexchange\.imap" .*\n/, "");
  const { code, output, complaints } = merge(before);

  expect(difference(before, output)).toEqual({
    gone: ['    <appender-ref ref="FILE"/>', '  <logger name="org.apache" level="WARN"/>'],
    added: ['    <appender-ref ref="FILE_COMPAT"/>', '  <logger name="org.apache" level="ERROR"/>', '  <logger name="com.openexchange.imap" level="DEBUG"/>'],
  });
  expect(output.endsWith('  <logger name="com.openexchange.imap" level="DEBUG"/>\n</configuration>\n')).toBe(true);
  expect(complaints.trimEnd().split("\n")).toEqual([
    "file-logging.properties:1: note: 1 of 3 levels are the same in the file that Open-Xchange shipped (--packaged names another), so logback.xml keeps its own for them.",
    "logback.xml:2: note: Logger [com.openexchange.imap] is appended with level DEBUG.",
    "logback.xml:49: note: ASYNC hands events on to FILE_COMPAT, no longer to FILE.",
    "logback.xml:59: note: Logger [org.apache]: WARN becomes ERROR.",
    "server.properties: note: Open-Xchange's own migration adds com.openexchange.log.suppressedCategories=USER_INPUT there and deletes com.openexchange.log.propertyNames.",
  ]);
  expect(code).toBe(0);
});

test("log4j.xml makes ASYNC hand events on to SYSLOG", () => {
  const { output } = merge(SHIPPED, '<log4j:configuration><root><level value="INFO"/></root></log4j:configuration>');

  expect(difference(SHIPPED, output)).toEqual({ gone: ['    <appender-ref ref="FILE_COMPAT"/>'], added: ['    <appender-ref ref="SYSLOG"/>'] });
});

test("a file that has everything comes out as it is", () => {
  const done = target('\t<logger name="org.apache" level="error"/>\n\t<logger name="com.openexchange.imap"><level value="DEBUG"/></logger>\n');

  expect(merge(done)).toMatchObject({ code: 0, output: done, remarks: [] });
});

test("comments, references, quotes, line ends, tabs and a byte order mark stay", () => {
  const odd = `\ufeff${target("\t<!-- loud > quiet -- no -->\n".replace("-- no ", "").concat("\t<logger\n\t\tlevel = 'W&#65;RN' name='org.apache'  /><?php echo 1 ?>\n\t<property name='a' value='&lt;&quot;&#x41;'/><!-- at the end -->\n\n")).replaceAll("\n", "\r\n").replace("\r\n", "\n")}`;
  const { output } = merge(odd);

  expect(output).toBe(odd.replace("W&#65;RN", "ERROR").replace("<!-- at the end -->", '<!-- at the end -->\n\t<logger name="com.openexchange.imap" level="DEBUG"/>'));
});

const levels = [
  { what: "an attribute", before: '<logger name="org.apache" level="WARN"/>', after: '<logger name="org.apache" level="ERROR"/>' },
  { what: "an element", before: '<logger name="org.apache"><level value="WARN"/></logger>', after: '<logger name="org.apache"><level value="ERROR"/></logger>' },
  { what: "both", before: '<logger name="org.apache" level="OFF"><level value="WARN"/></logger>', after: '<logger name="org.apache" level="ERROR"><level value="ERROR"/></logger>' },
  { what: "a variable", before: '<logger name="org.apache" level="${APACHE:-WARN}"/>', after: '<logger name="org.apache" level="ERROR"/>' },
  { what: "nothing", before: '<logger name="org.apache" additivity="false"/>', after: '<logger name="org.apache" level="ERROR" additivity="false"/>' },
  { what: "an empty attribute", before: '<logger level="" name="org.apache"/>', after: '<logger level="ERROR" name="org.apache"/>' },
  { what: "inheritance", before: '<LOGGER name="org.apache" level="INHERITED"/>', after: '<LOGGER name="org.apache" level="ERROR"/>' },
];

for (const { what, before, after } of levels) {
  test(`a level that is ${what} is replaced`, () => {
    expect(merge(target(`\t${before}\n`), "org.apache.level=SEVERE").output).toBe(target(`\t${after}\n`));
  });
}

test("a logger that is there twice gets the level in both places", () => {
  expect(merge(target('\t<logger name="a" level="INFO"/>\n\t<logger name="a" level="WARN"/>\n'), "a.level=FINE").output).toBe(target('\t<logger name="a" level="DEBUG"/>\n\t<logger name="a" level="DEBUG"/>\n'));
});

test("only loggers directly in the configuration count, and a level that another place decides is told", () => {
  const conditional = '\t<springProfile name="!prod"><logger name="a" level="WARN"/></springProfile>\n\t<include optional="true" resource="none.xml"/>\n';
  const { output, complaints } = merge(target(`\t<logger name="a" level="INFO"/>\n${conditional}`), "a.level=FINE");

  expect(output).toBe(target(`\t<logger name="a" level="DEBUG"/>\n${conditional}`));
  expect(complaints).toContain("logback.xml as printed: warning: Logger [a] gets the level WARN and not DEBUG: another place, such as an <if> or an included file, says so.\n");
});

const roots = [
  { what: "its level is replaced", before: '<root level="WARN">\n\t\t<!-- kept -->\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>', after: '<root level="ERROR">\n\t\t<!-- kept -->\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>' },
  { what: "other references go", before: '<root level="WARN">\n\t\t<appender-ref ref="A"/>\n\t\t<appender-ref ref="ASYNC"/>\n\t\t<appender-ref ref="B"></appender-ref> <!-- b -->\n\t</root>', after: '<root level="ERROR">\n\t\t<appender-ref ref="ASYNC"/> <!-- b -->\n\t</root>' },
  { what: "another reference becomes ASYNC", before: "<root level='WARN'><appender-ref ref='A'/><appender-ref ref='B'/></root>", after: "<root level='ERROR'><appender-ref ref='ASYNC'/></root>" },
  { what: "an empty one refers to ASYNC", before: "<root/>", after: '<root level="ERROR">\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>' },
  { what: "one without content refers to ASYNC", before: "<root></root>", after: '<root level="ERROR">\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>' },
];

for (const { what, before, after } of roots) {
  test(`a root with another level: ${what}`, () => {
    expect(merge(target("", before), ".level=SEVERE").output).toBe(target("", after));
  });
}

test("a root whose level stays keeps its appenders and refers to ASYNC", () => {
  const { output, remarks } = merge(target("", '<root level="WARN">\n\t\t<appender-ref ref="FILE_COMPAT"/>\n\t</root>'), ".level=INFO");

  expect(output).toBe(target("", '<root level="WARN">\n\t\t<appender-ref ref="FILE_COMPAT"/>\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>'));
  expect(remarks).toEqual(["logback.xml:7: note: The root refers to ASYNC too."]);
});

test("a root that is missing is appended", () => {
  expect(merge(target("", "<!-- none -->"), ".level=SEVERE\na.level=FINE").output).toBe(target('\t<logger name="a" level="DEBUG"/>\n\t<root level="ERROR">\n\t\t<appender-ref ref="ASYNC"/>\n\t</root>\n', "<!-- none -->"));
});

test("appenders that the root no longer refers to are told", () => {
  const { code, remarks } = merge(target("", '<root level="WARN">\n\t\t<appender-ref ref="FILE_COMPAT"/>\n\t</root>'), ".level=SEVERE", "--strict");

  expect(remarks).toEqual(["logback.xml:7: note: The root: WARN becomes ERROR.", "logback.xml:8: warning: The root refers to ASYNC only, no longer to [FILE_COMPAT]."]);
  expect(code).toBe(1);
});

const destinations = [
  { what: "another", before: '<appender-ref ref="MINE"/>', after: '<appender-ref ref="FILE_COMPAT"/>' },
  { what: "a variable", before: '<appender-ref ref="${WHERE}"/>', after: '<appender-ref ref="FILE_COMPAT"/>' },
  { what: "none", before: "<queueSize>9</queueSize>", after: '<queueSize>9</queueSize>\n\t\t<appender-ref ref="FILE_COMPAT"/>' },
  { what: "one without a name", before: "<appender-ref/>", after: '<appender-ref ref="FILE_COMPAT"/>' },
];

for (const { what, before, after } of destinations) {
  test(`ASYNC that hands events on to ${what} gets the new destination`, () => {
    const reference = '\t\t<appender-ref ref="FILE_COMPAT"/>\n';

    expect(merge(target("").replace(reference, `\t\t${before}\n`), ".level=INFO").output).toBe(target("").replace(reference, `\t\t${after}\n`));
  });
}

test("the define of Open-Xchange's conversion words comes behind the context listener, or first of all", () => {
  const define = '<define name="syslogPatternLayoutActivator" class="com.openexchange.logback.extensions.SyslogPatternLayoutActivator"/>\n';
  const listener = '<contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator"/>\n';

  expect(merge(target("").replace(`\t${define}`, ""), ".level=INFO").output).toBe(target(""));
  expect(merge(target("").replace(define, listener), ".level=INFO").output).toBe(target("").replace(define, `${listener}\t${define}`));
});

test("a name with characters that mean something in XML, or that the encoding may not have, is a reference", () => {
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${target("")}`, "latin1");

  expect(merge(latin, "a<\\u20ac\\ud83d\\ude00&.level=FINE").output).toContain('<logger name="a&lt;&#8364;&#128512;&amp;" level="DEBUG"/>');
});

test("a destination that is missing is an error of the file as it is printed", () => {
  const without = target("").replace('name="FILE_COMPAT"', 'name="OTHER"');
  const { code, output, complaints } = merge(without, ".level=INFO");

  expect(output).toBe(without);
  expect(complaints).toMatch(/^logback\.xml as printed:5:\d+: error: .*FILE_COMPAT/m);
  expect(code).toBe(1);
});

const refused = [
  { what: "XML that is not well-formed", text: "<configuration>\n  <root>\n</configuration>", complaint: /^logback\.xml:3:1: error: Not well-formed XML: .*\n$/ },
  { what: "another XML file", text: "<!-- x -->\n <project/>", complaint: /^logback\.xml:2:2: error: Expected a logback\.xml with <configuration>, got <project>\.\n$/ },
  { what: "a file without ASYNC", text: '\n <configuration><appender name="FILE"/></configuration>', complaint: /^logback\.xml:2:2: error: Expected <appender name="ASYNC"> in <configuration>, got none: it is what hands events on to FILE_COMPAT\. Take it from .*\n$/ },
  { what: "a file with ASYNC elsewhere", text: '<configuration><if><appender name="ASYNC"/></if></configuration>', complaint: /^logback\.xml:1:1: error: Expected <appender name="ASYNC"> in <configuration>, got none: / },
  { what: "a file with ASYNC twice", text: '<configuration>\n<appender name="ASYNC"/>\n<appender name="ASYNC"/></configuration>', complaint: /^logback\.xml:3:1: error: Expected one <appender name="ASYNC">, got a second; the first is in line 2\.\n$/ },
  { what: "UTF-16", text: Buffer.from(`\ufeff${target("")}`, "utf16le"), complaint: /^logback\.xml:1:1: error: Expected UTF-8, got another encoding / },
  { what: "ISO-8859-1 with an umlaut", text: Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- ä -->${target("")}`, "latin1"), complaint: /^logback\.xml:1:1: error: Expected UTF-8, got another encoding / },
  { what: "an empty file", text: "", complaint: /^logback\.xml:1:1: error: Expected a logback\.xml, got an empty file\. .* write to another one and rename that\.\n$/ },
] as const;

for (const { what, text, complaint } of refused) {
  test(`--into refuses ${what} with its place, and prints nothing`, () => {
    const { code, output, complaints } = merge(text);

    expect(complaints).toMatch(complaint);
    expect({ code, output }).toEqual({ code: 1, output: "" });
  });
}

test("--into a file that is missing is an error", () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "log4j.xml"), "<log4j:configuration/>");

  expect(logback(["migrate", "--into", "logback.xml", "log4j.xml"], { workingDirectory: folder })).toMatchObject({ code: 1, output: "", complaints: expect.stringMatching(/^logback\.xml: error: Could not read the file: ENOENT/) as string });
});

test("--into is for Open-Xchange's files only", () => {
  const wrong = { code: 2, output: "", complaints: 'logback: --into belongs to Open-Xchange\'s file-logging.properties and log4j.xml, whose levels alone are merged. Try "logback --help".\n' };
  const folder = tempDir();
  writeFileSync(path.join(folder, "logback.xml"), SHIPPED);
  writeFileSync(path.join(folder, "log4j.properties"), "log4j.rootLogger=INFO");

  expect(merge(SHIPPED, OLD, "--appenders")).toMatchObject(wrong);
  expect(logback(["migrate", "--into", "logback.xml", "log4j.properties"], { workingDirectory: folder })).toEqual(wrong);
});

test("both files at once are merged into one, and log4j.xml wins", () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "logback.xml"), SHIPPED);
  writeFileSync(path.join(folder, "file-logging.properties"), ".level=SEVERE\ncom.sun.level=FINE\norg.apache.level=FINE\n");
  writeFileSync(path.join(folder, "log4j.xml"), '<log4j:configuration><logger name="org.apache"><level value="TRACE"/></logger><root><level value="WARN"/></root></log4j:configuration>');
  const { code, output } = logback(["migrate", "log4j.xml", "file-logging.properties", "--into", "logback.xml"], { workingDirectory: folder });

  expect(difference(SHIPPED, output).added).toEqual(['    <appender-ref ref="SYSLOG"/>', '  <root level="WARN">', '  <logger name="org.apache" level="DEBUG"/>', '  <logger name="com.sun" level="DEBUG"/>']);
  expect(code).toBe(0);
});
