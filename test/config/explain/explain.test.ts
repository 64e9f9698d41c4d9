import { expect, test } from "vitest";
import { explainConfiguration } from "../../../src/config/explain/explain.js";
import { explainEvent } from "../../../src/config/explain/event.js";
import { defineComponent } from "../../../src/core/component.js";
import type { Filter } from "../../../src/core/filter.js";
import { Level } from "../../../src/core/level.js";
import { surveyed, withAppender } from "../../support/checks.js";
import { SOME_TIME } from "../../support/events.js";

const EVENT = { loggerName: "com.acme.Orders", message: "paid", timestamp: SOME_TIME };

test("a level that nobody wrote has no place", () => {
  const { loggers } = explainConfiguration(surveyed("<configuration/>"), EVENT);

  expect(loggers).toEqual([{ name: "ROOT", depth: 0, effectiveLevel: "DEBUG", levelFrom: "ROOT", levelPosition: undefined, additive: true, appenders: [] }]);
});

test("the last element with a level is where the level comes from", () => {
  const { loggers } = explainConfiguration(surveyed('<configuration>\n<logger name="a" level="INFO"/>\n<logger name="a" level="WARN"/>\n<logger name="a"/></configuration>'), EVENT);

  expect(loggers[1]).toMatchObject({ effectiveLevel: "WARN", levelPosition: { file: "logback.xml", line: 3, column: 1 } });
});

test("files of a sifting appender keep the variable that only events define", () => {
  const xml = withAppender(
    "SiftingAppender",
    '<discriminator class="MDCBasedDiscriminator"><key>user</key><defaultValue>none</defaultValue></discriminator><sift><appender name="x" class="FileAppender"><file>${DIR:-/logs}/${user}.log</file></appender></sift>',
  );

  expect(explainConfiguration(surveyed(xml), EVENT).appenders[0]?.files).toEqual(["/logs/${user}.log"]);
});

test("the example has the first level that the filters let pass", () => {
  const xml = withAppender("ConsoleAppender", '<filter class="LevelFilter"><level>DEBUG</level><onMismatch>DENY</onMismatch></filter><encoder><pattern>%level %msg%n</pattern></encoder>');

  expect(explainConfiguration(surveyed(xml), EVENT).appenders[0]).toMatchObject({ filters: ["LevelFilter"], example: "DEBUG paid" });
});

test("a filter of the application's own that throws lets nothing pass, and explaining goes on", () => {
  const broken = defineComponent({
    kind: "filter",
    classNames: ["com.acme.Broken"],
    properties: {},
    create: (): Filter => ({
      decide: () => {
        throw new Error("broken");
      },
    }),
  });
  const configuration = surveyed(withAppender("ListAppender", '<filter class="com.acme.Broken"/>'), { more: [broken] });

  expect(explainConfiguration(configuration, EVENT).appenders[0]?.name).toBe("A");
  expect(explainEvent(configuration, { ...EVENT, level: Level.INFO }).appenders).toMatchObject([{ name: "A", isPrinted: false, filters: [{ reply: "DENY" }] }]);
});

test("neither the pattern nor the example shows a secret", () => {
  const xml = `<configuration><property name="API_KEY" value="sesame"/>
    <appender name="A" class="ConsoleAppender"><encoder><pattern>\${API_KEY} %msg%n</pattern></encoder></appender><root><appender-ref ref="A"/></root></configuration>`;

  expect(explainConfiguration(surveyed(xml), EVENT).appenders[0]).toMatchObject({ pattern: "(not shown) %msg%n", example: "(not shown) paid" });
});
