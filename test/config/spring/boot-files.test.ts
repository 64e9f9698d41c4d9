import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ConsoleAppender } from "../../../src/appender/console-appender.js";
import type { PatternLayoutEncoder } from "../../../src/encoder/pattern-layout-encoder.js";
import { RollingFileAppender } from "../../../src/appender/rolling-file-appender.js";
import { complaints, configured } from "../../support/configured.js";
import { tempDir } from "../../support/temp-dir.js";

const BOOT = "org/springframework/boot/logging/logback";

test("base.xml logs to the console and to LOG_FILE, with Spring Boot's patterns", async () => {
  const folder = tempDir();
  const file = path.join(folder, "logs", "app.log");
  const { context, configure } = configured({ environment: { LOGGING_FILE_NAME: file, PID: "42" } });

  const { statuses } = configure(`<configuration><include resource="${BOOT}/base.xml"/><logger name="com.acme" level="DEBUG"><appender-ref ref="FILE"/></logger><root level="OFF"/></configuration>`);
  context.getLogger("com.acme.Cart").debug("hello");
  await context.stop();

  expect(complaints(statuses)).toEqual([]);
  expect(context.root.appenders).toEqual([]);
  expect(readFileSync(file, "utf8").split("\n")[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d) DEBUG 42 --- \[main\] com\.acme\.Cart {27} : hello$/);
});

test("a file's own patterns above the include win", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
    <property name="CONSOLE_LOG_PATTERN" value="%clr(%m){red} %wEx%wex%n"/>
    <include resource="${BOOT}/defaults.xml"/>
    <include resource="/${BOOT}/console-appender.xml"/>
    <root level="INFO"><appender-ref ref="CONSOLE"/></root>
  </configuration>`);

  expect(complaints(statuses)).toEqual([]);
  expect(((context.findAppender("CONSOLE") as ConsoleAppender).encoder as PatternLayoutEncoder).pattern).toBe("%clr(%m){red} %wEx%wex%n");
});

test("console-appender.xml is built from what Spring Boot's properties say", () => {
  const { context, configure } = configured({ environment: { LOGGING_PATTERN_CONSOLE: "%m%n", LOGGING_CHARSET_CONSOLE: "US-ASCII", LOGGING_THRESHOLD_CONSOLE: "WARN" } });

  const { statuses } = configure(`<configuration><include resource="${BOOT}/defaults.xml"/><include resource="${BOOT}/console-appender.xml"/><root><appender-ref ref="CONSOLE"/></root></configuration>`);
  const { encoder, filters } = context.findAppender("CONSOLE") as ConsoleAppender;

  expect(complaints(statuses)).toEqual([]);
  expect(encoder).toMatchObject({ pattern: "%m%n", charset: "US-ASCII" });
  expect(filters).toHaveLength(1);
});

test("LOG_FILE comes from logging.file.name, else from the folder logging.file.path, else from the file's own property", () => {
  const value = (environment: Readonly<Record<string, string>>, properties: Readonly<Record<string, string>> = {}): string | undefined => {
    const { context, configure } = configured({ environment, properties });
    configure('<configuration><property scope="context" name="OUT" value="${LOG_FILE:-none}"/><springProfile name="x"/></configuration>');
    return context.getProperty("OUT");
  };

  expect(value({ LOGGING_FILE_NAME: "a.log", LOGGING_FILE_PATH: "/logs" })).toBe("a.log");
  expect(value({ LOGGING_FILE_PATH: "/logs" })).toBe("/logs/spring.log");
  expect(value({ LOGGING_FILE_NAME: "a.log" }, { LOG_FILE: "b.log" })).toBe("b.log");
  expect(value({}, { "logging.file.name": "c.log" })).toBe("c.log");
  expect(value({})).toBe("none");
});

test("a configuration without the dialect knows nothing of it", () => {
  const { context, configure } = configured({ environment: { LOGGING_FILE_NAME: "a.log" } });

  const { statuses } = configure('<configuration><property scope="context" name="OUT" value="${LOG_FILE:-none}"/><appender name="C" class="ConsoleAppender"><encoder><pattern>%clr(x)</pattern></encoder></appender><root level="OFF"><appender-ref ref="C"/></root></configuration>');

  expect(context.getProperty("OUT")).toBe("none");
  expect(complaints(statuses)[0]).toMatch(/^ERROR .*There is no conversion word "%clr"/);
});

test("file-appender.xml rolls as Spring Boot does", () => {
  const folder = tempDir();
  const { configure, context } = configured({ properties: { LOG_FILE: path.join(folder, "app.log") } });

  const { statuses } = configure(`<configuration>\n<include resource="${BOOT}/defaults.xml"/><include resource="${BOOT}/file-appender.xml"/><root><appender-ref ref="FILE"/></root></configuration>`);

  expect(complaints(statuses)).toEqual([]);
  expect(existsSync(path.join(folder, "app.log"))).toBe(true);
  expect(context.findAppender("FILE")).toBeInstanceOf(RollingFileAppender);
});

test("a file of the application's own is read in place of Spring Boot's, and others are missing", () => {
  const { configure } = configured();

  const { statuses } = configure(`<configuration>\n<include resource="${BOOT}/structured-console-appender.xml"/><include file="${BOOT}/base.xml"/></configuration>`);

  expect(complaints(statuses)).toEqual([
    `WARN logback.xml:2:1 Could not find the file or resource [${BOOT}/structured-console-appender.xml] to include.`,
    expect.stringContaining(`Could not find the file or resource [${BOOT}/base.xml] to include.`),
  ]);
});
