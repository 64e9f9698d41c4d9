import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { ListAppender } from "../src/appender/list-appender.js";
import { defineComponent, stringProperty } from "../src/core/component.js";
import type { TurboFilter } from "../src/core/filter.js";
import { Level } from "../src/core/level.js";
import { configure, configureFromFile, configureFromXml, LoggerFactory, MDC, registerComponent, registerConversionWord, resetForTests, shutdown } from "../src/global.js";
import { complaints } from "./support/configured.js";
import { tempDir } from "./support/temp-dir.js";

afterEach(resetForTests);

function list(): ListAppender {
  return LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender;
}

const TO_LIST = { appenders: { LIST: { class: "ListAppender" } }, root: { level: "INFO", appenders: ["LIST"] } };

test("getLogger takes a name, a class and import.meta", () => {
  class Cart {
    readonly items = 0;
  }

  expect(LoggerFactory.getLogger("com.acme").name).toBe("com.acme");
  expect(LoggerFactory.getLogger(Cart).name).toBe("Cart");
  expect(LoggerFactory.getLogger(import.meta).name).toBe("logback-node.test.global.test");
  expect(LoggerFactory.getLogger("com.acme")).toBe(LoggerFactory.getLogger("com.acme"));
});

const notLoggers = [
  { what: "an anonymous class", of: (() => class { readonly items = 0; })(), says: "expected a class with a name, got an anonymous one" },
  { what: "null", of: null, says: "expected a name, a class or import.meta, got null" },
  { what: "a number", of: 7, says: "expected a name, a class or import.meta, got number" },
];

for (const { what, of, says } of notLoggers) {
  test(`getLogger refuses ${what}`, () => {
    expect(() => LoggerFactory.getLogger(of as never)).toThrow(new TypeError(`getLogger: ${says}.`));
  });
}

test("code configures with the words of logback.xml", () => {
  const result = configure({
    contextName: "shop",
    appenders: { LIST: { class: "ListAppender", filter: { class: "ThresholdFilter", level: "WARN" } } },
    loggers: { "com.acme": { level: "DEBUG", additive: false, appenders: ["LIST"] } },
    root: { level: Level.ERROR },
  });

  LoggerFactory.getLogger("com.acme").info("below");
  LoggerFactory.getLogger("com.acme").warn("above");
  expect(complaints(result.statuses)).toEqual([]);
  expect(LoggerFactory.getLoggerContext().name).toBe("shop");
  expect(LoggerFactory.getLogger("other").effectiveLevel).toBe(Level.ERROR);
  expect(list().list.map(({ message }) => message)).toEqual(["above"]);
});

test("an appender made by the application can be given as it is", () => {
  const mine = new ListAppender("mine", LoggerFactory.getLoggerContext());

  configure({ appenders: { mine }, root: { level: "INFO", appenders: ["mine"] } });
  LoggerFactory.getLogger("a").info("here");

  expect(mine.list.map(({ message }) => message)).toEqual(["here"]);
});

test("what is wrong in code is said with its path", () => {
  const result = configure({ appenders: { LIST: { class: "ListApender" } }, root: { level: "LOUD", appenders: ["LIST"] } });

  expect(result.statuses.map(({ level, origin, message }) => `${level} ${origin}: ${message}`)).toEqual([
    'WARN configuration/root: "LOUD" is not a level; DEBUG is used.',
    'ERROR configuration/appender[LIST]: No appender of class [ListApender] is known; it is left out. Did you mean "ListAppender"?',
  ]);
});

for (const given of [null, "logback.xml", 7]) {
  test(`configure refuses ${JSON.stringify(given)}`, () => {
    expect(() => configure(given as never)).toThrow(/^configure: expected an object, such as \{ file: "logback\.xml" \}, got /);
  });
}

test("configure refuses more than one source", () => {
  expect(() => configure({ file: "a.xml", xml: "<configuration/>" })).toThrow(TypeError);
  expect(() => configure({ file: "a.xml", ...TO_LIST })).toThrow(TypeError);
});

test("options that are undefined are as good as not given", () => {
  const { applied } = configure({ xml: '<configuration><root level="ERROR"/></configuration>', appenders: undefined, root: undefined } as never);

  expect(applied).toBe(true);
  expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.ERROR);
});

test("program properties are always there and can be added", () => {
  configure({
    properties: { COLOR: "blue" },
    xml: `<configuration><property scope="context" name="ALL" value="\${COLOR} \${HOSTNAME} \${PID} \${user.home}"/></configuration>`,
  });

  expect(LoggerFactory.getLoggerContext().getProperty("ALL")).toBe(`blue ${os.hostname()} ${process.pid} ${os.homedir()}`);
});

test("Spring profiles given in code decide about springProfile, also in later configurations", () => {
  const xml = `<configuration><springProfile name="prod"><root level="ERROR"/></springProfile><springProfile name="!prod"><root level="TRACE"/></springProfile></configuration>`;

  configure({ xml, profiles: ["prod"] });
  expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.ERROR);
  configure({ xml });
  expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.ERROR);
  configure({ xml, profiles: [] });
  expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.TRACE);
});

test("a component registered in code can be named in a file", () => {
  const denied: string[] = [];
  registerComponent(
    defineComponent<{ word: ReturnType<typeof stringProperty> }, TurboFilter>({
      kind: "turboFilter",
      classNames: ["com.acme.WordFilter"],
      properties: { word: stringProperty() },
      create: ({ word }) => ({
        decide: (_marker, _logger, _level, message) => {
          if (message === undefined || word === undefined || !message.includes(word)) {
            return "NEUTRAL";
          }
          denied.push(message);
          return "DENY";
        },
      }),
    }),
  );

  configureFromXml(`<configuration>
    <turboFilter class="com.acme.WordFilter"><word>secret</word></turboFilter>
    <appender name="LIST" class="ListAppender"/>
    <root level="INFO"><appender-ref ref="LIST"/></root>
  </configuration>`);
  LoggerFactory.getLogger("a").info("a secret");
  LoggerFactory.getLogger("a").info("no news");

  expect(denied).toEqual(["a secret"]);
  expect(list().list.map(({ message }) => message)).toEqual(["no news"]);
});

test("a conversion word registered in code can be used in patterns", async () => {
  const file = path.join(tempDir(), "app.log");
  registerConversionWord("shout", ([mark = "!"]) => ({ message }) => message.toUpperCase() + mark);

  configure({
    appenders: { FILE: { class: "FileAppender", file, encoder: { pattern: "%-8shout{?}|%n" } } },
    root: { level: "INFO", appenders: ["FILE"] },
  });
  LoggerFactory.getLogger("a").info("hey");
  await shutdown();

  expect(readFileSync(file, "utf8")).toBe("HEY?    |\n");
  expect(() => {
    registerConversionWord("shout", () => () => "");
  }).toThrow(new RangeError("registerConversionWord: %shout is registered already."));
  expect(() => {
    registerConversionWord("a b", () => () => "");
  }).toThrow(TypeError);
});

test("what is no factory and no definition is refused in words", () => {
  expect(() => {
    registerConversionWord("pid", String(process.pid) as never);
  }).toThrow(new TypeError('registerConversionWord: expected a function that returns the converter of %pid, such as () => (event) => "text", got string.'));
  expect(() => {
    registerComponent({} as never);
  }).toThrow(new TypeError('registerComponent: "kind" must be a kind, such as "appender", got undefined.'));
});

test("registering a taken name is an error and replaces nothing", () => {
  const taken = defineComponent({ kind: "filter", classNames: ["ch.qos.logback.classic.filter.ThresholdFilter"], properties: {}, create: () => undefined });

  expect(() => {
    registerComponent(taken);
  }).toThrow(new RangeError('registerComponent: the filter "ch.qos.logback.classic.filter.ThresholdFilter" is registered already.'));
});

test("an edited level takes effect without a restart, a broken edit does not", async () => {
  const file = path.join(tempDir(), "logback.xml");
  const write = (level: string): void => {
    writeFileSync(
      file,
      `<configuration scan="true" scanPeriod="20 milliseconds">
        <statusListener class="NopStatusListener"/>
        <appender name="LIST" class="ListAppender"/>
        <logger name="com.acme" level="${level}"/>
        <root level="INFO"><appender-ref ref="LIST"/></root>
      </configuration>`,
    );
  };
  write("INFO");
  configureFromFile(file);
  const log = LoggerFactory.getLogger("com.acme");
  log.debug("before");

  write("DEBUG");
  await vi.waitFor(() => {
    expect(log.level).toBe(Level.DEBUG);
  }, { timeout: 10_000 });
  log.debug("after");
  writeFileSync(file, "<configuration><root level=");
  const { statusManager } = LoggerFactory.getLoggerContext();
  await vi.waitFor(() => {
    expect(statusManager.statuses.some(({ message }) => message.startsWith("Not well-formed XML"))).toBe(true);
  }, { timeout: 10_000 });
  log.debug("still");
  write("WARN");
  await vi.waitFor(() => {
    expect(log.level).toBe(Level.WARN);
  }, { timeout: 10_000 });

  expect(list().list.map(({ message }) => message)).toEqual(["after", "still"]);
});

test("an edit of scan or scanPeriod takes effect, and so does one of an included file", async () => {
  const folder = tempDir();
  const [file, part] = [path.join(folder, "logback.xml"), path.join(folder, "part.xml")];
  const write = (scan: string): void => {
    writeFileSync(file, `<configuration ${scan}><include file="${part}"/></configuration>`);
  };
  const writePart = (level: string): void => {
    writeFileSync(part, `<included><logger name="a" level="${level}"/></included>`);
  };
  const log = LoggerFactory.getLogger("a");
  writePart("INFO");
  write('scan="true" scanPeriod="10 milliseconds"');
  configureFromFile(file);

  writePart("WARN");
  await vi.waitFor(() => {
    expect(log.level).toBe(Level.WARN);
  }, { timeout: 10_000 });

  const timers = vi.spyOn(globalThis, "setInterval");
  onTestFinished(() => {
    timers.mockRestore();
  });
  write('scan="true" scanPeriod="20 milliseconds"');
  await vi.waitFor(() => {
    expect(timers.mock.calls.map(([, period]) => period)).toContain(20);
  }, { timeout: 10_000 });

  const stopped = vi.spyOn(globalThis, "clearInterval");
  onTestFinished(() => {
    stopped.mockRestore();
  });
  timers.mockClear();
  write('scan="false"');
  await vi.waitFor(() => {
    expect(stopped).toHaveBeenCalled();
  }, { timeout: 10_000 });

  expect(timers.mock.calls.map(([, period]) => period)).not.toContain(20);
});

test("a file that is missing is said, and events are not lost for it", () => {
  configure(TO_LIST);

  const result = configureFromFile("/nowhere/logback.xml");

  expect(result.applied).toBe(false);
  expect(complaints(result.statuses)).toEqual(["ERROR - Could not read the configuration file [/nowhere/logback.xml]. Nothing of it is used."]);
  LoggerFactory.getLogger("a").info("still");
  expect(list().list).toHaveLength(1);
});

test("shutdown writes out what is held, can be called twice, and configuring again goes on", async () => {
  const file = path.join(tempDir(), "app.log");
  const toFile = {
    appenders: { FILE: { class: "FileAppender", file, immediateFlush: false, encoder: { pattern: "%msg%n" } } },
    root: { level: "INFO", appenders: ["FILE"] },
  };
  configure(toFile);
  LoggerFactory.getLogger("a").info("one");

  await Promise.all([shutdown(), shutdown()]);
  expect(readFileSync(file, "utf8")).toBe("one\n");

  configure(toFile);
  LoggerFactory.getLogger("a").info("two");
  await shutdown();
  expect(readFileSync(file, "utf8")).toBe("one\ntwo\n");
});

test("the checkout's own logback.xml has nothing to complain about", () => {
  const result = configure({ file: "logback.xml", properties: { LOG_DIR: tempDir() } });

  expect(result.applied).toBe(true);
  expect(complaints(result.statuses)).toEqual([]);
});

test("MDC of the process is the one that events carry", () => {
  configure(TO_LIST);

  MDC.run({ request: "7" }, () => {
    LoggerFactory.getLogger("a").info("inside");
  });

  expect(list().list[0]?.mdc.get("request")).toBe("7");
});
