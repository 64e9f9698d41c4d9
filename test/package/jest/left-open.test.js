/** A test that forgets to shut down: a configuration that is watched, a buffer, a queue. Jest has to end all the same. */
"use strict";

const { mkdtempSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { configureFromFile, LoggerFactory } = require("logback-node");

test("a test file begins with a context of its own, and may leave everything open", () => {
  const folder = mkdtempSync(join(__dirname, "left-open-"));
  const file = join(folder, "logback.xml");
  writeFileSync(
    file,
    `<configuration scan="true" scanPeriod="20 milliseconds">
      <appender name="FILE" class="FileAppender"><file>${join(folder, "app.log")}</file><immediateFlush>false</immediateFlush><encoder><pattern>%msg%n</pattern></encoder></appender>
      <appender name="ASYNC" class="AsyncAppender"><appender-ref ref="FILE"/></appender>
      <root level="INFO"><appender-ref ref="ASYNC"/><appender-ref ref="FILE"/></root>
    </configuration>`,
  );
  const context = LoggerFactory.getLoggerContext();

  expect(context.findAppender("LIST")).toBe(undefined);
  expect(configureFromFile(file).worstStatus).toBe("INFO");
  LoggerFactory.getLogger("a").info("left in the buffer");
});
