import { expect, test } from "vitest";
import { levelOutOfReach } from "../../../src/config/checks/level-out-of-reach.js";
import { found } from "../../support/checks.js";

function xml(loggers: string): string {
  const filter = '<filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>WARN</level></filter>';
  return `<configuration><appender name="WARNINGS" class="ListAppender">${filter}</appender><appender name="ALL" class="ListAppender"/>\n${loggers}</configuration>`;
}

test("a level below the threshold of every appender is warned of", () => {
  expect(found(levelOutOfReach, xml('<logger name="com.acme" level="DEBUG"/><root level="WARN"><appender-ref ref="WARNINGS"/></root>'))).toEqual([
    'WARN 2:1 "com.acme" has the level DEBUG, but every appender it reaches begins at WARN (ThresholdFilter): events below WARN are made and never printed.',
  ]);
});

for (const loggers of [
  '<logger name="com.acme" level="DEBUG"/><root level="WARN"><appender-ref ref="WARNINGS"/><appender-ref ref="ALL"/></root>',
  '<logger name="com.acme" level="ERROR"/><root level="WARN"><appender-ref ref="WARNINGS"/></root>',
]) {
  test(`every level is heard with ${loggers}`, () => {
    expect(found(levelOutOfReach, xml(loggers))).toEqual([]);
  });
}
