import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import type { ConfigurationResult } from "../../src/config/configurator.js";
import { Level } from "../../src/core/level.js";
import type { Logger } from "../../src/core/logger.js";
import { addConfigurationListener, configure, LoggerFactory, MDC, reload, resetForTests, shutdown } from "../../src/global.js";
import { complaints } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

afterEach(resetForTests);

/** Keeps what is wrong out of the output of the tests. */
const QUIET = '<statusListener class="NopStatusListener"/>';
const LIST = '<appender name="LIST" class="ListAppender"/>';

let folder: string;
let file: string;

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder, "logback.xml");
});

/** Writes `logback.xml`, quiet and with the attributes given. */
function write(content: string, attributes = ""): void {
  writeFileSync(file, `<configuration ${attributes}>${QUIET}${content}</configuration>`);
}

function begin(content: string, attributes = ""): ConfigurationResult {
  write(content, attributes);
  return configure({ file, baseDir: folder });
}

function logger(name = "ROOT"): Logger {
  return LoggerFactory.getLogger(name);
}

function list(): readonly string[] {
  return (LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender).list.map(({ formattedMessage }) => formattedMessage);
}

function toFile(name: string, log: string, more = ""): string {
  return `<appender name="${name}" class="FileAppender"><file>${log}</file>${more}<encoder><pattern>%msg%n</pattern></encoder></appender>`;
}

function toRoot(...names: readonly string[]): string {
  return `<root level="INFO">${names.map((name) => `<appender-ref ref="${name}"/>`).join("")}</root>`;
}

function linesOf(log: string): string[] {
  return readFileSync(path.join(folder, log), "utf8").split("\n").slice(0, -1);
}

/** Needs Linux; elsewhere nothing is found open. */
function openedFiles(): string[] {
  const descriptors = existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd") : [];
  return descriptors.flatMap((descriptor) => {
    try {
      return [readlinkSync(path.join("/proc/self/fd", descriptor))];
    } catch {
      // The one that the folder was read through.
      return [];
    }
  });
}

const edits: readonly { what: string; before: string; after: string; changes: readonly string[] }[] = [
  { what: "a level", before: '<logger name="com.acme" level="INFO"/>', after: '<logger name="com.acme" level="DEBUG"/>', changes: ["level of com.acme: INFO -> DEBUG"] },
  { what: "a logger that is gone", before: '<logger name="com.acme" level="INFO"/>', after: "", changes: ["level of com.acme: INFO -> inherited"] },
  { what: "additivity", before: '<logger name="a"/>', after: '<logger name="a" additivity="false"/>', changes: ["additivity of a: true -> false"] },
  { what: "nothing but white space and comments", before: LIST + toRoot("LIST"), after: `\n<!-- same -->${LIST}\n${toRoot("LIST")}`, changes: [] },
  {
    what: "a property of an appender",
    before: toFile("FILE", "a.log", "<bufferSize>8KB</bufferSize>") + toRoot("FILE"),
    after: toFile("FILE", "b.log", "<bufferSize>8KB</bufferSize><prudent>true</prudent>") + toRoot("FILE"),
    changes: ["appender FILE: file a.log -> b.log, prudent nothing -> true, restarted"],
  },
  { what: "an appender that comes", before: toRoot(), after: LIST + toRoot("LIST"), changes: ["appenders of ROOT: none -> LIST", "appender LIST: added"] },
  { what: "an appender that goes", before: LIST + toRoot("LIST"), after: toRoot(), changes: ["appenders of ROOT: LIST -> none", "appender LIST: removed, stopped"] },
  { what: "an appender with a new name", before: toFile("A", "a.log") + toRoot("A"), after: toFile("B", "a.log") + toRoot("B"), changes: ["appenders of ROOT: A -> B", "appender A: renamed to B, restarted"] },
  {
    what: "an appender behind another",
    before: `${toFile("FILE", "a.log")}<appender name="ASYNC" class="AsyncAppender"><appender-ref ref="FILE"/></appender>${toRoot("ASYNC")}`,
    after: `${toFile("FILE", "b.log")}<appender name="ASYNC" class="AsyncAppender"><appender-ref ref="FILE"/></appender>${toRoot("ASYNC")}`,
    changes: ["appender FILE: file a.log -> b.log, restarted", "appender ASYNC: restarted"],
  },
  {
    what: "a turbo filter",
    before: '<turboFilter class="ch.qos.logback.classic.turbo.MarkerFilter"><Marker>A</Marker></turboFilter>',
    after: '<turboFilter class="ch.qos.logback.classic.turbo.MarkerFilter"><Marker>B</Marker></turboFilter>',
    changes: ["turboFilter MarkerFilter: Marker A -> B"],
  },
  {
    what: "a <control> that comes before a listener",
    before: '<contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator"/>',
    after: '<control socket="c.sock"/><contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator"/>',
    changes: ["control: added"],
  },
  { what: "a property", before: '<property scope="context" name="REGION" value="eu"/>', after: '<property scope="context" name="REGION" value="us"/>', changes: ["property REGION eu -> us"] },
  {
    what: "a secret, without telling it",
    before: '<property scope="context" name="DB_PASSWORD" value="hunter2"/>',
    after: '<property scope="context" name="DB_PASSWORD" value="hunter3"/>',
    changes: ["property DB_PASSWORD changed"],
  },
];

for (const { what, before, after, changes } of edits) {
  test(`an edit of ${what} is said in a few words`, async () => {
    begin(before);
    write(after);

    const result = await reload();

    const said = result.statuses.map(({ message }) => message);
    expect(result.applied).toBe(true);
    expect(result.changes).toEqual(changes);
    expect(said.slice(-Math.max(1, changes.length))).toEqual(changes.length === 0 ? ["Nothing changed."] : changes);
  });
}

test("a level set at run time goes on until the file changes that logger, and then the status names it", async () => {
  begin('<logger name="a" level="INFO"/><logger name="b" level="INFO"/>');
  logger("a").setLevel("TRACE");
  logger("c").setLevel("ERROR");
  write('<logger name="a" level="INFO"/><logger name="b" level="WARN"/>');
  await reload();

  expect(["a", "b", "c"].map((name) => logger(name).level)).toEqual([Level.TRACE, Level.WARN, Level.ERROR]);

  write('<logger name="a" level="WARN"/><logger name="b" level="WARN"/>');
  const { changes } = await reload();

  expect(logger("a").level).toBe(Level.WARN);
  expect(changes).toEqual(["level of a: INFO -> WARN, in place of TRACE, which was set at run time"]);
});

test("a property that the file no longer defines is gone, also for the file itself", async () => {
  begin('<property scope="context" name="SHADE" value="blue"/>');
  write('<property scope="context" name="SEEN" value="${SHADE:-none}"/>');

  await reload();

  const context = LoggerFactory.getLoggerContext();
  expect([context.getProperty("SHADE"), context.getProperty("SEEN")]).toEqual([undefined, "none"]);
});

test.each(["context", "system"])("what a pattern prints of a property with the scope %s is new when the property is", async (scope) => {
  const withRegion = (region: string): string =>
    `<property scope="${scope}" name="REGION" value="${region}"/><appender name="FILE" class="FileAppender"><file>app.log</file><encoder><pattern>%property{REGION} %msg%n</pattern></encoder></appender>${toRoot("FILE")}`;
  begin(withRegion("eu"));
  logger().info("one");
  write(withRegion("us"));
  await reload();
  logger().info("two");
  await shutdown();

  expect(linesOf("app.log")).toEqual(["eu one", "us two"]);
});

test("numbers of events go on across a reload", async () => {
  const numbered = (level: string): string => `<sequenceNumberGenerator class="BasicSequenceNumberGenerator"/>${LIST}${toRoot("LIST")}<logger name="a" level="${level}"/>`;
  begin(numbered("INFO"));
  logger().info("one");
  write(numbered("DEBUG"));
  await reload();

  logger().info("two");

  const appender = LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender;
  expect(appender.list.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2]);
});

const refusals: readonly { title: string; after: string; part?: string; position: string; says: RegExp }[] = [
  { title: "is not well-formed", after: "<root", position: ":1:", says: /^Not well-formed XML: .*Nothing of this file is used\.$/ },
  { title: "includes a file that is not well-formed", after: '<include file="part.xml"/>', part: "<included>\n<logger", position: "part.xml:2:", says: /Not well-formed XML/ },
  {
    title: "has no appender that could be started, where there was output",
    after: `${toFile("FILE", "blocked/app.log")}${toRoot("FILE")}`,
    position: ":1:",
    says: /^Without the appender \[FILE\], which could not be started, logger \[ROOT\] would have no output; so nothing of \[.*logback\.xml\] is put in force, and the configuration before goes on\.$/,
  },
  {
    title: "leaves a queue with nothing behind it",
    after: `${toFile("FILE", "blocked/app.log")}<appender name="ASYNC" class="AsyncAppender"><appender-ref ref="FILE"/></appender>${toRoot("ASYNC")}`,
    position: ":1:",
    says: /^Without the appender \[ASYNC\]/,
  },
  { title: "names an unknown class for the only appender", after: `<appender name="X" class="com.acme.Unknown"/>${toRoot("X")}`, position: ":1:", says: /^Without the appender \[X\]/ },
  {
    title: "leaves one logger that keeps to itself without output",
    after: `${LIST}${toFile("FILE", "blocked/app.log")}${toRoot("LIST")}<logger name="audit" additivity="false"><appender-ref ref="FILE"/></logger>`,
    position: ":1:",
    says: /logger \[audit\] would have no output/,
  },
];

for (const { title, after, part, position, says } of refusals) {
  test(`a file that ${title} leaves everything as it is and says so with its place`, async () => {
    writeFileSync(path.join(folder, "blocked"), "in the way of the folder");
    begin(`${LIST}${toRoot("LIST")}<logger name="a" level="WARN"/>`);
    const before = LoggerFactory.getLoggerContext().appenders;
    if (part !== undefined) {
      writeFileSync(path.join(folder, "part.xml"), part);
    }
    write(`${after}<logger name="a" level="DEBUG"/>`);

    const result = await reload();
    logger().info("goes on");

    const reasons = result.statuses.filter(({ level, message, position: at }) => level === "ERROR" && says.test(message) && `${at?.file ?? ""}:${at?.line ?? 0}:`.includes(position));
    expect(result.applied).toBe(false);
    expect(reasons).toHaveLength(1);
    expect(logger("a").level).toBe(Level.WARN);
    expect(LoggerFactory.getLoggerContext().appenders).toEqual(before);
    expect(list()).toEqual(["goes on"]);
  });
}

test("what a refused configuration had started is stopped again", async () => {
  writeFileSync(path.join(folder, "blocked"), "");
  begin(`${LIST}${toRoot("LIST")}`);
  write(`${toFile("NEW", "new.log")}${toFile("FILE", "blocked/app.log")}${toRoot("FILE")}<logger name="b"><appender-ref ref="NEW"/></logger>`);

  const result = await reload();
  await result.settled;

  expect(result.applied).toBe(false);
  expect(existsSync(path.join(folder, "new.log"))).toBe(true);
  expect(openedFiles().filter((opened) => opened.startsWith(folder))).toEqual([]);
  expect(LoggerFactory.getLoggerContext().findAppender("NEW")).toBe(undefined);
});

test("an appender that cannot be started costs only itself where another one is left", async () => {
  writeFileSync(path.join(folder, "blocked"), "");
  begin(`${LIST}${toRoot("LIST")}`);
  write(`${LIST}${toFile("FILE", "blocked/app.log")}${toRoot("LIST", "FILE")}`);

  const result = await reload();
  logger().info("here");

  expect(result.applied).toBe(true);
  expect(complaints(result.statuses)).toHaveLength(1);
  expect(list()).toEqual(["here"]);
});

test("appenders that exchange their files lose nothing, in order and without a line in the wrong place", async () => {
  const both = (a: string, b: string): string =>
    `${toFile("A", a, "<immediateFlush>false</immediateFlush>")}${toFile("B", b, "<immediateFlush>false</immediateFlush>")}<logger name="a"><appender-ref ref="A"/></logger><logger name="b"><appender-ref ref="B"/></logger>`;
  begin(both("one.log", "two.log"));
  logger("a").info("a1");
  logger("b").info("b1");
  write(both("two.log", "one.log"));

  const { changes } = await reload();
  logger("a").info("a2");
  logger("b").info("b2");
  await shutdown();

  expect(changes).toEqual(["appender A: file one.log -> two.log, restarted", "appender B: file two.log -> one.log, restarted"]);
  expect(linesOf("one.log")).toEqual(["a1", "b2"]);
  expect(linesOf("two.log")).toEqual(["b1", "a2"]);
});

test("an appender with a new name goes on in its file", async () => {
  begin(toFile("OLD", "app.log", "<immediateFlush>false</immediateFlush>") + toRoot("OLD"));
  logger().info("one");
  write(toFile("NEW", "app.log", "<immediateFlush>false</immediateFlush>") + toRoot("NEW"));

  await reload();
  logger().info("two");
  await shutdown();

  expect(linesOf("app.log")).toEqual(["one", "two"]);
});

test("an appender that code attached is taken off and stopped by a reload, which says so", async () => {
  begin(LIST + toRoot("LIST"));
  const mine = new ListAppender("MINE", LoggerFactory.getLoggerContext());
  mine.start();
  logger("com.acme").addAppender(mine);

  const result = await reload();

  expect(complaints(result.statuses)).toEqual(["WARN - Appender [MINE], which code attached to logger [com.acme], is taken off and stopped by the new configuration."]);
  expect(mine.isStarted).toBe(false);
});

test("listeners are told of every configuration, good and bad, until they are removed", async () => {
  const told: string[] = [];
  const remove = addConfigurationListener({
    onChanged: ({ changes }, context) => {
      told.push(`${context.name}: ${changes.join()}`);
    },
    onFailed: ({ worstStatus }) => {
      told.push(`failed: ${worstStatus}`);
    },
  });
  begin('<logger name="a" level="INFO"/>');
  write('<logger name="a" level="DEBUG"/>');
  await reload();
  writeFileSync(file, "<configuration");
  await reload();
  remove();
  write("");
  await reload();

  expect(told).toEqual(["default: ", "default: level of a: INFO -> DEBUG", "failed: ERROR"]);
});

test("a listener that fails is said, and the configuration is in force", () => {
  addConfigurationListener({
    onChanged: () => {
      throw new Error("mine");
    },
  });

  begin(LIST + toRoot("LIST"));
  logger().info("here");

  const { statuses } = LoggerFactory.getLoggerContext().statusManager;
  expect(complaints(statuses)).toEqual(["ERROR - A configuration listener failed."]);
  expect(list()).toEqual(["here"]);
});

test("without a configuration there is nothing to read again", async () => {
  const result = await reload();

  expect(result.applied).toBe(false);
  expect(LoggerFactory.getLoggerContext().statusManager.statuses.map(({ message }) => message)).toEqual(["There is no configuration that could be read again."]);
});

test("the file that is found for the process, broken, does not take the place of what is in force", () => {
  begin(LIST + toRoot("LIST"));
  const found = path.join(folder, "found.xml");
  writeFileSync(found, "<configuration");
  vi.stubEnv("LOGBACK_CONFIGURATION_FILE", found);

  const result = configure();
  vi.unstubAllEnvs();
  logger().info("goes on");

  expect(result.applied).toBe(false);
  expect(list()).toEqual(["goes on"]);
});

test("a file that was broken at the start can be mended and read again", async () => {
  writeFileSync(file, "<configuration");
  vi.stubEnv("LOGBACK_CONFIGURATION_FILE", file);
  configure();
  vi.unstubAllEnvs();
  const atTheStart = LoggerFactory.getLoggerContext().appenders.map(({ name }) => name);
  write(LIST + toRoot("LIST"));

  const { applied } = await reload();
  logger().info("here");

  expect(atTheStart).toEqual(["console"]);
  expect(applied).toBe(true);
  expect(list()).toEqual(["here"]);
});

test("a file that is half written when it is looked at is read again before anything is said", async () => {
  const done = `<configuration>${QUIET}<logger name="a" level="DEBUG"/></configuration>`;
  begin("");
  writeFileSync(file, done.slice(0, 40));
  const reloading = reload();
  setImmediate(() => {
    appendFileSync(file, done.slice(40));
  });

  const result = await reloading;

  expect(result.applied).toBe(true);
  expect(logger("a").level).toBe(Level.DEBUG);
  expect(complaints(LoggerFactory.getLoggerContext().statusManager.statuses)).toEqual([]);
});

test("an included file that is emptied for longer is not taken for its new content", async () => {
  const part = path.join(folder, "part.xml");
  writeFileSync(part, `<included>${LIST}${toRoot("LIST")}</included>`);
  begin('<include file="part.xml"/>');
  writeFileSync(part, "");

  const result = await reload();
  logger().info("goes on");

  expect(complaints(result.statuses)).toEqual([`ERROR - The included file [${part}] is broken, so nothing of [${file}] is put in force; the configuration before goes on.`]);
  expect(list()).toEqual(["goes on"]);
});

test("the end does not wait for a reload that waits, and that reload does nothing any more", async () => {
  begin(LIST + toRoot("LIST"));
  writeFileSync(file, "");
  const reloading = reload();
  const ending = shutdown();
  write('<logger name="a" level="DEBUG"/>');

  const result = await reloading;
  await ending;

  expect(result.applied).toBe(false);
  expect(LoggerFactory.getLoggerContext().appenders).toEqual([]);
  expect(logger("a").level).toBe(undefined);
});

test("a configuration that is made while a reload waits is not undone by it", async () => {
  begin(LIST + toRoot("LIST"));
  writeFileSync(file, "");
  const reloading = reload();
  await Promise.resolve();
  configure({ xml: `<configuration>${QUIET}<logger name="a" level="ERROR"/></configuration>` });
  write('<logger name="a" level="DEBUG"/>');

  await reloading;

  expect(logger("a").level).toBe(Level.ERROR);
});

test("a configuration made right after shutdown stays in force", async () => {
  begin(LIST + toRoot("LIST"));

  const ending = shutdown();
  begin(LIST + toRoot("LIST"));
  await ending;
  logger().info("here");

  expect(list()).toEqual(["here"]);
});

test("levels set and events logged in the middle of reloads are kept", async () => {
  begin(LIST + toRoot("LIST"));
  const reloads = Array.from({ length: 5 }, () => reload());
  logger("a").setLevel("TRACE");
  logger("a").trace("in between");
  await Promise.all(reloads);
  logger("a").trace("after");

  expect(list()).toEqual(["in between", "after"]);
});

/** Ways to change files that no system announces, or not in one piece: the poll sees them. */
const swaps: readonly { how: string; prepare: () => void; swap: () => void }[] = [
  {
    how: "a ConfigMap, whose `..data` is pointed elsewhere",
    prepare: () => {
      for (const [version, level] of [["..1", "INFO"], ["..2", "DEBUG"]] as const) {
        mkdirSync(path.join(folder, version));
        writeFileSync(path.join(folder, version, "logback.xml"), scanned(`<logger name="a" level="${level}"/>`));
      }
      symlinkSync("..1", path.join(folder, "..data"));
      symlinkSync("..data/logback.xml", file);
    },
    swap: () => {
      symlinkSync("..2", path.join(folder, "..data_tmp"));
      renameSync(path.join(folder, "..data_tmp"), path.join(folder, "..data"));
    },
  },
  {
    how: "a properties file",
    prepare: () => {
      writeFileSync(path.join(folder, "levels.properties"), "LEVEL=INFO");
      writeFileSync(file, scanned('<property file="levels.properties"/><logger name="a" level="${LEVEL}"/>'));
    },
    swap: () => {
      writeFileSync(path.join(folder, "levels.properties"), "LEVEL=DEBUG");
    },
  },
  {
    how: "an included file in a folder that comes later",
    prepare: () => {
      writeFileSync(file, scanned('<include file="later/part.xml" optional="true"/>'));
    },
    swap: () => {
      mkdirSync(path.join(folder, "later"));
      writeFileSync(path.join(folder, "later/part.xml"), '<included><logger name="a" level="DEBUG"/></included>');
    },
  },
  {
    how: "a file that is deleted and made again",
    prepare: () => {
      writeFileSync(file, scanned('<logger name="a" level="INFO"/>'));
    },
    swap: () => {
      unlinkSync(file);
      writeFileSync(file, scanned('<logger name="a" level="DEBUG"/>'));
    },
  },
];

function scanned(content: string): string {
  return `<configuration scan="true" scanPeriod="20 milliseconds">${QUIET}${content}</configuration>`;
}

for (const { how, prepare, swap } of swaps) {
  test(`${how}: the change is noticed`, async () => {
    prepare();
    configure({ file, baseDir: folder });
    expect(logger("a").level).not.toBe(Level.DEBUG);

    swap();

    await vi.waitFor(() => { expect(logger("a").level).toBe(Level.DEBUG); }, { timeout: 10_000 });
  });
}

test("an appender of the application's own that fails to write out what it holds does not keep a reload from its work", async () => {
  const mine = Object.assign(new ListAppender("MINE", LoggerFactory.getLoggerContext()), {
    drain: () => {
      throw new Error("mine");
    },
  });
  configure({ appenders: { mine }, root: { appenders: ["mine"] } });
  write(`${LIST}${toRoot("LIST")}`);

  const { applied, statuses } = configure({ file, baseDir: folder });
  logger().info("here");

  expect(applied).toBe(true);
  expect(complaints(statuses)).toEqual(["ERROR - The appender [MINE] failed to write out what it holds."]);
  expect(mine.isStarted).toBe(false);
  expect(list()).toEqual(["here"]);
});

test("an edit is put in force outside of the request in which the file was first read", async () => {
  writeFileSync(file, scanned('<logger name="a" level="INFO"/>'));
  const requests: unknown[] = [];
  addConfigurationListener({ onChanged: () => requests.push(MDC.get("request")) });

  MDC.run({ request: "7" }, () => {
    configure({ file });
  });
  writeFileSync(file, scanned('<logger name="a" level="DEBUG"/>'));
  await vi.waitFor(() => { expect(logger("a").level).toBe(Level.DEBUG); }, { timeout: 10_000 });

  expect(requests).toEqual(["7", undefined]);
});

test("a file that is included by a text from code is watched, too", async () => {
  const part = path.join(folder, "part.xml");
  writeFileSync(part, '<included><logger name="a" level="INFO"/></included>');
  const { files } = configure({ xml: scanned(`<include file="${part}"/>`) });

  writeFileSync(part, '<included><logger name="a" level="DEBUG"/></included>');

  expect(files).toEqual([part]);
  await vi.waitFor(() => { expect(logger("a").level).toBe(Level.DEBUG); }, { timeout: 10_000 });
});

test("a refused edit is still watched, and the next one that is right takes effect", async () => {
  writeFileSync(file, scanned('<logger name="a" level="INFO"/>'));
  configure({ file, baseDir: folder });
  const failed = vi.fn();
  addConfigurationListener({ onFailed: failed });
  writeFileSync(path.join(folder, "part.xml"), "<included");
  writeFileSync(file, scanned('<include file="part.xml"/>'));
  await vi.waitFor(() => { expect(failed).toHaveBeenCalledTimes(1); }, { timeout: 10_000 });

  writeFileSync(path.join(folder, "part.xml"), '<included><logger name="a" level="DEBUG"/></included>');

  await vi.waitFor(() => { expect(logger("a").level).toBe(Level.DEBUG); }, { timeout: 10_000 });
  expect(failed).toHaveBeenCalledTimes(1);
});

test("a working directory that was removed does not matter", async () => {
  begin(LIST + toRoot("LIST"));
  const cwd = vi.spyOn(process, "cwd").mockImplementation(() => {
    throw new Error("ENOENT: no such file or directory, uv_cwd");
  });
  write(`${LIST}${toRoot("LIST")}<logger name="a" level="ERROR"/>`);

  const { changes } = await reload().finally(() => {
    cwd.mockRestore();
  });

  expect(changes).toEqual(["level of a: inherited -> ERROR"]);
});

test("stopping the context itself ends the watch, too", async () => {
  writeFileSync(file, scanned('<logger name="a" level="INFO"/>'));
  configure({ file, baseDir: folder });
  await LoggerFactory.getLoggerContext().stop();
  rmSync(file);

  expect((await reload()).applied).toBe(false);
});
