import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logback } from "../../support/cli.js";
import { tempDir } from "../../support/temp-dir.js";

interface Migrated {
  /** Lines of loggers and of the root. */
  readonly loggers: readonly string[];
  readonly remarks: readonly string[];
}

function migrated(name: string, content: string | Uint8Array, ...options: readonly string[]): Migrated {
  const folder = tempDir();
  writeFileSync(path.join(folder, name), content);
  const { output, complaints } = logback(["migrate", ...options, name], { workingDirectory: folder });
  const tail = output.slice(Math.max(0, output.lastIndexOf("</appender>")));
  return { loggers: tail.split("\n").map((line) => line.trim()).filter((line) => /^<(?:logger|root|appender-ref) /.test(line)), remarks: complaints.split("\n").filter((line) => line !== "") };
}

const CONSOLE = "log4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n";

test("a root that the file does not have gets the level that Log4j gives it", () => {
  expect(migrated("log4j.properties", `${CONSOLE}log4j.logger.com.acme=WARN, A`).loggers).toEqual(['<logger name="com.acme" level="WARN">', '<appender-ref ref="A"/>', '<root level="DEBUG"/>']);
  expect(migrated("log4j2.xml", '<Configuration><Loggers><Logger name="com.acme" level="warn"/></Loggers></Configuration>').loggers).toEqual(['<logger name="com.acme" level="WARN"/>', '<root level="ERROR"/>']);
});

test("variables of the file decide levels and appenders", () => {
  const { loggers, remarks } = migrated("log4j.properties", `all=\${level}, A\nlevel=FATAL\n${CONSOLE}log4j.rootLogger=\${all}\nlog4j.logger.com.acme=\${outside}`);

  expect(loggers).toEqual(['<logger name="com.acme" level="${outside}"/>', '<root level="ERROR">', '<appender-ref ref="A"/>']);
  expect(remarks).toEqual([]);
});

test("a logger that inherits everything is left out, one that is cut off is not", () => {
  const { loggers } = migrated("log4j.properties", `${CONSOLE}log4j.rootLogger=INFO, A\nlog4j.logger.a=INHERITED\nlog4j.logger.b=null\nlog4j.additivity.b=false`);

  expect(loggers).toEqual(['<logger name="b" additivity="false"/>', '<root level="INFO">', '<appender-ref ref="A"/>']);
});

test("of a logger that is there twice the last counts", () => {
  expect(migrated("log4j.properties", `${CONSOLE}log4j.rootCategory=INFO, A\nlog4j.category.a=WARN\nlog4j.logger.a=TRACE`).loggers[0]).toBe('<logger name="a" level="TRACE"/>');
});

test("what is no level, and what refers to nothing, is told with its line", () => {
  const { loggers, remarks } = migrated("log4j.properties", `${CONSOLE}log4j.rootLogger=LOUD, A, B\nlog4j.logger.a=DEBUG#com.acme.Levels, C`);

  expect(loggers).toEqual(['<root level="DEBUG">', '<appender-ref ref="A"/>']);
  expect(remarks).toEqual([
    'log4j.properties:3: warning: Level "LOUD" of the root is not carried over: Log4j has none of that name.',
    "log4j.properties:3: warning: The root refers to appender [B], which the file does not have.",
    "log4j.properties:4: warning: Logger [a] refers to appender [C], which the file does not have.",
    'log4j.properties:4: warning: Level "DEBUG#com.acme.Levels" of logger [a] is not carried over: Log4j has none of that name.',
  ]);
});

test("a logger without a name is told and left out", () => {
  const { loggers, remarks } = migrated("log4j.xml", '<log4j:configuration>\n<logger><level value="DEBUG"/></logger><root><level value="WARN"/></root></log4j:configuration>');

  expect(loggers.filter((line) => line.startsWith("<root"))).toEqual(['<root level="WARN">']);
  expect(remarks[1]).toBe("log4j.xml:2: warning: <logger> without a name is not carried over.");
});

test("the names of Log4j 2's elements and attributes count in any letter case", () => {
  const { loggers } = migrated("log4j2.xml", '<configuration><appenders><console name="A"/></appenders><loggers><root LEVEL="Warn"><appenderRef ref="A"/></root></loggers></configuration>');

  expect(loggers).toEqual(['<root level="WARN">', '<appender-ref ref="A"/>']);
});

test("a logger's name with characters that mean something in XML stays what it is", () => {
  expect(migrated("log4j2.xml", '<Configuration><Loggers><Logger name="a&amp;&lt;&quot;b" level="info"/></Loggers></Configuration>').loggers[0]).toBe('<logger name="a&amp;&lt;&quot;b" level="INFO"/>');
});

const encodings = [
  { what: "ISO-8859-1", content: Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><Configuration><Loggers><Logger name="ä" level="info"/></Loggers></Configuration>', "latin1") },
  { what: "UTF-8 with a byte order mark", content: Buffer.from('\ufeff<Configuration><Loggers><Logger name="ä" level="info"/></Loggers></Configuration>') },
  { what: "UTF-16", content: Buffer.from('\ufeff<Configuration><Loggers><Logger name="ä" level="info"/></Loggers></Configuration>', "utf16le") },
];

for (const { what, content } of encodings) {
  test(`${what} is read`, () => {
    expect(migrated("log4j2.xml", content).loggers[0]).toBe('<logger name="ä" level="INFO"/>');
  });
}

test("a properties file is read as ISO-8859-1, as Java reads it", () => {
  expect(migrated("log4j.properties", Buffer.from("log4j.logger.\xe4=INFO\nlog4j.logger.\\u20ac=INFO", "latin1")).loggers.slice(0, 2)).toEqual(['<logger name="ä" level="INFO"/>', '<logger name="€" level="INFO"/>']);
});
