import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { title: "a level in any letter case", xml: '<logger name="a" level="wArN"/>', level: "WARN" },
  { title: "a level as an element", xml: '<logger name="a"><level value="ERROR"/></logger>', level: "ERROR", says: ['WARN logback.xml:2:20 <level> is deprecated; use the attribute "level" of <logger>.'] },
  { title: "a level element without a value", xml: '<logger name="a"><level/></logger>', level: undefined, says: ['WARN logback.xml:2:20 <level> is deprecated; use the attribute "level" of <logger>.', "ERROR logback.xml:2:20 Missing attribute [value] on <level>; it is ignored."] },
  { title: "INHERITED", xml: '<logger name="a" level="inherited"/>', level: undefined },
  { title: "NULL", xml: '<logger name="a" level="NULL"/>', level: undefined },
  { title: "an empty level", xml: '<logger name="a" level=""/>', level: undefined },
  { title: "a word that is no level", xml: '<logger name="a" level="INF0"/>', level: "DEBUG", says: ['WARN logback.xml:2:20 "INF0" is not a level; DEBUG is used. Did you mean "INFO"?'] },
  { title: "the level of Object.prototype", xml: '<logger name="a" level="__proto__"/>', level: "DEBUG", says: ['WARN logback.xml:2:20 "__proto__" is not a level; DEBUG is used.'] },
  { title: "a capital first letter", xml: '<Logger name="a" level="INFO"/>', level: "INFO" },
  { title: "two elements of one logger, the last level of which wins", xml: '<logger name="a" level="INFO"/><logger name="a" level="WARN"/>', level: "WARN" },
  { title: "two elements of one logger, the last without a level", xml: '<logger name="a" level="INFO"/><logger name="a"/>', level: "INFO" },
  { title: "an element that does not belong there", xml: '<logger name="a"><levle value="INFO"/></logger>', level: undefined, says: ['WARN logback.xml:2:20 Ignoring unknown element <levle> in <logger>. Did you mean "level"?'] },
  { title: "a reference without a name", xml: '<logger name="a"><appender-ref/></logger>', level: undefined, says: ['ERROR logback.xml:2:20 Expected an attribute "ref" with the name of an appender; the reference is ignored.'] },
  { title: "an element inside a reference", xml: '<logger name="a"><appender-ref ref="LIST"><x/></appender-ref></logger>', level: undefined, says: ["WARN logback.xml:2:45 Ignoring unknown element <x> in <appender-ref>."] },
  { title: "additivity that is no truth value", xml: '<logger name="a" additivity="no"/>', level: undefined, says: ['WARN logback.xml:2:20 "no" is neither true nor false; true is used.'] },
  { title: "an attribute it does not have", xml: '<logger name="a" levle="INFO"/>', level: undefined, says: ['WARN logback.xml:2:20 Unknown attribute [levle] of <logger> is ignored. Did you mean "level"?'] },
  { title: "no name", xml: '<logger level="INFO"/>', level: undefined, says: ['ERROR logback.xml:2:3 Expected an attribute "name" on <logger>; the element is ignored.'] },
];

for (const { title, xml, level, says = [] } of rows) {
  test(`a logger with ${title} has the level ${level ?? "of the one above"}`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n  ${xml}<appender name="LIST" class="ListAppender"/><root><appender-ref ref="LIST"/></root>\n</configuration>`);

    expect(context.getLogger("a").level?.name).toBe(level);
    expect(complaints(statuses)).toEqual(says);
  });
}

test("references of several elements of one logger add up, each appender once", () => {
  const { context, configure } = configured();

  configure(`<configuration>
    <appender name="A" class="ListAppender"/><appender name="B" class="ListAppender"/>
    <logger name="a"><appender-ref ref="A"/><appender-ref ref="A"/></logger>
    <logger name="a"><Appender-Ref ref="B"/></logger>
  </configuration>`);

  expect(context.getLogger("a").appenders.map(({ name }) => name)).toEqual(["A", "B"]);
});

const roots = ["INHERITED", "null"];

for (const word of roots) {
  test(`the root logger cannot have the level ${word}: <root> is ignored whole, <logger> keeps the rest`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n<root level="${word}"><appender-ref ref="NONE"/></root>\n<logger name="root" level="${word}"/>\n</configuration>`);

    expect(context.root.level?.name).toBe("DEBUG");
    expect(complaints(statuses)).toEqual([
      `ERROR logback.xml:2:7 The level of the root logger cannot be ${word}: there is nothing above it to inherit from. This <root> is ignored with its appenders.`,
      `ERROR logback.xml:3:21 The level of the root logger cannot be ${word.toUpperCase()}: there is nothing above it to inherit from. Its level stays as it is.`,
    ]);
  });
}

test("a <springProfile> or <if> in a logger is settled before its references are read", () => {
  const { context, configure } = configured({ profiles: ["prod"] });

  const { statuses } = configure(`<configuration>
  <appender name="A" class="ListAppender"/><appender name="B" class="ListAppender"/>
  <logger name="a"><springProfile name="prod"><appender-ref ref="A"/></springProfile><springProfile name="dev"><appender-ref ref="B"/></springProfile></logger>
  <root>
    <condition class="IsPropertyNullCondition"><key>NOPE</key></condition>
    <if><then><condition class="IsPropertyDefinedCondition"><key>NOPE</key></condition><if><then/><else><appender-ref ref="B"/></else></if></then></if>
  </root>
</configuration>`);

  expect(context.getLogger("a").appenders.map(({ name }) => name)).toEqual(["A"]);
  expect(context.root.appenders.map(({ name }) => name)).toEqual(["B"]);
  expect(complaints(statuses).map((text) => text.slice(0, 60))).toEqual([
    "WARN logback.xml:6:5 <if> elements cannot be nested within a",
    "WARN logback.xml:6:88 <if> elements cannot be nested within ",
  ]);
});

test("a blank additivity says nothing: what was said before counts", () => {
  const { context, configure } = configured();

  configure('<configuration><logger name="a" additivity="false"/><logger name="a" additivity=""/><logger name="a" additivity="${NONE:- }"/></configuration>');

  expect(context.getLogger("a").additive).toBe(false);
});
