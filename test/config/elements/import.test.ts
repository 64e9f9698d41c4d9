import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { title: "without imports every short name is known", imports: "", says: [] },
  { title: "an imported short name is known", imports: '<import class="ch.qos.logback.core.read.ListAppender"/>', says: [] },
  { title: "an import further down counts too", imports: "", below: '<import class="ch.qos.logback.core.read.ListAppender"/>', says: [] },
  { title: "a file with imports knows only these short names", imports: '<import class="ch.qos.logback.core.FileAppender"/>', says: ['ERROR logback.xml:2:1 No appender of class [ListAppender] is known; it is left out. In a file with imports a short name needs one: <import class="..."/>.'] },
  { title: "an import without a class is said", imports: "<import/>", says: ["ERROR logback.xml:1:16 Missing attribute [class] on <import>; it is ignored."] },
  { title: "an import without a package is said", imports: '<import class="ListAppender"/>', says: ["WARN logback.xml:1:16 [ListAppender] could not be imported due to incorrect format: expected a class with its package.", 'ERROR logback.xml:2:1 No appender of class [ListAppender] is known; it is left out. In a file with imports a short name needs one: <import class="..."/>.'] },
  { title: "T3: an import loads nothing", imports: '<import class="file:///srv/upload/x.mjs"/><import class="child_process.exec"/><import class="ch.qos.logback.core.read.ListAppender"/>', says: [] },
];

for (const { title, imports, below = "", says } of rows) {
  test(title, () => {
    const { configure } = configured();

    const { statuses } = configure(`<configuration>${imports}\n<appender name="A" class="ListAppender"/>\n${below}<root><appender-ref ref="A"/></root></configuration>`);

    expect(complaints(statuses)).toEqual(says);
  });
}
