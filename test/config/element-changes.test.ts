import { expect, test } from "vitest";
import { elementChanges } from "../../src/config/element-changes.js";
import { describeElement, type ElementDescription } from "../../src/config/element-description.js";
import { parseXml } from "../../src/config/xml/parse.js";

function described(xml: string): ElementDescription {
  return describeElement(parseXml(Buffer.from(xml)), (text) => text);
}

const cases = [
  { title: "a text", before: "<a><n>7</n></a>", after: "<a><n>30</n></a>", says: ["n 7 -> 30"] },
  { title: "a text far below", before: "<a><b><c><n>7</n></c></b></a>", after: "<a><b><c><n>8</n></c></b></a>", says: ["n 7 -> 8"] },
  { title: "a class", before: '<a class="One"/>', after: '<a class="Two"/>', says: ["class One -> Two"] },
  { title: "a text that comes", before: "<a/>", after: "<a><n>1</n></a>", says: ["n nothing -> 1"] },
  { title: "a text that goes", before: "<a><n>1</n></a>", after: "<a/>", says: ["n 1 -> nothing"] },
  { title: "a component that comes", before: "<a/>", after: "<a><filter><level>INFO</level></filter></a>", says: ["filter added"] },
  { title: "the second of two that goes", before: "<a><f><n>1</n></f><f><n>2</n></f></a>", after: "<a><f><n>1</n></f></a>", says: ["f removed"] },
  { title: "another order of different elements", before: "<a><m>1</m><n>2</n></a>", after: "<a><n>2</n><m>1</m></a>", says: [] },
  { title: "white space around a text", before: "<a><n>1</n></a>", after: "<a>\n  <n> 1 </n></a>", says: [] },
  { title: "a secret", before: "<a><keyStorePassword>x</keyStorePassword></a>", after: "<a><keyStorePassword>y</keyStorePassword></a>", says: ["keyStorePassword changed"] },
  { title: "a long text", before: "<a><n/></a>", after: `<a><n>${"x".repeat(200)}</n></a>`, says: [`n nothing -> ${"x".repeat(120)}...`] },
] as const;

for (const { title, before, after, says } of cases) {
  test(`${title} is told as [${says.join(", ")}]`, () => {
    expect(elementChanges(described(before), described(after))).toEqual(says);
  });
}
