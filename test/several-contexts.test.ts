import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { ListAppender } from "../src/appender/list-appender.js";
import { Level } from "../src/core/level.js";
import type { LoggerContext } from "../src/core/logger-context.js";
import { addConfigurationListener, configure, createLoggerContext, LoggerFactory, MDC, reload, resetForTests, shutdown } from "../src/global.js";
import { complaints } from "./support/configured.js";
import { tempDir } from "./support/temp-dir.js";

afterEach(resetForTests);

const TO_LIST = { appenders: { LIST: { class: "ListAppender" } }, root: { level: "INFO", appenders: ["LIST"] } };

function messages(context: LoggerContext): string[] {
  return (context.findAppender("LIST") as ListAppender).list.map(({ formattedMessage }) => formattedMessage);
}

test("a context of its own has its own loggers, levels, appenders, name and statuses", () => {
  const audit = createLoggerContext({ name: "audit" });
  configure(TO_LIST);
  configure({ context: audit, ...TO_LIST, root: { level: "DEBUG", appenders: ["LIST"] } });

  LoggerFactory.getLogger("a").info("process");
  audit.getLogger("a").debug("audit");
  const { statuses } = configure({ context: audit, xml: "<configuration" });

  expect(messages(LoggerFactory.getLoggerContext())).toEqual(["process"]);
  expect(messages(audit)).toEqual(["audit"]);
  expect(audit.name).toBe("audit");
  expect(audit.getLogger("a")).not.toBe(LoggerFactory.getLogger("a"));
  expect(complaints(statuses)).toHaveLength(1);
  expect(audit.statusManager.statuses).toContain(statuses.find(({ level }) => level === "ERROR"));
  expect(complaints(LoggerFactory.getLoggerContext().statusManager.statuses)).toEqual([]);
});

test("contexts share the MDC of the process", () => {
  const audit = createLoggerContext();
  configure({ context: audit, ...TO_LIST });

  MDC.run({ request: "7" }, () => {
    audit.getLogger("a").info("inside");
  });

  expect((audit.findAppender("LIST") as ListAppender).list[0]?.mdc.get("request")).toBe("7");
});

test("a context that nobody configures does not look for the process's file", () => {
  const audit = createLoggerContext();

  audit.getLogger("a").error("nowhere to go");

  expect(audit.appenders).toEqual([]);
  expect(complaints(audit.statusManager.statuses)).toEqual(["WARN - No appenders present in context [default] for logger [a]."]);
});

test("each context watches its own file, reads it again by itself, and tells its own listeners", async () => {
  const folder = tempDir();
  const write = (name: string, level: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `<configuration scan="true" scanPeriod="20 milliseconds"><statusListener class="NopStatusListener"/><logger name="a" level="${level}"/></configuration>`);
    return file;
  };
  const audit = createLoggerContext();
  const told: LoggerContext[] = [];
  addConfigurationListener({ onChanged: (_result, context) => told.push(context) }, audit);
  configure({ file: write("one.xml", "INFO") });
  configure({ context: audit, file: write("two.xml", "INFO") });

  write("two.xml", "DEBUG");
  await vi.waitFor(() => { expect(audit.getLogger("a").level).toBe(Level.DEBUG); }, { timeout: 10_000 });

  expect(LoggerFactory.getLogger("a").level).toBe(Level.INFO);
  expect(told).toEqual([audit, audit]);
  expect((await reload(audit)).changes).toEqual([]);
});

test("shutdown of one context leaves the others alone, without a name it ends all of them", async () => {
  const folder = tempDir();
  const toFile = (file: string): Parameters<typeof configure>[0] => ({
    appenders: { FILE: { class: "FileAppender", file: path.join(folder, file), immediateFlush: false, encoder: { pattern: "%msg%n" } } },
    root: { level: "INFO", appenders: ["FILE"] },
  });
  const [audit, access] = [createLoggerContext(), createLoggerContext()];
  configure(toFile("process.log"));
  configure({ context: audit, ...toFile("audit.log") });
  configure({ context: access, ...toFile("access.log") });
  const loggers = [LoggerFactory.getLogger("a"), audit.getLogger("a"), access.getLogger("a")];
  for (const log of loggers) {
    log.info("one");
  }

  await shutdown(audit);
  for (const log of loggers) {
    log.info("two");
  }
  await shutdown();

  const written = ["process.log", "audit.log", "access.log"].map((file) => readFileSync(path.join(folder, file), "utf8"));
  expect(written).toEqual(["one\ntwo\n", "one\n", "one\ntwo\n"]);
  expect([audit, access].map(({ appenders }) => appenders)).toEqual([[], []]);
});

test("a buffered file of another context is written out in a process that ends", async () => {
  const file = path.join(tempDir(), "audit.log");
  const audit = createLoggerContext();
  configure({
    context: audit,
    appenders: { FILE: { class: "FileAppender", file, immediateFlush: false, encoder: { pattern: "%msg%n" } } },
    root: { level: "INFO", appenders: ["FILE"] },
  });
  const holds = vi.spyOn(LoggerFactory.getLoggerContext().drains, "holds");

  audit.getLogger("a").info("held");

  expect(audit.drains).toBe(LoggerFactory.getLoggerContext().drains);
  expect(holds).toHaveBeenCalledTimes(1);
  await shutdown(audit);
  expect(readFileSync(file, "utf8")).toBe("held\n");
});

test("packages are allowed in code and named in a file", () => {
  expect(() => configure({ packages: ["../evil"] })).toThrow(TypeError);

  const { statuses } = configure({
    packages: ["vitest"],
    packagesFrom: import.meta.url,
    xml: '<configuration><statusListener class="NopStatusListener"/><appender name="X" class="nowhere/Appender"/><root><appender-ref ref="X"/></root></configuration>',
  });

  expect(complaints(statuses)).toEqual([
    'ERROR <text>:1:59 No appender of class [nowhere/Appender] is known; it is left out. The program allows no package of this name: configure({ packages: ["nowhere"] }) would.',
  ]);
});
