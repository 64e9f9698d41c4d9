import { expect, test } from "vitest";
import { duplicateOutput } from "../../../src/config/checks/duplicate-output.js";
import { found } from "../../support/checks.js";

function xml(loggers: string): string {
  return `<configuration><appender name="A" class="ListAppender"/><appender name="B" class="ListAppender"/>
${loggers}
<root><appender-ref ref="A"/></root></configuration>`;
}

test("an appender on a logger and on the root gets each event twice", () => {
  expect(found(duplicateOutput, xml('<logger name="com.acme"><appender-ref ref="A"/></logger>'))).toEqual([
    'WARN 2:25 Each event of "com.acme" is in [A] twice: it goes there from "com.acme" and from "ROOT" above it. Remove one reference, or write additivity="false" on "com.acme".',
  ]);
});

for (const loggers of ['<logger name="com.acme" additivity="false"><appender-ref ref="A"/></logger>', '<logger name="com.acme"><appender-ref ref="B"/></logger>']) {
  test(`each event is there once with ${loggers}`, () => {
    expect(found(duplicateOutput, xml(loggers))).toEqual([]);
  });
}
