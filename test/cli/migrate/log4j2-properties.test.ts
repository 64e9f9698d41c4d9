import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logback } from "../../support/cli.js";
import { tempDir } from "../../support/temp-dir.js";

const FIXTURES = path.join(import.meta.dirname, "../../fixtures/migrate");

function migrated(text: string): { readonly output: string; readonly loggers: readonly string[]; readonly remarks: readonly string[] } {
  const folder = tempDir();
  writeFileSync(path.join(folder, "log4j2.properties"), text);
  const { output, complaints } = logback(["migrate", "log4j2.properties"], { workingDirectory: folder });
  return { output, loggers: output.split("\n").map((line) => line.trim()).filter((line) => /^<(?:logger|root|appender-ref) /.test(line)), remarks: complaints.split("\n").filter((line) => line !== "") };
}

const CONSOLE = "appender.c.type=Console\nappender.c.name=C\n";

test("log4j2.properties becomes what log4j2.xml with the same content becomes", () => {
  const { code, output, complaints } = logback(["migrate", "log4j2.properties"], { workingDirectory: FIXTURES });

  expect(output).toBe(readFileSync(path.join(FIXTURES, "expected/log4j2.xml.logback.xml"), "utf8"));
  expect(complaints.trimEnd().split("\n")).toEqual([
    "log4j2.properties:13: warning: %K in the pattern is not carried over: Logback has nothing of the kind.",
    "log4j2.properties:28: warning: <OnStartupTriggeringPolicy> of appender [File] is not carried over.",
    'log4j2.properties:29: warning: max="20" of appender [File] is not carried over: it counts the files of one period. <totalSizeCap> limits what they take.',
    "log4j2.properties:31: note: <Delete> of appender [File] becomes maxHistory 30, which counts periods of the date in the file's name.",
    "log4j2.properties:41: note: <JsonTemplateLayout> of appender [Size] becomes the encoder of Logback that comes next to it; compare what it prints.",
    "log4j2.properties:42: warning: eventTemplateUri=classpath:EcsLayout.json of the layout of appender [Size] is not carried over.",
    "log4j2.properties:52: warning: Appender [Kafka] is not carried over: there is nothing here for <Kafka>.",
    "log4j2.properties:56: note: appender.unlisted is left out, as in Log4j 2: appenders does not name it.",
    "log4j2.properties:64: warning: The level and filters of the reference of logger [com.acme] to [Console] are not carried over; give the appender a ThresholdFilter.",
    "log4j2.properties:66: note: <AsyncLogger> becomes a logger like others; put an AsyncAppender before its appenders if they are slow.",
  ]);
  expect(code).toBe(0);
});

test("the short form of a logger has its level and the appenders", () => {
  expect(migrated(`${CONSOLE}rootLogger = warn\nlogger.a = debug, C\nlogger.a.name = com.acme\n`).loggers).toEqual(['<logger name="com.acme" level="DEBUG">', '<appender-ref ref="C"/>', '<root level="WARN"/>']);
});

test("the long form of the root has its level and the appenders", () => {
  expect(migrated(`${CONSOLE}rootLogger.level = \${level}\nproperty.level = warn\nrootLogger.appenderRef.one.ref = C\n`).loggers).toEqual(['<root level="WARN">', '<appender-ref ref="C"/>']);
});

test("where no list names loggers and appenders all of them are there, else those of the list", () => {
  const three = "logger.a.name=a\nlogger.a.level=info\nlogger.b.name=b\nlogger.b.level=info\n";

  expect(migrated(three).loggers).toHaveLength(3);
  expect(migrated(`loggers = b , c\n${three}`).loggers[0]).toBe('<logger name="b" level="INFO"/>');
  expect(migrated(`loggers = b , c\n${three}`).remarks).toEqual(["log4j2.properties:1: warning: loggers names c, but there is no logger.c.", "log4j2.properties:2: note: logger.a is left out, as in Log4j 2: loggers does not name it."]);
  expect(migrated(`appenders=\n${CONSOLE}rootLogger=info, C\n`).remarks).toEqual(["log4j2.properties:2: note: appender.c is left out, as in Log4j 2: appenders does not name it.", "log4j2.properties:4: warning: The root refers to appender [C], which the file does not have."]);
});

test("the name of a variable may have dots", () => {
  expect(migrated(`property.a.b = /srv\nappender.f.type=File\nappender.f.name=F\nappender.f.fileName=\${a.b}/x.log\nrootLogger=info, F`).output).toContain('<property name="a.b" value="/srv"/>');
});

test("what has no type is told", () => {
  expect(migrated("appender.x.name = X\nrootLogger=info").remarks).toEqual(["log4j2.properties:1: warning: name=X is not carried over: what it belongs to has no type."]);
});

test("a logger without a name is told, and is not the root", () => {
  const { loggers, remarks } = migrated("logger.a.level = trace\nrootLogger = warn\n");

  expect(loggers).toEqual(['<root level="WARN"/>']);
  expect(remarks).toEqual(["log4j2.properties:1: warning: <Logger> without a name is not carried over."]);
});

test("a key of very many parts is told and does no harm", () => {
  expect(migrated(`rootLogger=warn\nappender${".a".repeat(20_000)}=x\n`)).toMatchObject({ loggers: ['<root level="WARN"/>'], remarks: ["log4j2.properties:2: warning: A key of 20001 parts is not carried over: expected at most 100."] });
});

test("keys of which nothing becomes are told", () => {
  expect(migrated("status = warn\nrootLogger=warn\ncustomLevel.AUDIT = 50\nscript.x.type = ScriptFile\nunknown = 1\nlogger.a = info\nlogger.a.name = a\nlogger.a.other = x\nlogger.a.includeLocation=true").remarks).toEqual([
    "log4j2.properties:3: warning: customLevel.AUDIT is not carried over.",
    "log4j2.properties:4: warning: script.x.type is not carried over.",
    "log4j2.properties:5: warning: The attribute unknown is not carried over.",
    "log4j2.properties:8: warning: other=x of logger [a] is not carried over.",
  ]);
});

test("the prefix that Apache Karaf has before each key is dropped", () => {
  expect(migrated("log4j2.rootLogger.level = warn\nlog4j2.logger.a.name = a\nlog4j2.logger.a.level = debug")).toMatchObject({ loggers: ['<logger name="a" level="DEBUG"/>', '<root level="WARN"/>'], remarks: [] });
});

for (const text of ["loggers=a\nlogger.level=INFO\nlogger.handlers=CONSOLE\nlogger.a.level=WARN", "logger.level=INFO", "logger.a.level=INFO\nhandler.FILE=org.jboss.logmanager.handlers.FileHandler", "handlers=A\nformatter.P=org.jboss.logmanager.formatters.PatternFormatter"]) {
  test(`the configuration of JBoss LogManager is refused: ${text.replaceAll("\n", ", ")}`, () => {
    const folder = tempDir();
    writeFileSync(path.join(folder, "logging.properties"), text);
    const { code, output, complaints } = logback(["migrate", "logging.properties"], { workingDirectory: folder });

    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(complaints).toContain("logging.properties: error: The configuration of JBoss LogManager, in WildFly and Quarkus, is not read");
  });
}
