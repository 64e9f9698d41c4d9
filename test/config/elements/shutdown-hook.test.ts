import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { title: "no class", xml: "<shutdownHook/>", says: [] },
  { title: "the class", xml: '<shutdownHook class="ch.qos.logback.core.hook.DefaultShutdownHook"/>', says: [] },
  { title: "the old class", xml: '<shutdownHook class="ch.qos.logback.core.hook.DelayingShutdownHook"/>', says: ["WARN logback.xml:2:1 DelayingShutdownHook was renamed DefaultShutdownHook; please use the new class name."] },
  { title: "a delay", xml: "<shutdownHook><delay>1.5 seconds</delay></shutdownHook>", says: [] },
  { title: "a delay that is none", xml: "<shutdownHook><delay>soon</delay></shutdownHook>", says: ['WARN logback.xml:2:15 "soon" is no time to wait; it is ignored.'] },
  { title: "another element", xml: "<shutdownHook><dealy>1</dealy></shutdownHook>", says: ["WARN logback.xml:2:15 Ignoring unknown property [dealy] in <shutdownHook>."] },
];

for (const { title, xml, says } of rows) {
  test(`a shutdown hook with ${title} is there`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}</configuration>`);

    expect(complaints(statuses)).toEqual(says);
    expect(context.hasShutdownHook).toBe(true);
  });
}

test("a shutdown hook of an unknown class is left out, as in Logback", () => {
  const { context, configure } = configured();

  const { statuses } = configure('<configuration>\n<shutdownHook class="com.acme.Hook"/></configuration>');

  expect(complaints(statuses)).toEqual(["ERROR logback.xml:2:1 No shutdown hook of class [com.acme.Hook] is known; it is left out. At the end of the process everything is written out all the same."]);
  expect(context.hasShutdownHook).toBe(false);
});

test("a configuration without one has none", () => {
  const { context, configure } = configured();

  configure("<configuration/>");

  expect(context.hasShutdownHook).toBe(false);
});
