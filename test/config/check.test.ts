import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { components, conversionWords } from "../../src/builtins.js";
import { checkConfiguration, type CheckResult } from "../../src/config/check.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";
import { tempDir } from "../support/temp-dir.js";

function check(content: string, baseDir = "/srv/app"): CheckResult {
  return checkConfiguration(
    { file: "logback.xml", baseDir, content },
    { registry: new ComponentRegistry(components), services: new Map([[CONVERSION_WORDS, wordMap(conversionWords)]]), programProperties: new Map(), environment: {} },
  );
}

test("problems come in the order of the lines, whoever found them, and those of included files last", () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "a.xml"), '<included><logger name="x.*" level="INFO"/></included>');

  const { problems } = check(
    `<configuration scanPeriod="1 minute">
<include file="a.xml"/>
<appender name="A" class="ConsoleAppender"><encoder><pattern>%d{YYYY} %nothing%n</pattern></encoder></appender>
<root level="LOUD"><appender-ref ref="A"/></root></configuration>`,
    folder,
  );

  expect(problems.map(({ file, line, level, check: name }) => [path.basename(file), line, level, name])).toEqual([
    ["logback.xml", 1, "WARN", "scan-period-without-scan"],
    ["logback.xml", 3, "WARN", "date-letters"],
    ["logback.xml", 3, "ERROR", undefined],
    ["logback.xml", 4, "ERROR", undefined],
    ["a.xml", 1, "WARN", "logger-name"],
  ]);
});

test("what a program would only be informed of is no problem", () => {
  expect(check('<configuration><appender name="A" class="ListAppender"/><root><appender-ref ref="A"/></root></configuration>').problems).toEqual([]);
});

test("a text that is no configuration has its error, and no configuration", () => {
  expect(check("<log4j/>")).toMatchObject({ configuration: undefined, problems: [{ level: "ERROR", line: 1, column: 1 }] });
});

test("the value of a secret is in no message", () => {
  const { problems } = check('<configuration><property name="API_TOKEN" value="sesame"/><logger name="a" level="${API_TOKEN}"/></configuration>');

  expect(problems.map(({ message }) => message)).toContain('"(not shown)" is not a level; DEBUG is used.');
  expect(JSON.stringify(problems)).not.toContain("sesame");
});

const rolling = (history: string): string => `<appender name="A" class="RollingFileAppender"><encoder><pattern>%m%n</pattern></encoder>
<rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>/x.%d.log</fileNamePattern><maxHistory>${history}</maxHistory></rollingPolicy></appender><root><appender-ref ref="A"/></root>`;

for (const [inside, message] of [
  ['<logger name="a" level="WARNING"/>', '"WARNING" is not a level; DEBUG is used. Did you mean "WARN"?'],
  ['<root level="fatal"/>', '"fatal" is not a level; DEBUG is used. Did you mean "ERROR"?'],
  [rolling("7 days"), 'Expected a number of periods, 0 for all, got "7 days"; 0 is used.'],
] as const) {
  test(`a build fails where ${message}`, () => {
    expect(check(`<configuration>${inside}</configuration>`).problems.filter(({ level }) => level === "ERROR").map((problem) => problem.message)).toEqual([message]);
  });
}

test("a build does not fail because a level is defined only where the program runs", () => {
  const { problems } = check('<configuration><root level="${LOG_LEVEL}"/></configuration>');

  expect(problems.map(({ level }) => level)).not.toContain("ERROR");
});
