/** What a CommonJS application tests with Jest as it comes: nothing is set up, and the library is loaded by `require`. */
"use strict";

const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { configure, configureFromFile, configureFromXml, LoggerFactory, MarkerFactory, MDC, shutdown } = require("logback-node");

const folder = mkdtempSync(join(tmpdir(), "jest-"));
const log = LoggerFactory.getLogger("com.acme.Cart");
const text = (name) => readFileSync(join(folder, name), "utf8");
const toFile = (name, pattern) => `<appender name="FILE" class="FileAppender"><file>${join(folder, name)}</file><encoder><pattern>${pattern}</pattern></encoder></appender>
  <root level="INFO"><appender-ref ref="FILE"/></root>`;

afterAll(async () => {
  await shutdown();
  rmSync(folder, { recursive: true });
});

test("events go to a file, with MDC and markers", async () => {
  const { worstStatus } = configureFromXml(`<configuration>${toFile("app.log", "%level %logger [%X{request}] %marker %msg%n")}</configuration>`);

  await MDC.run({ request: "4711" }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.info(MarkerFactory.getMarker("AUDIT"), "hello {}", { a: [1] });
  });

  expect(worstStatus).toBe("INFO");
  expect(text("app.log")).toBe("INFO com.acme.Cart [4711] AUDIT hello { a: [ 1 ] }\n");
});

test("call sites are those that stack traces of the test name", () => {
  configureFromXml(`<configuration>${toFile("calls.log", "%file:%line")}</configuration>`);

  // Jest's transformation moves lines, and gives stack traces back to the source only when it prints them.
  const [, { stack }] = [log.info("here"), new Error("on the same line")];

  expect(text("calls.log")).toMatch(/^logging\.test\.js:\d+$/);
  expect(stack.split("\n")[1]).toContain(`${text("calls.log")}:`);
});

test("errors of the test and of Node.js, whose classes are others, are printed with their stacks", () => {
  configureFromXml(`<configuration>${toFile("errors.log", "%msg%n")}</configuration>`);

  log.error("mine", new TypeError("broken", { cause: new Error("why") }));
  try {
    readFileSync(join(folder, "missing"));
  } catch (error) {
    log.error("of Node.js", error);
  }

  expect(text("errors.log")).toMatch(/^mine\nTypeError: broken\n\tat .*logging\.test\.js:\d+:\d+\)?\n[^]*Caused by: Error: why\n/);
  expect(text("errors.log")).toMatch(/\nof Node\.js\nError: ENOENT: no such file[^\n]*\n\tat /);
});

test("an edited configuration is put in force, although Jest loads no ES module", async () => {
  const file = join(folder, "logback.xml");
  const write = (level) => writeFileSync(file, `<configuration scan="true" scanPeriod="20 milliseconds"><root level="${level}"/></configuration>`);
  write("INFO");
  configureFromFile(file);

  write("DEBUG");
  for (const begin = performance.now(); !log.isDebugEnabled() && performance.now() - begin < 4_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }

  expect(log.isDebugEnabled()).toBe(true);
  await expect(import("chokidar")).rejects.toThrow("A dynamic import callback was invoked without --experimental-vm-modules");
});

test("Jest's fake timers do not keep events from the file", async () => {
  jest.useFakeTimers();
  configureFromXml(
    `<configuration>
      ${toFile("faked.log", "%msg%n").replace("</file>", "</file><immediateFlush>false</immediateFlush>")}
      <appender name="ASYNC" class="AsyncAppender"><appender-ref ref="FILE"/></appender>
      <logger name="later" additivity="false"><appender-ref ref="ASYNC"/></logger>
    </configuration>`,
  );

  log.info("at once");
  LoggerFactory.getLogger("later").info("later");
  await shutdown();
  jest.useRealTimers();

  expect(text("faked.log").split("\n").sort()).toEqual(["", "at once", "later"]);
});

test("modules that are loaded anew share their context with those before", () => {
  const list = { appenders: { LIST: { class: "ListAppender" } }, root: { level: "INFO", appenders: ["LIST"] } };
  jest.resetModules();
  const again = require("logback-node");
  configure(list);

  again.LoggerFactory.getLogger("com.acme.Cart").info("from the other copy");

  expect(LoggerFactory.getLoggerContext().findAppender("LIST").list.map(({ message }) => message)).toEqual(["from the other copy"]);
});
