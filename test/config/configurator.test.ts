import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ListAppender } from "../../src/appender/list-appender.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { Level } from "../../src/core/level.js";
import { complaints, configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const LIST = `<appender name="LIST" class="ch.qos.logback.core.read.ListAppender"/>`;

function list(context: LoggerContext, name = "LIST"): ListAppender {
  return context.findAppender(name) as ListAppender;
}

function messages(context: LoggerContext, name = "LIST"): string[] {
  return list(context, name).list.map((event) => event.formattedMessage);
}

test("levels, additivity and references are those of the file", () => {
  const { context, configure } = configured();

  const result = configure(`<configuration>
    ${LIST}
    <logger name="com.acme" level="DEBUG" additivity="false"><appender-ref ref="LIST"/></logger>
    <root level="warn"/>
  </configuration>`);

  expect(complaints(result.statuses)).toEqual([]);
  expect(context.root.level).toBe(Level.WARN);
  expect(context.getLogger("com.acme.Cart").effectiveLevel).toBe(Level.DEBUG);
  expect(context.getLogger("com.acme").additive).toBe(false);
  context.getLogger("com.acme.Cart").debug("seen");
  context.getLogger("org.other").warn("not seen");
  expect(messages(context)).toEqual(["seen"]);
});

test("an appender may be defined below the logger that refers to it", () => {
  const { context, configure } = configured();

  const result = configure(`<configuration><root level="INFO"><appender-ref ref="LIST"/></root>${LIST}</configuration>`);

  context.root.info("here");
  expect(complaints(result.statuses)).toEqual([]);
  expect(messages(context)).toEqual(["here"]);
});

test("an appender that nobody refers to is not made, so its file is not opened", () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });

  const result = configure(`<configuration>
  <appender name="FILE" class="FileAppender"><file>unused.log</file><encoder><pattern>%msg%n</pattern></encoder></appender>
  <root level="INFO"/>
</configuration>`);

  expect(complaints(result.statuses)).toEqual(["WARN logback.xml:2:3 Appender named [FILE] is not referenced; it is not made."]);
  expect(context.appenders).toEqual([]);
  expect(existsSync(path.join(folder, "unused.log"))).toBe(false);
});

test("properties come from the file, then the context, the program and the environment", () => {
  const { context, configure } = configured({ properties: { P: "program", E: "program" }, environment: { E: "environment", ONLY: "environment" } });
  context.putProperty("P", "context");

  configure(`<configuration>
    <property name="OWN" value="file"/>
    <property scope="context" name="ALL" value="\${OWN} \${P} \${E} \${ONLY} \${NONE:-default} \${UNKNOWN}"/>
  </configuration>`);

  expect(context.getProperty("ALL")).toBe("file context program environment default UNKNOWN_IS_UNDEFINED");
  expect(context.getProperty("OWN")).toBe(undefined);
});

test("a filter inside an appender decides for that appender", () => {
  const { context, configure } = configured();

  configure(`<configuration>
    <appender name="LIST" class="ListAppender">
      <filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>WARN</level></filter>
    </appender>
    <root level="DEBUG"><appender-ref ref="LIST"/></root>
  </configuration>`);
  context.root.info("below");
  context.root.error("above");

  expect(messages(context)).toEqual(["above"]);
});

const broken = [
  {
    title: "an appender of an unknown class",
    xml: `<configuration>
  <appender name="X" class="ch.qos.logback.core.ConsolAppender"/>
  ${LIST}
  <root level="INFO"><appender-ref ref="X"/><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ['ERROR logback.xml:2:3 No appender of class [ch.qos.logback.core.ConsolAppender] is known; it is left out. Did you mean "ch.qos.logback.core.ConsoleAppender"?'],
  },
  {
    title: "a reference to nothing",
    xml: `<configuration>${LIST}
  <root level="INFO"><appender-ref ref="LISTE"/><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ['ERROR logback.xml:2:22 Could not find an appender named [LISTE]; the reference is ignored. Did you mean "LIST"?'],
  },
  {
    title: "an unknown element",
    xml: `<configuration>${LIST}
  <loger name="a"/>
  <root level="INFO"><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ['ERROR logback.xml:2:3 Ignoring unknown element <loger>. Did you mean "logger"?'],
  },
  {
    title: "an unknown attribute",
    xml: `<configuration>${LIST}
  <root levle="INFO" level="INFO"><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ['WARN logback.xml:2:9 Unknown attribute [levle] of <root> is ignored. Did you mean "level"?'],
  },
  {
    title: "a word that is no level",
    xml: `<configuration>${LIST}
  <root level="FATAL"><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ['WARN logback.xml:2:9 "FATAL" is not a level; DEBUG is used. Did you mean "ERROR"?'],
  },
  {
    title: "a filter without its level",
    xml: `<configuration>
  <appender name="LIST" class="ListAppender">
    <filter class="ThresholdFilter"/>
  </appender>
  <root level="INFO"><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ["ERROR logback.xml:3:5 No level is set for this ThresholdFilter; it denies nothing."],
  },
  {
    title: "a property that the appender does not have",
    xml: `<configuration>
  <appender name="LIST" class="ListAppender">
    <fliter class="ThresholdFilter"/>
  </appender>
  <root level="INFO"><appender-ref ref="LIST"/></root>
</configuration>`,
    says: ['WARN logback.xml:3:5 Ignoring unknown property [fliter] in [ch.qos.logback.core.read.ListAppender]. Did you mean "filter"?'],
  },
];

for (const { title, xml, says } of broken) {
  test(`${title} is said with its place, and the rest works`, () => {
    const { context, configure } = configured();

    const result = configure(xml);

    expect(complaints(result.statuses)).toEqual(says);
    context.root.info("still here");
    expect(messages(context)).toEqual(["still here"]);
  });
}

test("a file that is not well-formed changes nothing and says where it breaks", () => {
  const { context, configure } = configured();
  configure(`<configuration>${LIST}<root level="WARN"><appender-ref ref="LIST"/></root></configuration>`);

  const result = configure(`<configuration>\n  <root level="INFO">\n</configuration>`);

  expect(result.applied).toBe(false);
  expect(complaints(result.statuses)[0]).toMatch(/^ERROR logback\.xml:3:\d+ Not well-formed XML: /);
  expect(context.root.level).toBe(Level.WARN);
  context.root.warn("goes on");
  expect(messages(context)).toEqual(["goes on"]);
});

test("an appender that did not change goes on across a reload, with what it holds", () => {
  const { context, configure } = configured();
  const xml = (level: string): string => `<configuration>${LIST}<root level="${level}"><appender-ref ref="LIST"/></root></configuration>`;
  configure(xml("INFO"));
  const before = list(context);
  context.root.info("first");

  configure(xml("DEBUG"));
  context.root.debug("second");

  expect(list(context)).toBe(before);
  expect(messages(context)).toEqual(["first", "second"]);
});

test("an appender that changed is replaced and the old one stopped", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  const xml = (pattern: string): string => `<configuration>
    <appender name="FILE" class="FileAppender"><file>app.log</file><encoder><pattern>${pattern}</pattern></encoder></appender>
    <root level="INFO"><appender-ref ref="FILE"/></root>
  </configuration>`;
  configure(xml("old %msg%n"));
  const before = context.findAppender("FILE");
  context.root.info("one");

  const result = configure(xml("new %msg%n"));
  context.root.info("two");
  await result.settled;

  expect(complaints(result.statuses)).toEqual([]);
  expect(before?.isStarted).toBe(false);
  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("old one\nnew two\n");
});

test("a level set at run time survives a reload unless the file changes that logger", () => {
  const { context, configure } = configured();
  const xml = (acme: string): string => `<configuration><logger name="com.acme" level="${acme}"/><root level="INFO"/></configuration>`;
  configure(xml("INFO"));
  context.getLogger("com.acme").setLevel("TRACE");
  context.getLogger("org.other").setLevel("ERROR");

  configure(xml("INFO"));
  expect(context.getLogger("com.acme").level).toBe(Level.TRACE);
  expect(context.getLogger("org.other").level).toBe(Level.ERROR);

  configure(xml("WARN"));
  expect(context.getLogger("com.acme").level).toBe(Level.WARN);
});

test("of two appenders with the same file the second is left out", () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });

  const result = configure(`<configuration>
    <appender name="A" class="FileAppender"><file>same.log</file><encoder><pattern>%msg%n</pattern></encoder></appender>
    <appender name="B" class="FileAppender"><file>same.log</file><encoder><pattern>%msg%n</pattern></encoder></appender>
    <root level="INFO"><appender-ref ref="A"/><appender-ref ref="B"/></root>
  </configuration>`);

  expect(context.findAppender("A")?.isStarted).toBe(true);
  expect(context.findAppender("B")).toBe(undefined);
  expect(result.worstStatus).toBe("ERROR");
});

test("OnConsoleStatusListener prints what came before it and all that follows", () => {
  const { context, configure, printed } = configured();

  configure(`<configuration>
    <root level="nonsense"/>
    <statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener"/>
  </configuration>`);
  context.statusManager.info("later", { origin: "test" });

  expect(printed.map((line) => line.replace(/^\S+ /, ""))).toEqual([
    '|-WARN in configuration/root - "nonsense" is not a level; DEBUG is used. (logback.xml:2:11)',
    "|-INFO in test - later",
  ]);
});

test("a root element of another name is refused, and what is in force stays", () => {
  const { context, configure } = configured();
  configure(`<configuration>${LIST}<root level="WARN"><appender-ref ref="LIST"/></root></configuration>`);

  const result = configure(`<logging><root level="INFO"/></logging>`);

  expect(result.worstStatus).toBe("ERROR");
  expect(result.applied).toBe(false);
  expect(context.root.level).toBe(Level.WARN);
});

test("conversionRule binds words of Spring Boot, Play and Lagom for all patterns of the file", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });

  const result = configure(`<configuration>
    <conversionRule conversionWord="clr" class="org.springframework.boot.logging.logback.ColorConverter"/>
    <conversionRule conversionWord="coloredLevel" class="play.api.libs.logback.ColoredLevel"/>
    <conversionRule conversionWord="lagomLevel" class="com.lightbend.lagom.internal.logback.ColoredLevel"/>
    <appender name="FILE" class="FileAppender"><file>app.log</file><encoder><pattern>%clr(%msg){red} %coloredLevel %lagomLevel%n</pattern></encoder></appender>
    <root level="INFO"><appender-ref ref="FILE"/></root>
  </configuration>`);
  context.root.warn("hot");
  await context.stop();

  expect(complaints(result.statuses)).toEqual([]);
  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("\x1b[31mhot\x1b[0;39m [\x1b[33mwarn\x1b[0m] [\x1b[33mwarn\x1b[0m]\n");
});

test("conversionRule with an unknown class, without a word, or with the old attribute says so", () => {
  const { configure } = configured();

  const result = configure(`<configuration>
  <conversionRule conversionWord="a" class="com.acme.Missing"/>
  <conversionRule class="ch.qos.logback.classic.pattern.LevelConverter"/>
  <conversionRule conversionWord="b" converterClass="ch.qos.logback.classic.pattern.LevelConverter"/>
</configuration>`);

  expect(complaints(result.statuses)).toEqual([
    "ERROR logback.xml:2:3 No converter of class [com.acme.Missing] is known; it is left out.",
    'ERROR logback.xml:3:3 Expected an attribute "conversionWord" on <conversionRule>; the rule is ignored.',
    "WARN logback.xml:4:38 [converterClass] attribute is deprecated and replaced by [class].",
  ]);
});

test("neutralise on the configuration escapes what comes from data, in every pattern that does not say otherwise", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  const appender = (name: string, more: string): string =>
    `<appender name="${name}" class="FileAppender"><file>${name}.log</file><encoder><pattern>%msg%n</pattern>${more}</encoder></appender>`;

  configure(`<configuration neutralise="true">
    ${appender("safe", "")}${appender("raw", "<neutralise>false</neutralise>")}
    <root level="INFO"><appender-ref ref="safe"/><appender-ref ref="raw"/></root>
  </configuration>`);
  context.root.info("{}", "bob\nforged");
  await context.stop();

  expect(readFileSync(path.join(folder, "safe.log"), "utf8")).toBe("bob\\nforged\n");
  expect(readFileSync(path.join(folder, "raw.log"), "utf8")).toBe("bob\nforged\n");
});

test("a mistake in a pattern is said with its line and column, and the rest of the pattern is printed", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });

  const result = configure(`<configuration>
  <appender name="FILE" class="FileAppender">
    <file>app.log</file>
    <encoder>
      <pattern>%level %mesage %msg%n</pattern>
    </encoder>
  </appender>
  <root level="INFO"><appender-ref ref="FILE"/></root>
</configuration>`);
  context.root.info("here");
  await context.stop();

  expect(complaints(result.statuses)[0]).toMatch(/^ERROR logback\.xml:5:23 There is no conversion word "%mesage"; did you mean "%message"\?/);
  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("INFO %PARSER_ERROR[mesage] here\n");
});

test("an appender that cannot be started is said with its place", () => {
  const { configure } = configured();

  const { statuses } = configure(`<configuration>
  <appender name="F" class="FileAppender">
    <file>/dev/null/app.log</file>
    <encoder><pattern>%msg%n</pattern></encoder>
  </appender>
  <root><appender-ref ref="F"/></root>
</configuration>`);

  expect(complaints(statuses)).toEqual(["ERROR logback.xml:2:3 Appender [F] could not be started; its events are not written."]);
});
