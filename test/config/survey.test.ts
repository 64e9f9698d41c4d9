import { expect, test } from "vitest";
import { surveyed } from "../support/checks.js";

test("levels and references are in force in a context of their own, and nothing is started", () => {
  const { context, appenders } = surveyed(`<configuration>
    <appender name="A" class="ListAppender"/>
    <logger name="com.acme" level="DEBUG"/><root level="WARN"><appender-ref ref="A"/></root></configuration>`);

  expect(context.getLogger("com.acme.Cart").effectiveLevel.name).toBe("DEBUG");
  expect(context.root.appenders.map(({ name, isStarted }) => [name, isStarted])).toEqual([["A", false]]);
  expect([...appenders.keys()]).toEqual(["A"]);
});

test("what counts of branches and includes stands among the elements, in its place", () => {
  const { elements, decisions } = surveyed(`<configuration>
    <logger name="a"/>
    <condition class="ExpressionPropertyCondition"><expression>true</expression></condition>
    <if><then><logger name="b"/></then><else><logger name="c"/></else></if>
    <springProfile name="x"><logger name="d"/></springProfile><springProfile name="!x"><logger name="e"/></springProfile>
    <logger name="f"/></configuration>`);

  expect(elements.map(({ name, attributes }) => attributes.find((attribute) => attribute.name === "name")?.value ?? name)).toEqual(["a", "condition", "if", "b", "x", "!x", "e", "f"]);
  expect(decisions.map(({ value }) => value)).toEqual([true, false, true]);
});

test("each property is known with the element that gave it its value", () => {
  const { properties } = surveyed(`<configuration>
<property name="A" value="1"/>
<property name="A" value="2"/>
<property name="B" value="\${A}" scope="context"/></configuration>`);

  expect([...properties].map(([name, { value, target, element }]) => [name, value, target, element.position.line])).toEqual([
    ["A", "2", "local", 3],
    ["B", "2", "context", 4],
  ]);
});

test("status listeners and context listeners of the file hear nothing", () => {
  const { context } = surveyed('<configuration debug="true"><statusListener class="StatusListenerAsList"/><contextListener class="LevelChangePropagator"/></configuration>');

  expect(context.statusListeners).toEqual([]);
  expect(context.listeners).toEqual([]);
});
