import { expect, test } from "vitest";
import type { ListAppender } from "../../../src/appender/list-appender.js";
import { complaints, configured, saidOf } from "../../support/configured.js";

const ROOT = '<root level="INFO"><appender-ref ref="A"/></root>';

const mistakes = [
  { title: "an appender without a class", element: '<appender name="A"/>', says: 'ERROR logback.xml:2:3 Missing class name for appender [A]: expected an attribute "class"; the appender is left out.' },
  { title: "an appender with an empty class", element: '<appender name="A" class=""/>', says: 'ERROR logback.xml:2:3 Missing class name for appender [A]: expected an attribute "class"; the appender is left out.' },
  { title: "an appender without a name", element: '<appender class="ListAppender"/>', says: 'ERROR logback.xml:2:3 Expected an attribute "name" on <appender>: without one no logger can refer to it; the appender is left out.' },
  { title: "an appender with a property as an attribute", element: '<appender name="A" class="ConsoleAppender" target="System.err"/>', says: "WARN logback.xml:2:46 Unknown attribute [target] of <appender> is ignored. Write it as an element in it: <target>...</target>." },
  { title: "an appender with an attribute too many", element: '<appender name="A" class="ListAppender" level="INFO"/>', says: "WARN logback.xml:2:43 Unknown attribute [level] of <appender> is ignored." },
];

for (const { title, element, says } of mistakes) {
  test(`${title} is said`, () => {
    expect(saidOf(`<configuration>\n  ${element}\n  ${ROOT}\n</configuration>`)).toContain(says);
  });
}

test("of two appenders of one name the later counts, with a WARN", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
  <appender name="A" class="ConsoleAppender"/>
  <appender name="A" class="ListAppender"/>
  ${ROOT}
</configuration>`);

  expect(complaints(statuses)).toEqual(["WARN logback.xml:3:3 Appender [A] was defined above already; this definition replaces it."]);
  expect((context.findAppender("A") as ListAppender).list).toEqual([]);
});

test("variables are replaced in the name of an appender, not in its class", () => {
  expect(saidOf(`<configuration>
  <property name="X" value="ListAppender"/>
  <appender name="\${X}" class="\${X}"/>
  <root><appender-ref ref="ListAppender"/></root>
</configuration>`)).toEqual(["ERROR logback.xml:3:3 No appender of class [${X}] is known; it is left out."]);
});

test("an appender and a logger see the properties of the whole file, the last value of each, as in Logback", () => {
  const { context, configure } = configured();

  const { statuses } = configure(`<configuration>
    <property name="LEVEL" value="ERROR"/>
    <appender name="A" class="ListAppender"><filter class="ThresholdFilter"><level>\${LEVEL}</level></filter></appender>
    <root level="\${LEVEL}"><appender-ref ref="A"/></root>
    <logger name="a" level="\${LATER}"/>
    <property name="LEVEL" value="WARN"/>
    <property name="LATER" value="TRACE"/>
  </configuration>`);
  context.root.warn("seen");

  expect(complaints(statuses)).toEqual([]);
  expect((context.findAppender("A") as ListAppender).list).toHaveLength(1);
  expect(context.getLogger("a").level?.name).toBe("TRACE");
});
