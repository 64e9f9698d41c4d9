import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { xml: "", level: "DEBUG" },
  { xml: "<root/>", level: "DEBUG" },
  { xml: '<root level="warn"/>', level: "WARN" },
  { xml: '<ROOT level="WARN"/>', level: "WARN" },
  { xml: '<root level="WARN"/><root/>', level: "WARN" },
  { xml: '<root level="WARN"/><root level="INFO"/>', level: "INFO" },
  { xml: '<logger name="Root" level="WARN"/>', level: "WARN" },
  { xml: '<root level="FATAL"/>', level: "DEBUG", says: ['WARN logback.xml:2:7 "FATAL" is not a level; DEBUG is used. Did you mean "ERROR"?'] },
  { xml: '<root name="x" additivity="false" level="INFO"/>', level: "INFO" },
  { xml: '<root lvl="INFO"/>', level: "DEBUG", says: ["WARN logback.xml:2:7 Unknown attribute [lvl] of <root> is ignored."] },
];

for (const { xml, level, says = [] } of rows) {
  test(`with ${xml === "" ? "no element of its own" : xml} the root logger has the level ${level}`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}\n</configuration>`);

    expect(context.root.level?.name).toBe(level);
    expect(complaints(statuses)).toEqual(says);
  });
}
