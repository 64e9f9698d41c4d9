import { expect, test } from "vitest";
import { defineComponent, type ComponentDefinition, type ComponentKind } from "../../../src/core/component.js";
import { OnConsoleStatusListener } from "../../../src/core/status-listeners/on-console-status-listener.js";
import { complaints, configured } from "../../support/configured.js";

const told: string[] = [];

function component(kind: ComponentKind, className: string, create: () => unknown): ComponentDefinition<unknown> {
  return defineComponent({ kind, classNames: [className], properties: {}, create });
}

const parts = [
  component("turboFilter", "com.acme.Turbo", () => ({ decide: () => "NEUTRAL" })),
  component("statusListener", "com.acme.Status", () => ({ onStatus: ({ message }: { message: string }) => told.push(message) })),
  component("contextListener", "com.acme.Context", () => ({ onConfigured: () => told.push("configured") })),
  component("sequenceNumberGenerator", "com.acme.Numbers", () => ({ next: () => 1 })),
  component("evaluator", "com.acme.Evaluator", () => ({ evaluate: () => true })),
  component("turboFilter", "com.acme.Throws", () => { throw new Error("no"); }),
];

const elements = [
  { element: "turboFilter", className: "Turbo", kind: "turboFilter" },
  { element: "statusListener", className: "Status", kind: "statusListener" },
  { element: "contextListener", className: "Context", kind: "contextListener" },
  { element: "listener", className: "Context", kind: "contextListener" },
  { element: "sequenceNumberGenerator", className: "Numbers", kind: "sequenceNumberGenerator" },
  { element: "evaluator", attributes: 'name="E" ', className: "Evaluator", kind: "evaluator" },
];

for (const { element, attributes = "", className, kind } of elements) {
  const rows = [
    { title: "its class", xml: `<${element} ${attributes}class="com.acme.${className}"/>`, says: [] },
    { title: "a capital first letter and a short name", xml: `<${element.charAt(0).toUpperCase()}${element.slice(1)} ${attributes}class="${className}"/>`, says: [] },
    { title: "an empty class", xml: `<${element} ${attributes}class=""/>`, says: [`ERROR logback.xml:2:1 Missing class name for <${element}>: expected an attribute "class"; it is left out.`] },
    { title: "an unknown class", xml: `<${element} ${attributes}class="org.other.part.Missing"/>`, says: [`ERROR logback.xml:2:1 No ${kind} of class [org.other.part.Missing] is known; it is left out.`] },
    { title: "a class of another kind", xml: `<${element} ${attributes}class="ListAppender"/>`, says: [`ERROR logback.xml:2:1 No ${kind} of class [ListAppender] is known; it is left out. It is known as appender, not as ${kind}.`] },
    { title: "an element it does not have", xml: `<${element} ${attributes}class="${className}"><x/></${element}>`, says: [expect.stringMatching(new RegExp(`^WARN logback\\.xml:2:\\d+ Ignoring unknown property \\[x\\] in \\[com\\.acme\\.${className}\\]\\.$`))] },
    { title: "an attribute it does not have", xml: `<${element} ${attributes}class="${className}" clas="x"/>`, says: [expect.stringMatching(new RegExp(`^WARN logback\\.xml:2:\\d+ Unknown attribute \\[clas\\] of <${element}> is ignored\\. Did you mean "class"\\?$`))] },
  ];

  for (const { title, xml, says } of rows) {
    test(`<${element}> with ${title}`, () => {
      const { context, configure } = configured({ more: parts });

      const { statuses } = configure(`<configuration>\n${xml}<logger name="a" level="WARN"/></configuration>`);

      expect(complaints(statuses)).toEqual(says);
      expect(context.getLogger("a").level?.name).toBe("WARN");
    });
  }
}

test("what stands at the top is put in force", () => {
  told.length = 0;
  const { context, configure } = configured({ more: parts });

  configure('<configuration><turboFilter class="Turbo"/><turboFilter class="Turbo"/><statusListener class="Status"/><contextListener class="Context"/><sequenceNumberGenerator class="Numbers"/><root level="LOUD"/></configuration>');

  expect(context.turboFilters).toHaveLength(2);
  expect(context.sequenceNumbers?.next()).toBe(1);
  expect(told).toContain("configured");
  context.statusManager.info("later", { origin: "test" });
  expect(told).toContain("later");
});

test("an evaluator without a name is left out", () => {
  const { configure } = configured({ more: parts });

  expect(complaints(configure('<configuration>\n<evaluator class="Evaluator"/></configuration>').statuses)).toEqual([
    "ERROR logback.xml:2:1 Missing attribute [name] on <evaluator>: no pattern could name it; it is ignored.",
  ]);
});

test("a component whose making fails costs only itself, and its error is the cause of the status", () => {
  const { configure } = configured({ more: parts });

  const { statuses } = configure('<configuration>\n<turboFilter class="Throws"/></configuration>');

  expect(complaints(statuses)).toEqual(["ERROR logback.xml:2:1 The turboFilter [com.acme.Throws] could not be made; it is left out."]);
  expect(statuses.at(-1)?.cause).toEqual(new Error("no"));
});

test("a reference to an appender has no place at the top", () => {
  const { configure } = configured();

  expect(complaints(configure('<configuration>\n<turboFilter class="AsyncAppender"/><appender-ref ref="A"/></configuration>').statuses)).toEqual([
    "ERROR logback.xml:2:1 No turboFilter of class [AsyncAppender] is known; it is left out. It is known as appender, not as turboFilter.",
    "ERROR logback.xml:2:37 Ignoring <appender-ref>: it belongs in <root>, <logger> or an appender such as AsyncAppender.",
  ]);
});

test("a second OnConsoleStatusListener is not taken", () => {
  const { context, configure } = configured({ more: [component("statusListener", "com.acme.Console", () => new OnConsoleStatusListener(() => {}))] });

  configure('<configuration><statusListener class="Console"/><statusListener class="Console"/></configuration>');

  expect(context.statusListeners).toHaveLength(1);
});
