import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { logback } from "../../support/cli.js";
import { tempDir } from "../../support/temp-dir.js";

/** What a `logging.properties` with these lines becomes, with its own handlers. */
function migrated(...lines: readonly string[]): { readonly loggers: readonly string[]; readonly patterns: readonly string[]; readonly remarks: readonly string[] } {
  const folder = tempDir();
  writeFileSync(path.join(folder, "logging.properties"), lines.join("\n"));
  const { output, complaints } = logback(["migrate", "--appenders", "logging.properties"], { workingDirectory: folder });
  const found = output.split("\n").map((line) => line.trim());
  return {
    loggers: found.filter((line) => /^<(?:logger|root|appender|appender-ref) /.test(line)),
    patterns: found.filter((line) => line.startsWith("<pattern>")),
    remarks: complaints.split("\n").filter((line) => line !== "").map((line) => line.replace("logging.properties:", "")),
  };
}

test("handlers and additivity of a logger are carried over", () => {
  const { loggers, remarks } = migrated(".level=WARNING", "handlers=java.util.logging.ConsoleHandler", "com.acme.handlers = java.util.logging.ConsoleHandler", "com.acme.useParentHandlers = False", "com.acme.level=FINE", "b.useParentHandlers=true");

  expect(loggers).toEqual([
    '<appender name="ConsoleHandler" class="ch.qos.logback.core.ConsoleAppender">',
    '<logger name="com.acme" level="DEBUG" additivity="false">',
    '<appender-ref ref="ConsoleHandler"/>',
    '<root level="WARN">',
    '<appender-ref ref="ConsoleHandler"/>',
  ]);
  expect(remarks).toEqual([]);
});

test("handlers of different packages keep their packages where their names are the same", () => {
  const { loggers } = migrated("handlers=java.util.logging.FileHandler, com.acme.FileHandler", "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter");

  expect(loggers).toEqual(['<appender name="java.util.logging.FileHandler" class="ch.qos.logback.core.FileAppender">', '<root level="INFO">', '<appender-ref ref="java.util.logging.FileHandler"/>']);
});

test("the format of SimpleFormatter becomes the pattern", () => {
  const { patterns, remarks } = migrated("handlers=java.util.logging.ConsoleHandler", "java.util.logging.SimpleFormatter.format=%1$tF %1$tT,%1$tL (%4$s) %5$s%6$s %7$s%n");

  expect(patterns).toEqual(['<pattern>%d{"yyyy-MM-dd HH:mm:ss,SSS"} \\(%level\\) %msg %n</pattern>']);
  expect(remarks).toEqual(["1: warning: %7$s in java.util.logging.SimpleFormatter.format is not carried over: Logback has nothing of the kind."]);
});

test("braces of the format behind a word are text, no options", () => {
  const { patterns, remarks } = migrated("handlers=java.util.logging.ConsoleHandler", "java.util.logging.SimpleFormatter.format=%1$tY{%%} %5$s{a}%n");

  expect(patterns).toEqual(['<pattern>%d{"yyyy"}\\_{\\%} %msg\\_{a}%n</pattern>']);
  expect(remarks).toEqual([]);
});

const instead = [
  { handler: "java.util.logging.SocketHandler", what: /LogstashTcpSocketAppender sends events to a host/ },
  { handler: "java.util.logging.MemoryHandler", what: /CyclicBufferAppender keeps the last events/ },
  { handler: "java.util.logging.StreamHandler", what: /ConsoleAppender or a FileAppender/ },
  { handler: "1catalina.org.apache.juli.AsyncFileHandler", what: /TimeBasedRollingPolicy/ },
  { handler: "com.acme.PagerHandler", what: /registerComponent/ },
];

for (const { handler, what } of instead) {
  test(`${handler} is not carried over, and it is told what takes its place`, () => {
    const { loggers, remarks } = migrated(`handlers=${handler}`);

    expect(loggers).toEqual(['<root level="INFO"/>']);
    expect(remarks[0]).toMatch(/^1: warning: Handler \[\w+\] is not carried over: there is nothing here for /);
    expect(remarks[0]).toMatch(what);
  });
}

test("classes that set up logging in code are told", () => {
  expect(migrated(".level=INFO", "config=com.acme.Logging", "com.acme.handlers.ensureCloseOnReset=false").remarks).toEqual(["2: warning: config=com.acme.Logging is not carried over: what such a class sets up in code has to be written into logback.xml."]);
});

test("whatever stands in a logging.properties, what is printed has no error, by its own handlers and by Open-Xchange's rules", () => {
  const key = fc.constantFrom(".level", "handlers", ".handlers", "config", "a.level", "a.handlers", "a.useParentHandlers", "java.util.logging.FileHandler.pattern", "java.util.logging.FileHandler.limit", "java.util.logging.FileHandler.count", "java.util.logging.ConsoleHandler.level");
  const value = fc.constantFrom("FINE", "LOUD", "java.util.logging.ConsoleHandler", "java.util.logging.FileHandler com.acme.FileHandler", "false", "/tmp/x%g.log", "5", "");
  const format = fc.string({ unit: fc.constantFrom("%", "1$", "t", "s", "Y", "F", "m", "n", "d", "5", "-", " ", "'", '"', "{", "}", "(", ")", "$", "T", ",", "x") }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 8 }), format, (entries, pattern) => {
      const folder = tempDir();
      writeFileSync(path.join(folder, "logging.properties"), [["handlers", "java.util.logging.ConsoleHandler"], ...entries, ["java.util.logging.SimpleFormatter.format", pattern]].map((pair) => pair.join("=")).join("\n"));
      for (const options of [[], ["--appenders"]]) {
        const { code, output } = logback(["migrate", ...options, "logging.properties"], { workingDirectory: folder });
        writeFileSync(path.join(folder, "logback.xml"), output);

        expect(code).toBe(0);
        expect(logback(["check", "logback.xml"], { workingDirectory: folder }).output.split("\n").filter((line) => line.includes(": error: "))).toEqual([]);
      }
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 100) },
  );
});
