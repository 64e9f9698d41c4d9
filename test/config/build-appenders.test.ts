import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { AsyncAppender } from "../../src/appender/async-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import { complaints, configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const behindAsync = (inner: string, level: string): string => `<configuration>
  <appender name="INNER" ${inner}</appender>
  <appender name="ASYNC" class="AsyncAppender"><appender-ref ref="INNER"/></appender>
  <logger name="com.acme" level="${level}"/>
  <root level="INFO"><appender-ref ref="ASYNC"/></root>
</configuration>`;

test("a reload that leaves an appender as it is leaves running what stands behind it", () => {
  const { context, configure } = configured();
  configure(behindAsync('class="ListAppender">', "INFO"));
  const before = context.findAppender("INNER") as ListAppender;

  const result = configure(behindAsync('class="ListAppender">', "DEBUG"));
  context.getLogger("com.acme").debug("after");
  (context.findAppender("ASYNC") as AsyncAppender).drain();

  expect(complaints(result.statuses)).toEqual([]);
  expect(context.findAppender("INNER")).toBe(before);
  expect(before.list.map(({ message }) => message)).toEqual(["after"]);
});

test("a reload builds an appender anew when what stands behind it could not be started before", () => {
  const { context, configure } = configured();
  const folder = path.join(tempDir(), "logs");
  writeFileSync(folder, "in the way of the folder");
  const xml = behindAsync(`class="FileAppender"><file>${path.join(folder, "app.log")}</file><encoder><pattern>%msg%n</pattern></encoder>`, "INFO");
  configure(xml);
  const before = context.findAppender("ASYNC") as AsyncAppender;
  rmSync(folder);
  mkdirSync(folder);

  const result = configure(xml);
  const after = context.findAppender("ASYNC") as AsyncAppender;

  expect(complaints(result.statuses)).toEqual([]);
  expect(after).not.toBe(before);
  expect(after.appender?.isStarted).toBe(true);
});

test("an appender of the application's own that is exchanged is exchanged behind others too", () => {
  const { context, configurator } = configured();
  const content = '<configuration><appender name="ASYNC" class="AsyncAppender"><appender-ref ref="OWN"/></appender><root level="INFO"><appender-ref ref="ASYNC"/></root></configuration>';
  const [first, second] = [new ListAppender("OWN", context), new ListAppender("OWN", context)];
  configurator.configure({ file: "logback.xml", baseDir: process.cwd(), content, appenders: new Map([["OWN", first]]) });

  configurator.configure({ file: "logback.xml", baseDir: process.cwd(), content, appenders: new Map([["OWN", second]]) });
  context.getLogger("a").info("here");
  (context.findAppender("ASYNC") as AsyncAppender).drain();

  expect([first.list.length, second.list.length]).toEqual([0, 1]);
});
