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

test("an appender that goes on keeps its file from others, however the file was given", () => {
  const { context, configure } = configured({ baseDir: tempDir() });
  const first = '<appender name="A" class="FileAppender"><param name="file" value="a.log"/><encoder><pattern>%m</pattern></encoder></appender>';
  const second = '<appender name="B" class="FileAppender"><file>a.log</file><encoder><pattern>%m</pattern></encoder></appender>';
  configure(`<configuration>${first}<root><appender-ref ref="A"/></root></configuration>`);
  const before = context.findAppender("A");

  const { statuses } = configure(`<configuration>${first}${second}<root><appender-ref ref="A"/><appender-ref ref="B"/></root></configuration>`);

  expect(context.findAppender("A")).toBe(before);
  expect(context.findAppender("B")).toBe(undefined);
  expect(complaints(statuses).at(-1)).toMatch(/The appender \[B\] is left out: its file "a\.log" is that of the appender \[A\]\./);
});

const surroundings = [
  { title: "whether logged data is neutralised", attributes: ' neutralise="true"', elements: "" },
  { title: "what an import means", attributes: "", elements: '<import class="ch.qos.logback.core.read.ListAppender"/>' },
  { title: "an evaluator", attributes: "", elements: '<evaluator name="E" class="ch.qos.logback.classic.boolex.OnErrorEvaluator"/>' },
  { title: "whether events are numbered", attributes: "", elements: '<sequenceNumberGenerator class="ch.qos.logback.core.spi.BasicSequenceNumberGenerator"/>' },
];

for (const { title, attributes, elements } of surroundings) {
  test(`a reload that changes ${title} builds the appenders anew`, () => {
    const { context, configure } = configured();
    const rest = '<appender name="A" class="ListAppender"/><root><appender-ref ref="A"/></root></configuration>';
    configure(`<configuration>${rest}`);
    const before = context.findAppender("A");

    const { statuses } = configure(`<configuration${attributes}>${elements}${rest}`);

    expect(complaints(statuses)).toEqual([]);
    expect(context.findAppender("A")).not.toBe(before);
  });
}

test("a reload notices a change behind a reference that is written with a capital letter", () => {
  const { context, configure } = configured();
  const xml = (level: string): string => `<configuration><appender name="L" class="ListAppender"><filter class="ThresholdFilter"><level>${level}</level></filter></appender>
    <appender name="A" class="AsyncAppender"><Appender-Ref ref="L"/></appender><root><appender-ref ref="A"/></root></configuration>`;
  configure(xml("INFO"));
  const before = context.findAppender("A");

  configure(xml("WARN"));

  expect(context.findAppender("A")).not.toBe(before);
});

test("an appender of the application's own that cannot start costs only itself", () => {
  const { context, configurator } = configured();
  const own = new ListAppender("OWN", context);
  Object.defineProperty(own, "start", { value: () => { throw new Error("no"); } });

  const { applied, statuses } = configurator.configure({ file: "logback.xml", baseDir: process.cwd(), content: '<configuration><root level="WARN"><appender-ref ref="OWN"/></root></configuration>', appenders: new Map([["OWN", own]]) });

  expect(applied).toBe(true);
  expect(context.root.level?.name).toBe("WARN");
  expect(complaints(statuses)).toEqual(["ERROR - The appender [OWN] failed to start."]);
});
