import os from "node:os";
import { expect, test } from "vitest";
import type { PropertyDefiner } from "../../../src/config/elements/define.js";
import { defineComponent, stringProperty, type ComponentDefinition } from "../../../src/core/component.js";
import { complaints, configured } from "../../support/configured.js";

const upperCase: ComponentDefinition<PropertyDefiner> = defineComponent({
  kind: "propertyDefiner",
  classNames: ["com.acme.UpperCase"],
  properties: { text: stringProperty({ required: true }) },
  create: ({ text }) => ({ getPropertyValue: () => text.toUpperCase() }),
});

const faulty = (result: () => unknown): ComponentDefinition<unknown> =>
  defineComponent({ kind: "propertyDefiner", classNames: ["com.acme.Faulty"], properties: {}, create: () => ({ getPropertyValue: result }) });

const rows = [
  { title: "a stock definer", xml: '<define name="A" class="ch.qos.logback.core.property.CanonicalHostNamePropertyDefiner"/>', value: os.hostname() },
  { title: "a registered definer", xml: '<define name="A" class="com.acme.UpperCase"><text>a${B:-b}</text></define>', value: "AB" },
  { title: "the scope of the context", xml: '<define name="A" scope="context" class="UpperCase"><Text>a</Text></define>', value: "A" },
  { title: "no name", xml: '<define class="UpperCase"><text>a</text></define>', value: "A_IS_UNDEFINED", says: "ERROR logback.xml:2:1 Missing attribute [name] on <define>; the element is ignored." },
  { title: "no class", xml: '<define name="A"/>', value: "A_IS_UNDEFINED", says: 'ERROR logback.xml:2:1 Missing class name for <define>: expected an attribute "class"; it is left out.' },
  { title: "an unknown class", xml: '<define name="A" class="com.acme.Missing"/>', value: "A_IS_UNDEFINED", says: "ERROR logback.xml:2:1 No propertyDefiner of class [com.acme.Missing] is known; it is left out." },
  { title: "a missing required element", xml: '<define name="A" class="UpperCase"/>', value: "A_IS_UNDEFINED", says: "ERROR logback.xml:2:1 <text> is required in [com.acme.UpperCase]; the propertyDefiner is left out." },
  { title: "an unknown attribute", xml: '<define name="A" clas="x" class="UpperCase"><text>a</text></define>', value: "A", says: 'WARN logback.xml:2:18 Unknown attribute [clas] of <define> is ignored. Did you mean "class"?' },
];

for (const { title, xml, value, says } of rows) {
  test(`a <define> with ${title} gives "${value}"`, () => {
    const { context, configure } = configured({ more: [upperCase] });

    const { statuses } = configure(`<configuration>\n${xml}<property scope="context" name="OUT" value="\${A}"/></configuration>`);

    expect(context.getProperty("OUT")).toBe(value);
    expect(complaints(statuses)).toEqual(says === undefined ? [] : [says]);
  });
}

const results = [
  { title: "throws", result: () => { throw new Error("no"); }, says: ["ERROR logback.xml:1:16 The definer of the property [A] failed; the property stays as it is."] },
  { title: "gives nothing", result: () => undefined, says: [] },
  { title: "gives null", result: () => null, says: [] },
  { title: "gives an object", result: () => ({}), says: [] },
];

for (const { title, result, says } of results) {
  test(`a definer of the application that ${title} costs only its property`, () => {
    const { context, configure } = configured({ more: [faulty(result)] });

    const { applied, statuses } = configure('<configuration><define name="A" class="Faulty"/><root level="${A:-WARN}"/></configuration>');

    expect(applied).toBe(true);
    expect(complaints(statuses)).toEqual(says);
    expect(context.root.level?.name).toBe("WARN");
  });
}
