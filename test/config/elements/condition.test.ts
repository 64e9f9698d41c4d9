import { expect, test } from "vitest";
import { defineComponent } from "../../../src/core/component.js";
import { complaints, configured } from "../../support/configured.js";

const weekend = defineComponent({ kind: "condition", classNames: ["com.acme.Weekend"], properties: {}, create: () => ({ evaluate: () => true }) });
const faulty = defineComponent({ kind: "condition", classNames: ["com.acme.Faulty"], properties: {}, create: () => ({ evaluate: (): boolean => { throw new Error("no"); } }) });

const rows = [
  { title: "holds", xml: '<condition class="com.acme.Weekend"/>', branch: "then" },
  { title: "is asked twice, the last of which counts", xml: '<condition class="Weekend"/><condition class="IsPropertyDefinedCondition"><key>NOPE</key></condition>', branch: "else" },
  { title: "fails", xml: '<condition class="Faulty"/>', branch: undefined, says: "ERROR logback.xml:2:1 The condition failed; neither branch of the <if> after it counts." },
  { title: "has no class", xml: "<condition/>", branch: undefined, says: 'ERROR logback.xml:2:1 Missing class name for <condition>: expected an attribute "class"; it is left out.' },
  { title: "has an unknown class", xml: '<condition class="com.acme.None"/>', branch: undefined, says: "ERROR logback.xml:2:1 No condition of class [com.acme.None] is known; it is left out." },
  { title: "lacks its key", xml: '<condition class="IsPropertyDefinedCondition"/>', branch: undefined, says: "ERROR logback.xml:2:1 <key> is required in [ch.qos.logback.core.boolex.IsPropertyDefinedCondition]; the condition is left out." },
  { title: "is missing", xml: "", branch: undefined },
];

for (const { title, xml, branch, says } of rows) {
  test(`with a condition that ${title}, ${branch ?? "neither branch"} counts`, () => {
    const { context, configure } = configured({ more: [weekend, faulty] });

    const { statuses } = configure(`<configuration>\n${xml}<if><then><logger name="then"/></then><else><logger name="else"/></else></if></configuration>`);

    expect(context.loggers.map(({ name }) => name).filter((name) => name !== "ROOT")).toEqual(branch === undefined ? [] : [branch]);
    expect(complaints(statuses)).toEqual(says === undefined ? [] : [says]);
  });
}
