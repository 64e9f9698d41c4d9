import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { xml: "", name: "default" },
  { xml: "<contextName>orders</contextName>", name: "orders" },
  { xml: "<ContextName>\n  orders\n</ContextName>", name: "orders" },
  { xml: '<property name="N" value="orders"/><contextName>${N}-${M:-1}</contextName>', name: "orders-1" },
  { xml: "<contextName>a</contextName><contextName>a</contextName>", name: "a" },
  { xml: "<contextName>default</contextName><contextName>a</contextName>", name: "a" },
  { xml: '<contextName> ${N:- a } </contextName>', name: " a " },
  { xml: "<contextName/><contextName>a</contextName>", name: "a" },
  { xml: "<name>a</name>", name: "a" },
  { xml: "<name/>", name: "default" },
  { xml: "<contextName>a</contextName>\n<contextName>b</contextName>", name: "a", says: ["ERROR logback.xml:3:1 Failed to rename context [a] as [b]: a context is named once."] },
  { xml: '<contextName name="a">b</contextName>', name: "b", says: ["WARN logback.xml:2:14 Unknown attribute [name] of <contextName> is ignored."] },
];

for (const { xml, name, says = [] } of rows) {
  test(`${xml === "" ? "no element" : xml.replaceAll("\n", " ")} names the context ${name}`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}</configuration>`);

    expect(context.name).toBe(name);
    expect(complaints(statuses)).toEqual(says);
  });
}

test("CONTEXT_NAME is the name below the element that gives it", () => {
  const { context, configure } = configured();

  configure('<configuration><property scope="context" name="A" value="${CONTEXT_NAME}"/><contextName>x</contextName><property scope="context" name="B" value="${CONTEXT_NAME}"/></configuration>');

  expect([context.getProperty("A"), context.getProperty("B")]).toEqual(["default", "x"]);
});
