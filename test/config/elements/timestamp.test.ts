import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const rows = [
  { title: "the year", xml: '<timestamp key="A" datePattern="yyyy"/>', value: /^\d{4}$/ },
  { title: "the birth of the context", xml: '<timestamp key="A" datePattern="yyyy" timeReference="contextbirth"/>', value: /^\d{4}$/ },
  { title: "another reference, which is now", xml: '<timestamp key="A" datePattern="yyyy" timeReference="yesterday"/>', value: /^\d{4}$/ },
  { title: "a zone", xml: '<timestamp key="A" datePattern="XXX" timeZone="Asia/Kolkata"/>', value: /^\+05:30$/ },
  { title: "a quoted letter", xml: '<timestamp key="A" datePattern="yyyy\'T\'" scope="context"/>', value: /^\d{4}T$/ },
  { title: "no key", xml: '<timestamp datePattern="yyyy"/>', value: /UNDEFINED/, says: "ERROR logback.xml:2:1 Attribute named [key] cannot be empty; <timestamp> is ignored." },
  { title: "no pattern", xml: '<timestamp key="A"/>', value: /UNDEFINED/, says: "ERROR logback.xml:2:1 Attribute named [datePattern] cannot be empty; <timestamp> is ignored." },
  { title: "neither", xml: '<timestamp key=" "/>', value: /UNDEFINED/, says: "ERROR logback.xml:2:1 Attribute named [key] cannot be empty. Attribute named [datePattern] cannot be empty; <timestamp> is ignored." },
  { title: "a pattern that is none", xml: '<timestamp key="A" datePattern="yyyy\'"/>', value: /UNDEFINED/, says: "ERROR logback.xml:2:1 The date pattern [yyyy'] cannot be used; <timestamp> is ignored." },
  { title: "a zone that is none", xml: '<timestamp key="A" datePattern="yyyy" timeZone="Mars/Base"/>', value: /UNDEFINED/, says: "ERROR logback.xml:2:1 The date pattern [yyyy] cannot be used; <timestamp> is ignored." },
];

for (const { title, xml, value, says } of rows) {
  test(`a <timestamp> with ${title} gives ${String(value)}`, () => {
    const { context, configure } = configured();

    const { statuses } = configure(`<configuration>\n${xml}<property scope="context" name="OUT" value="\${A}"/></configuration>`);

    expect(context.getProperty("OUT")).toMatch(value);
    expect(complaints(statuses)).toEqual(says === undefined ? [] : [says]);
  });
}
