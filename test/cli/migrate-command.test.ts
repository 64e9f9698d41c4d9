import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { levelIn, logback, type CommandRun } from "../support/cli.js";
import { tempDir } from "../support/temp-dir.js";

const FIXTURES = path.join(import.meta.dirname, "../fixtures/migrate");

function migrate(...args: readonly string[]): CommandRun {
  return logback(["migrate", ...args], { workingDirectory: FIXTURES });
}

/** What `logback check` says of a text. */
function check(xml: string): CommandRun {
  const file = path.join(tempDir(), "logback.xml");
  writeFileSync(file, xml);
  return logback(["check", file]);
}

/** The file of that name with that content, migrated. */
function migrateText(name: string, text: string | Uint8Array, ...options: readonly string[]): CommandRun {
  const folder = tempDir();
  writeFileSync(path.join(folder, name), text);
  return logback(["migrate", ...options, name], { workingDirectory: folder });
}

function destinationIn(xml: string): string | undefined {
  return /<appender name="ASYNC"[^]*?<appender-ref ref="(\w+)"/.exec(xml)?.[1];
}

test("file-logging.properties becomes Open-Xchange's logback.xml with FILE_COMPAT behind ASYNC", () => {
  const { code, output, complaints } = migrate("file-logging.properties");

  expect(output).toBe(readFileSync(path.join(FIXTURES, "expected/open-xchange.logback.xml"), "utf8"));
  expect(destinationIn(output)).toBe("FILE_COMPAT");
  expect(complaints.trimEnd().split("\n")).toEqual([
    "file-logging.properties:1: note: 4 of 10 levels are the same in the file that Open-Xchange shipped (--packaged names another), so logback.xml keeps its own for them.",
    "file-logging.properties:5: warning: java.util.logging.FileHandler.pattern=/srv/logs/groupware.log is not carried over; FILE_COMPAT has settings of its own.",
    "file-logging.properties:8: warning: java.util.logging.FileHandler.count=50 is not carried over; FILE_COMPAT has settings of its own.",
    "file-logging.properties:22: note: Level of logger [com.openexchange.pop3]: java.util.logging has no level DEBUG; it is taken for Logback's.",
    'file-logging.properties:23: warning: Level "LOUD" of logger [com.openexchange.mail] is not carried over: java.util.logging has none of that name.',
    "file-logging.properties:24: warning: Appenders and additivity of logger [com.openexchange.audit] are not carried over; its events go where those of the root go.",
    "server.properties: note: Open-Xchange's own migration adds com.openexchange.log.suppressedCategories=USER_INPUT there and deletes com.openexchange.log.propertyNames.",
  ]);
  expect(code).toBe(0);
});

test("the levels of file-logging.properties replace the shipped ones or are appended", () => {
  const { output } = migrate("file-logging.properties");

  expect(levelIn(output, "org.apache")).toBe("ERROR");
  expect(levelIn(output, "com.hazelcast")).toBe("WARN");
  expect(levelIn(output, "org.docx4j")).toBe("WARN");
  expect(levelIn(output, "com.openexchange.imap")).toBe("DEBUG");
  expect(levelIn(output, "com.openexchange.imap.command")).toBe("TRACE");
  expect(levelIn(output, "com.openexchange.smtp")).toBe("DEBUG");
  expect(output.match(/<logger name="org\.apache"/g)).toHaveLength(1);
});

test("log4j.xml becomes Open-Xchange's logback.xml with SYSLOG behind ASYNC, and the root replaced", () => {
  const { code, output, complaints } = migrate("log4j.xml");

  expect(destinationIn(output)).toBe("SYSLOG");
  expect(output).toContain('  <root level="WARN">\n    <appender-ref ref="ASYNC"/>\n  </root>');
  expect(levelIn(output, "com.openexchange.login.internal.LoginPerformer")).toBe("DEBUG");
  expect(levelIn(output, "com.openexchange.imap")).toBe("DEBUG");
  expect(levelIn(output, "org.apache")).toBe("ERROR");
  expect(complaints.trimEnd().split("\n")).toEqual([
    "log4j.xml:5: note: Appender [SERVER_LOG] becomes SYSLOG, with Open-Xchange's pattern.",
    "log4j.xml:12: warning: Appender [MAIL] is not carried over; events go to SYSLOG.",
    "log4j.xml:18: note: Level of logger [com.openexchange.imap]: TRACE becomes DEBUG, as in Open-Xchange's own migration; set it to TRACE if that is meant.",
    "log4j.xml:21: warning: Appenders and additivity of logger [org.apache] are not carried over; its events go where those of the root go.",
    "server.properties: note: Open-Xchange's own migration adds com.openexchange.log.suppressedCategories=USER_INPUT there and deletes com.openexchange.log.propertyNames.",
  ]);
  expect(code).toBe(0);
});

for (const files of [
  ["file-logging.properties", "log4j.xml"],
  ["log4j.xml", "file-logging.properties"],
]) {
  test(`of ${files.join(" and ")} log4j.xml wins, and the levels of both are there`, () => {
    const { output } = migrate(...files);

    expect(destinationIn(output)).toBe("SYSLOG");
    expect(output).toContain('<root level="WARN">');
    expect(levelIn(output, "com.openexchange.imap")).toBe("DEBUG");
    expect(levelIn(output, "com.openexchange.imap.command")).toBe("TRACE");
    expect(levelIn(output, "com.openexchange.login.internal.LoginPerformer")).toBe("DEBUG");
  });
}

test("another syslog server than Open-Xchange's is told", () => {
  const text = readFileSync(path.join(FIXTURES, "log4j.xml"), "utf8").replace('"localhost"', '"loghost"').replace('"local2"', '"local5"');

  expect(migrateText("log4j.xml", text).complaints).toContain("log4j.xml:5: warning: Appender [SERVER_LOG] is not carried over; events go to SYSLOG, which as shipped sends to localhost as local2, where this one sent to loghost as local5.\n");
});

test("a file that does not look like Open-Xchange's gets a hint", () => {
  const { output, complaints } = migrate("log4j-shop.xml");

  expect(destinationIn(output)).toBe("SYSLOG");
  expect(complaints).toContain("log4j-shop.xml:1: note: What is printed is Open-Xchange's logback.xml with the levels of this file; --appenders carries its appenders over instead.\n");
});

const own = [
  {
    args: ["--appenders", "log4j-shop.xml"],
    remarks: [
      "4: warning: <renderer> is not carried over.",
      "9: warning: %x in the pattern is not carried over: Logback has nothing of the kind.",
      "16: note: The file of appender [FILE] was emptied at every start; one that is archived goes on in Logback.",
      "17: warning: Colour=green of appender [FILE] is not carried over.",
      "35: note: Appender [ASYNC] hands events on to [CONSOLE] only, because Logback's takes one; loggers refer to [FILE] directly.",
      "41: warning: Appender [DB] is not carried over: there is nothing here for org.apache.log4j.jdbc.JDBCAppender.",
    ],
  },
  {
    args: ["--appenders", "file-logging.properties"],
    remarks: [
      '23: warning: Level "LOUD" of logger [com.openexchange.mail] is not carried over: java.util.logging has none of that name.',
    ],
  },
  {
    args: ["log4j.properties"],
    remarks: [
      "16: note: In the pattern {2} of %logger has no equivalent; the whole name is printed.",
      "32: warning: log4j.appender.gone.File is not carried over: the file has no log4j.appender.gone.",
      "33: warning: log4j.threshold is not carried over; give each appender a ThresholdFilter.",
    ],
  },
  {
    args: ["log4j2.xml"],
    remarks: [
      "9: warning: %K in the pattern is not carried over: Logback has nothing of the kind.",
      "19: warning: <OnStartupTriggeringPolicy> of appender [File] is not carried over.",
      '21: warning: max="20" of appender [File] is not carried over: it counts the files of one period. <totalSizeCap> limits what they take.',
      "22: note: <Delete> of appender [File] becomes maxHistory 30, which counts periods of the date in the file's name.",
      "26: note: <JsonTemplateLayout> of appender [Size] becomes the encoder of Logback that comes next to it; compare what it prints.",
      "26: warning: eventTemplateUri=classpath:EcsLayout.json of the layout of appender [Size] is not carried over.",
      "30: warning: Appender [Kafka] is not carried over: there is nothing here for <Kafka>.",
      "35: warning: The level and filters of the reference of logger [com.acme] to [Console] are not carried over; give the appender a ThresholdFilter.",
      "37: note: <AsyncLogger> becomes a logger like others; put an AsyncAppender before its appenders if they are slow.",
    ],
  },
] as const;

for (const { args, remarks } of own) {
  const file = args.at(-1) ?? "";

  test(`"migrate ${args.join(" ")}" carries levels and appenders over, and says what it does not`, () => {
    const { code, output, complaints } = migrate(...args);

    expect(output).toBe(readFileSync(path.join(FIXTURES, `expected/${file}.logback.xml`), "utf8"));
    expect(complaints.trimEnd().split("\n")).toEqual(remarks.map((remark) => `${file}:${remark}`));
    expect(code).toBe(0);
  });
}

for (const args of [["file-logging.properties"], ["log4j.xml"], ["file-logging.properties", "log4j.xml"], ...own.map(({ args }) => args)]) {
  test(`"logback check" has no error to complain of what "migrate ${args.join(" ")}" prints`, () => {
    const { code, output } = check(migrate(...args).output);

    expect(output).not.toContain(": error: ");
    expect(code).toBe(0);
  });
}

test("--strict makes what is not carried over a failure, and prints the file nevertheless", () => {
  const { code, output } = migrate("--strict", "log4j.xml");

  expect(code).toBe(1);
  expect(output).toContain("<configuration>");
  expect(migrateText("file-logging.properties", ".level=INFO\ncom.openexchange.level=DEBUG\n", "--strict").code).toBe(0);
});

test("no password gets into a remark", () => {
  const text = 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.proxyPassword=hunter2\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout';
  const { complaints } = migrateText("log4j.properties", text);

  expect(complaints).toBe("log4j.properties:3: warning: proxyPassword of appender [A] is not carried over.\n");
});

const refused = [
  { what: "XML that is not well-formed", name: "log4j.xml", text: "<log4j:configuration>\n<root>\n</log4j:configuration>", complaint: /^log4j\.xml:3:1: error: Not well-formed XML: .*\n$/ },
  { what: "a logback.xml", name: "logback.xml", text: "<configuration>\n  <root/>\n</configuration>", complaint: /^logback\.xml:1:1: error: Expected <log4j:configuration> of Log4j 1 or <Configuration> of Log4j 2, got what looks like a logback\.xml; "logback check" looks at that\.\n$/ },
  { what: "another XML file", name: "pom.xml", text: "<!-- x -->\n<project/>", complaint: /^pom\.xml:2:1: error: Expected .*, got <project>\.\n$/ },
  { what: "the JSON of Log4j 2", name: "log4j2.json", text: ' {\n  "configuration": {}\n}', complaint: /^log4j2\.json:1: error: The JSON and the YAML of Log4j 2 are not read\. Write the file as log4j2\.xml / },
  { what: "the YAML of Log4j 2", name: "log4j2.yaml", text: "# ours\nConfiguration:\n  status: warn\n", complaint: /^log4j2\.yaml:1: error: The JSON and the YAML of Log4j 2 are not read\. / },
  { what: "other properties", name: "server.properties", text: "a=b", complaint: /^server\.properties: error: Expected a configuration of java\.util\.logging or Log4j, got a file without / },
  { what: "an empty file", name: "log4j.properties", text: "", complaint: /^log4j\.properties: error: Expected a configuration of / },
  { what: "properties that Java refuses", name: "log4j.properties", text: "log4j.rootLogger=\\u12", complaint: /^log4j\.properties: error: Expected four hexadecimal digits behind \\u\.\n$/ },
  { what: "a DTD with declarations", name: "log4j.xml", text: '<!DOCTYPE log4j:configuration [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<log4j:configuration/>', complaint: /^log4j\.xml:1:1: error: Not well-formed XML: expected no DTD / },
  { what: "more than a megabyte", name: "log4j.xml", text: Buffer.alloc(1024 * 1024 + 1, 32), complaint: /^log4j\.xml: error: Could not read the file: expected at most 1048576 bytes, got 1048577\.\n$/ },
] as const;

for (const { what, name, text, complaint } of refused) {
  test(`${what} is an error with its reason, and nothing is printed`, () => {
    const { code, output, complaints } = migrateText(name, text);

    expect(complaints).toMatch(complaint);
    expect(output).toBe("");
    expect(code).toBe(1);
  });
}

test("a file that is missing is an error with its reason", () => {
  expect(migrate("nowhere.xml")).toMatchObject({ code: 1, output: "", complaints: expect.stringMatching(/^nowhere\.xml: error: Could not read the file: ENOENT/) as string });
});

test("several files that are not Open-Xchange's are wrong use", () => {
  expect(migrate("log4j.properties", "log4j2.xml")).toMatchObject({ code: 2, output: "", complaints: expect.stringContaining("Expected one file, or Open-Xchange's file-logging.properties and log4j.xml.") as string });
});

test("whatever stands in a properties file, it is refused with a reason or what is printed has no error", () => {
  const value = fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom("INFO, A", "FATAL", "${x}", "org.apache.log4j.ConsoleAppender", "org.apache.log4j.PatternLayout", "org.apache.log4j.SimpleLayout"));
  const key = fc.constantFrom("log4j.rootLogger", "log4j.logger.com.acme", "log4j.appender.A", "log4j.appender.A.threshold", "log4j.appender.A.layout", "log4j.appender.A.layout.ConversionPattern", "log4j.appender.A.Target", "x", ".level", "handlers");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (entries) => {
      const text = entries.map(([name, text]) => `${name}=${text.replace(/[^ -~]|\\/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}`).join("\n");
      const { code, output, complaints } = migrateText("log4j.properties", text);

      if (code === 0) {
        expect(check(output).output.split("\n").filter((line) => line.includes(": error: "))).toEqual([]);
      } else {
        expect(complaints).toMatch(/^log4j\.properties(?::\d+)?: error: /);
      }
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 100) },
  );
});

test("whatever stands in a log4j2.properties, it is refused with a reason or what is printed is XML that can be used", () => {
  const name = fc.constantFrom("appender", "a", "b", "type", "name", "ref", "level", "layout", "pattern", "appenderRef", "filter", "policies", "fileName", "filePattern");
  const key = fc.tuple(fc.constantFrom("appender", "appender.a", "logger", "logger.a", "rootLogger", "property", "filter", "appenders", "loggers"), fc.array(name, { maxLength: 4 })).map(([start, rest]) => [start, ...rest].join("."));
  const value = fc.constantFrom("Console", "File", "RollingFile", "PatternLayout", "AppenderRef", "ThresholdFilter", "Async", "asyncLogger", "a", "b", "a, b", "info, a", "LOUD", "${x}", "%d %m%n", "/tmp/x-%d.log", "");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 16 }), (entries) => {
      const { code, output, complaints } = migrateText("log4j2.properties", entries.map(([one, text]) => `${one}=${text}`).join("\n"));

      if (code === 0) {
        expect(check(output).output).not.toContain("nothing of this file can be used");
      } else {
        expect(complaints).toMatch(/^log4j2\.properties(?::\d+)?: error: /);
      }
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 100) },
  );
});

/** Elements of Log4j 2, and what they may be inside of. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Configuration: ["Properties", "Appenders", "Loggers", "Filters"],
  Properties: ["Property"],
  Appenders: ["Console", "File", "RollingFile", "Async", "Syslog", "Kafka", "toString"],
  Loggers: ["Logger", "Root", "AsyncLogger"],
  Console: ["PatternLayout", "ThresholdFilter", "JsonLayout"],
  File: ["PatternLayout", "LevelMatchFilter"],
  RollingFile: ["PatternLayout", "Policies", "DefaultRolloverStrategy", "SizeBasedTriggeringPolicy"],
  Policies: ["SizeBasedTriggeringPolicy", "TimeBasedTriggeringPolicy"],
  Async: ["AppenderRef"],
  Logger: ["AppenderRef"],
  Root: ["AppenderRef"],
};
const VALUES = ["A", "B", "C", "info", "FATAL", "LOUD", "${x}", "${x:-y}", "$${ctx:a}", "${date:yyyy}", "%d %highlight{%p}{x} %c{1.} %m%n", "%style{%m", "/tmp/a-%d{yyyy-MM}-%i.gz", "/tmp/a.log", "10 MB", "0", "-1", "true", "SYSTEM_ERR", ""];
const ATTRIBUTES = ["name", "ref", "level", "fileName", "filePattern", "pattern", "size", "max", "value", "target", "monitorInterval", "additivity", "bufferSize"];

function anElement(name: string): fc.Arbitrary<string> {
  const children = CHILDREN[name] ?? [];
  const attributes = fc.uniqueArray(fc.constantFrom(...ATTRIBUTES), { maxLength: 5 }).chain((names) => fc.tuple(...names.map((one) => fc.constantFrom(...VALUES).map((value) => ` ${one}="${value}"`))));
  const inside = children.length === 0 ? fc.constant<string[]>([]) : fc.array(fc.oneof(...children.map(anElement)), { maxLength: 4 });
  return fc.tuple(attributes, inside).map(([given, below]) => `<${name}${given.join("")}>${below.join("")}</${name}>`);
}

test("whatever stands in a log4j2.xml, it is refused with a reason or what is printed is XML that can be used", () => {
  fc.assert(
    fc.property(anElement("Configuration"), (text) => {
      const { code, output, complaints } = migrateText("log4j2.xml", text);

      if (code === 0) {
        expect(check(output).output).not.toContain("nothing of this file can be used");
      } else {
        expect(complaints).toMatch(/^log4j2\.xml(?::\d+:\d+)?: error: /);
      }
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 100) },
  );
});
