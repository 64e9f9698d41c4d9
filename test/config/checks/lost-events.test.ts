import { expect, test } from "vitest";
import { lostEvents } from "../../../src/config/checks/lost-events.js";
import { found } from "../../support/checks.js";

function xml(loggers: string): string {
  return `<configuration><appender name="A" class="ListAppender"/>\n${loggers}</configuration>`;
}

const ROOT = '<root><appender-ref ref="A"/></root>';

test("additivity=false without an appender loses the logger's events", () => {
  expect(found(lostEvents, xml(`<logger name="com.acme" level="INFO" additivity="false"/>${ROOT}`))).toEqual([
    'WARN 2:1 Events of "com.acme" go nowhere: additivity="false" keeps them from the loggers above, and it refers to no appender itself.',
  ]);
});

test("loggers below nothing are warned of", () => {
  expect(found(lostEvents, xml('<logger name="com.acme"><appender-ref ref="A"/></logger><logger name="org.x" level="INFO"/>'))).toEqual([
    'WARN 2:57 Events of "org.x" go nowhere: it refers to no appender itself, and none is above it.',
  ]);
});

test("an appender that cannot be made is named as the reason", () => {
  expect(found(lostEvents, xml(`<appender name="X" class="com.acme.Own"/>${ROOT}\n<logger name="a" level="INFO" additivity="false"><appender-ref ref="X"/></logger>`))).toEqual([
    'WARN 3:1 Events of "a" go nowhere: additivity="false" keeps them from the loggers above, and no appender that it refers to can be made.',
  ]);
});

test("a configuration without any appender prints nothing at all", () => {
  expect(found(lostEvents, '<configuration><root level="INFO"/></configuration>')).toEqual(["WARN 1:1 No logger refers to an appender that can be made: nothing is printed at all."]);
});

for (const loggers of [ROOT, `<logger name="com.acme" level="DEBUG"/>${ROOT}`, `<logger name="com.acme" level="OFF" additivity="false"/>${ROOT}`]) {
  test(`nothing is lost unasked with ${loggers}`, () => {
    expect(found(lostEvents, xml(loggers))).toEqual([]);
  });
}
