import type { ConsoleAppender } from "../../src/appender/console-appender.js";
import { expect, test } from "vitest";
import { complaints, configured } from "../support/configured.js";

const TRUE = '<condition class="ExpressionPropertyCondition"><expression>true</expression></condition>';
const FALSE = '<condition class="ExpressionPropertyCondition"><expression>false</expression></condition>';

const rows = [
  { title: "then, where the condition holds", xml: `${TRUE}<if><then><logger name="t"/></then><else><logger name="e"/></else></if>`, loggers: ["t"] },
  { title: "else, where it does not", xml: `${FALSE}<if><then><logger name="t"/></then><else><logger name="e"/></else></if>`, loggers: ["e"] },
  { title: "nothing, where there is no else", xml: `${FALSE}<if><then><logger name="t"/></then></if>`, loggers: [] },
  { title: "capital letters", xml: `${TRUE}<If><Then><logger name="t"/></Then></If>`, loggers: ["t"] },
  { title: "nothing without a condition", xml: '<if><then><logger name="t"/></then><else><logger name="e"/></else></if>', loggers: [] },
  { title: "a condition once only", xml: `${TRUE}<if><then><logger name="a"/></then></if><if><then><logger name="b"/></then></if>`, loggers: ["a"] },
  { title: "what stands in no branch, always", xml: `${FALSE}<if><logger name="d"/><then><logger name="t"/></then></if>`, loggers: ["d"] },
  { title: "several branches of a kind", xml: `${TRUE}<if><then><logger name="a"/></then><then><logger name="b"/></then></if>`, loggers: ["a", "b"] },
  { title: "an inner <if> by its own condition", xml: `${TRUE}<if><then>${FALSE}<if><then><logger name="t"/></then><else><logger name="e"/></else></if></then></if>`, loggers: ["e"] },
  { title: "three levels", xml: `${TRUE}<if><then>${TRUE}<if><then>${TRUE}<if><then><logger name="t"/></then></if></then></if></then></if>`, loggers: ["t"] },
  { title: "no inner <if> without a condition of its own", xml: `${TRUE}<if><then><if><then><logger name="t"/></then></if></then></if>`, loggers: [] },
  { title: "an attribute too many, with a WARN", xml: `${TRUE}<if cond="x"><then><logger name="t"/></then></if>`, loggers: ["t"], says: "WARN Unknown attribute [cond] of <if> is ignored." },
  { title: "a branch outside, which is an ERROR", xml: '<then><logger name="t"/></then>', loggers: [], says: "ERROR Ignoring <then>: it belongs in <if>." },
];

for (const { title, xml, loggers, says } of rows) {
  test(`<if> takes ${title}`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}</configuration>`);

    expect(context.loggers.map(({ name }) => name).filter((name) => name !== "ROOT")).toEqual(loggers);
    expect(complaints(statuses).map((text) => text.replace(/logback\.xml\S+ /, ""))).toEqual(says === undefined ? [] : [says]);
  });
}

test("T3: an expression in Java is not evaluated, and the <condition> that means the same is named", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
  <if condition='property("MODE").equals("prod")'><then><logger name="t"/></then><else><logger name="e"/></else></if>
</configuration>`);

  expect(context.loggers).toHaveLength(1);
  expect(complaints(statuses)).toEqual([
    'ERROR logback.xml:2:7 The "condition" attribute of <if> is not evaluated, so neither branch counts: no code in configuration. Instead, write <condition class="ch.qos.logback.core.boolex.ExpressionPropertyCondition"><expression>propertyEquals("MODE", "prod")</expression></condition> before the <if>.',
  ]);
});

test("a <condition> decides beside such an expression too, and an empty one is none", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
  ${TRUE}<if condition='true'><then><logger name="a"/></then></if>
  ${TRUE}<if condition=''><then><logger name="b"/></then></if>
</configuration>`);

  expect(context.loggers.map(({ name }) => name)).toEqual(["ROOT", "a", "b"]);
  expect(complaints(statuses)).toEqual([expect.stringMatching(/^ERROR logback\.xml:2:\d+ The "condition" attribute of <if> is not evaluated, so only the <condition> before it counts: no code in configuration\./)]);
});

test("a property that a branch defines counts below it", () => {
  const { context, configure } = configured();

  configure(`<configuration>${TRUE}<if><then><property name="A" value="a"/></then><else><property name="A" value="b"/></else></if><property scope="context" name="OUT" value="\${A}"/></configuration>`);

  expect(context.getProperty("OUT")).toBe("a");
});

test("<if> counts at any depth of an appender, as a WARN says", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
<appender name="A" class="ConsoleAppender"><encoder>
${FALSE}<if><then><pattern>then%n</pattern></then><else><pattern>else%n</pattern></else></if></encoder></appender>
<root level="OFF"><appender-ref ref="A"/></root></configuration>`);

  expect(complaints(statuses)).toEqual([
    expect.stringMatching(/^WARN logback\.xml:3:\d+ <if> elements cannot be nested within an <appender>, <logger> or <root> element; put the whole element into the branches\. It is taken all the same\.$/),
  ]);
  expect((context.findAppender("A") as ConsoleAppender).encoder).toMatchObject({ pattern: "else%n" });
});

test("<springProfile> counts at any depth of an appender", () => {
  const { context, configure } = configured({ profiles: ["prod"] });

  configure(`<configuration><appender name="A" class="ConsoleAppender"><encoder>
<springProfile name="prod"><pattern>prod%n</pattern></springProfile><springProfile name="!prod"><pattern>other%n</pattern></springProfile></encoder></appender>
<root level="OFF"><appender-ref ref="A"/></root></configuration>`);

  expect((context.findAppender("A") as ConsoleAppender).encoder).toMatchObject({ pattern: "prod%n" });
});
