import { expect, test } from "vitest";
import { complaints, configured } from "../support/configured.js";

const FALSE = '<condition class="ExpressionPropertyCondition"><expression>false</expression></condition>';

const rows = [
  { xml: '<logger level="warn"/>', says: ["ERROR logback.xml:2:1 Missing attribute [name] on <logger>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<appender name="A"/>', says: ["ERROR logback.xml:2:1 Missing attribute [class] on <appender>, in a branch that is not taken now; it would be ignored."] },
  { xml: "<root><appender-ref/></root>", says: ["ERROR logback.xml:2:7 Missing attribute [ref] on <appender-ref>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<appender name="A" class="AsyncAppender"><appender-ref/></appender>', says: ["ERROR logback.xml:2:42 Missing attribute [ref] on <appender-ref>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<if><else><logger name="a"><level value="warn"/></logger></else></if>', says: ['WARN logback.xml:2:28 <level> is deprecated; use the attribute "level" of the logger.'] },
  // Names inside a component are those of its properties.
  { xml: '<appender name="A" class="FileAppender"><encoder class="LogstashEncoder"><fieldNames><logger>log</logger><level>lvl</level></fieldNames></encoder></appender>', says: [] },
  { xml: '<logger name="a" level="nonsense"/>', says: [] },
];

for (const { xml, says } of rows) {
  test(`${xml} in a branch that is not taken ${says.length === 0 ? "is silent" : "is told, and changes nothing"}`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>${FALSE}<if><then>\n${xml}</then></if></configuration>`);

    expect(complaints(statuses)).toEqual(says);
    expect(context.loggers).toHaveLength(1);
  });
}
