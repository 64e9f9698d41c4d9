import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { title: "no class", xml: "<shutdownHook/>", says: [] },
  { title: "the class", xml: '<shutdownHook class="ch.qos.logback.core.hook.DefaultShutdownHook"/>', says: [] },
  { title: "the old class", xml: '<shutdownHook class="ch.qos.logback.core.hook.DelayingShutdownHook"/>', says: ["WARN logback.xml:2:1 DelayingShutdownHook was renamed DefaultShutdownHook; please use the new class name."] },
  { title: "a delay", xml: "<shutdownHook><delay>1.5 seconds</delay></shutdownHook>", says: [] },
  { title: "a delay that is none", xml: "<shutdownHook><delay>soon</delay></shutdownHook>", says: ['WARN logback.xml:2:15 "soon" is no time to wait; it is ignored.'] },
  { title: "another element", xml: "<shutdownHook><dealy>1</dealy></shutdownHook>", says: ["WARN logback.xml:2:15 Ignoring unknown property [dealy] in <shutdownHook>."] },
  { title: "another class", xml: '<shutdownHook class="com.acme.Hook"/>', says: ["ERROR logback.xml:2:1 No shutdown hook of class [com.acme.Hook] is known; the default one is used, which writes everything out."] },
];

for (const { title, xml, says } of rows) {
  test(`a shutdown hook with ${title} is there`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}</configuration>`);

    expect(complaints(statuses)).toEqual(says);
    expect(context.hasShutdownHook).toBe(true);
  });
}

test("a configuration without one has none", () => {
  const { context, configure } = configured();

  configure("<configuration/>");

  expect(context.hasShutdownHook).toBe(false);
});
