import { expect, test } from "vitest";
import { repeatedLogger } from "../../../src/config/checks/repeated-logger.js";
import { found } from "../../support/checks.js";

function xml(loggers: string): string {
  return `<configuration>\n${loggers}</configuration>`;
}

test("a logger with two levels is warned of where the second is", () => {
  expect(found(repeatedLogger, xml('<logger name="com.acme" level="DEBUG"/>\n<logger name="com.acme" level="warn"/>'))).toEqual([
    'WARN 3:1 "com.acme" is here again: its level DEBUG of line 2 is replaced by WARN; the appenders of both count.',
  ]);
  expect(found(repeatedLogger, xml('<root level="DEBUG"/>\n<root level="INFO"/>'))).toHaveLength(1);
});

test("the same level twice, and a level beside references, contradict nothing", () => {
  expect(found(repeatedLogger, xml('<logger name="com.acme" level="DEBUG"/><logger name="com.acme" level="debug"/>'))).toEqual([]);
  expect(found(repeatedLogger, xml('<logger name="com.acme" level="DEBUG"/><logger name="com.acme"/>'))).toEqual([]);
});
