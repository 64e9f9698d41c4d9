import { expect, test } from "vitest";
import { complaints, configured } from "../support/configured.js";

const FALSE = '<condition class="ExpressionPropertyCondition"><expression>false</expression></condition>';

const rows = [
  { xml: '<logger level="warn"/>', says: ["ERROR logback.xml:2:1 Missing attribute [name] on <logger>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<appender name="A"/>', says: ["ERROR logback.xml:2:1 Missing attribute [class] on <appender>, in a branch that is not taken now; it would be ignored."] },
  { xml: "<root><appender-ref/></root>", says: ["ERROR logback.xml:2:7 Missing attribute [ref] on <appender-ref>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<appender name="A" class="AsyncAppender"><appender-ref/></appender>', says: ["ERROR logback.xml:2:42 Missing attribute [ref] on <appender-ref>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<if><else><logger name="a"><level value="warn"/></logger></else></if>', says: ['WARN logback.xml:2:28 <level> is deprecated; use the attribute "level" of the logger.'] },
  { xml: '<logger name="" level="warn"/>', says: ["ERROR logback.xml:2:1 Missing attribute [name] on <logger>, in a branch that is not taken now; it would be ignored."] },
  { xml: '<springProfile name="prod"><define name="a"/></springProfile>', says: ["ERROR logback.xml:2:28 Missing attribute [class] on <define>, in a branch that is not taken now; it would be ignored."] },
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

  test(`${xml} in a profile that is not active ${says.length === 0 ? "is silent" : "is told, and changes nothing"}`, () => {
    const { context, configure } = configured({ profiles: ["dev"] });

    const { statuses } = configure(`<configuration><springProfile name="test">\n${xml}</springProfile></configuration>`);

    expect(complaints(statuses)).toEqual(says);
    expect(context.loggers).toHaveLength(1);
  });
}

const nested = [
  { parent: "logger", xml: (inner: string) => `<logger name="a">${inner}</logger>`, inner: "<appender-ref/>", says: [expect.stringContaining("Missing attribute [ref] on <appender-ref>, in a branch that is not taken now")] },
  { parent: "appender", xml: (inner: string) => `<appender name="A" class="AsyncAppender">${inner}</appender>`, inner: "<appender-ref/>", says: [expect.stringContaining("Missing attribute [ref] on <appender-ref>, in a branch that is not taken now")] },
  // Properties of components, though of the same name.
  { parent: "component", xml: (inner: string) => `<appender name="A" class="ListAppender"><encoder class="LogstashEncoder"><fieldNames>${inner}</fieldNames></encoder></appender>`, inner: "<level>lvl</level><logger>log</logger>", says: [] },
  // It gets a name for each value.
  { parent: "sift", xml: (inner: string) => `<appender name="A" class="SiftingAppender"><sift>${inner}</sift></appender>`, inner: '<appender class="ListAppender"/>', says: [] },
];

for (const { parent, xml, inner, says } of nested) {
  test(`${inner} in a branch or profile inside a ${parent} that does not count is ${says.length === 0 ? "silent" : "told"}`, () => {
    const { configure } = configured({ profiles: ["dev"] });

    for (const conditional of [`${FALSE}<if><then>${inner}</then></if>`, `<springProfile name="test">${inner}</springProfile>`]) {
      const { statuses } = configure(`<configuration>\n${xml(conditional)}</configuration>`);

      expect(complaints(statuses).filter((text) => !/cannot be nested|is not referenced/.test(text))).toEqual(says);
    }
  });
}
