import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const properties = { "app.name": "from-program", "both.set": "program" };
const environment = { LOGGING_FILE_NAME: "app.log", APP_MYNAME: "my", APP_YOUR_NAME: "your", HOSTS_0: "h0", BOTH_SET: "environment", app_dot: "dotted", EMPTY: "" };

const rows = [
  { source: "app.name", value: "from-program" },
  { source: "both.set", value: "program" },
  { source: "logging.file.name", value: "app.log" },
  { source: "app.my-name", value: "my" },
  { source: "app.your-name", value: "your" },
  { source: "hosts[0]", value: "h0" },
  { source: "app.dot", value: "dotted" },
  { source: "LOGGING_FILE_NAME", value: "app.log" },
  { source: "empty", value: "" },
  { source: "${WHICH:-app.name}", value: "from-program" },
  { source: "none.at.all", value: "P_IS_UNDEFINED" },
  { source: "__proto__", value: "P_IS_UNDEFINED" },
  { source: "none", more: 'defaultValue="d-${X:-x}"', value: "d-x" },
  { source: "app.name", more: 'defaultValue="d" scope="context"', value: "from-program" },
  { source: "app.name", more: 'scope="world"', value: "from-program", says: 'WARN logback.xml:2:44 "world" is not a scope: expected local, context or system. local is used.' },
  { source: " ", value: "P_IS_UNDEFINED", says: 'ERROR logback.xml:2:1 The "name" and "source" attributes of <springProperty> must be set; the element is ignored.' },
  { source: "app.name", more: 'defualtValue="d"', value: "from-program", says: 'WARN logback.xml:2:44 Unknown attribute [defualtValue] of <springProperty> is ignored. Did you mean "defaultValue"?' },
];

for (const { source, more = "", value, says } of rows) {
  test(`<springProperty source="${source}" ${more}> is "${value}"`, () => {
    const { context, configure } = configured({ properties, environment });

    const { statuses } = configure(`<configuration>\n<springProperty name="P" source="${source}" ${more}/><property scope="context" name="OUT" value="\${P}"/></configuration>`);

    expect(context.getProperty("OUT")).toBe(value);
    expect(complaints(statuses)).toEqual(says === undefined ? [] : [says]);
  });
}

test("a springProperty without a name is left out", () => {
  const { configure } = configured({ properties });

  expect(complaints(configure('<configuration>\n<springProperty source="app.name"/></configuration>').statuses)).toEqual([
    'ERROR logback.xml:2:1 The "name" and "source" attributes of <springProperty> must be set; the element is ignored.',
  ]);
});
