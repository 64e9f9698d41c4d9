import { expect, test } from "vitest";
import { complaints, configured } from "../../support/configured.js";

const NO_TIME = 'expected a duration such as "30 seconds", "5 minutes", "1.5 hours" or "500" (milliseconds)';

const scans = [
  { attributes: "", period: undefined },
  { attributes: 'scan="false" scanPeriod="5 seconds"', period: undefined },
  { attributes: 'scan="yes"', period: undefined, says: 'WARN logback.xml:1:16 scan="yes" is neither true nor false; false is used.' },
  { attributes: 'scan="ture" scanPeriod="5 seconds"', period: undefined, says: 'WARN logback.xml:1:16 scan="ture" is neither true nor false; false is used.' },
  { attributes: 'scan="${SCAN}"', period: undefined, says: 'WARN logback.xml:1:16 scan="${SCAN}" is neither true nor false, for variables are not replaced here; false is used.' },
  { attributes: 'scan="true"', period: 60_000 },
  { attributes: 'scan=" TRUE "', period: 60_000 },
  { attributes: 'scan="true" scanPeriod=""', period: 60_000 },
  { attributes: 'scan="true" scanPeriod=" 30 seconds"', period: 30_000 },
  { attributes: 'scan="true" scanPeriod="1.5 minutes"', period: 90_000 },
  { attributes: 'scan="true" scanPeriod="500"', period: 500 },
  { attributes: 'scan="true" scanPeriod="${PERIOD}"', period: 5_000 },
  { attributes: 'scan="true" scanPeriod="10 s"', period: 10_000, says: 'WARN logback.xml:1:28 "10 s" is read as seconds; Logback would read milliseconds. Write "seconds" in full.' },
  { attributes: 'scan="true" scanPeriod="soon"', period: 60_000, says: `ERROR logback.xml:1:28 "soon" is no time between two looks: ${NO_TIME}. One minute is used.` },
  { attributes: 'scan="true" scanPeriod="30 seconds "', period: 60_000, says: `ERROR logback.xml:1:28 "30 seconds " is no time between two looks: ${NO_TIME}. One minute is used.` },
  { attributes: 'scan="true" scanPeriod="0 seconds"', period: 60_000, says: `ERROR logback.xml:1:28 "0 seconds" is no time between two looks: ${NO_TIME}. One minute is used.` },
  { attributes: 'scan="true" scanPeriod="-1 minute"', period: 60_000, says: `ERROR logback.xml:1:28 "-1 minute" is no time between two looks: ${NO_TIME}. One minute is used.` },
];

for (const { attributes, period, says } of scans) {
  test(`<configuration ${attributes}> is looked at ${period === undefined ? "once" : `every ${period} ms`}`, () => {
    const { configure } = configured({ properties: { SCAN: "true", PERIOD: "5 seconds" } });

    const { scanPeriodMs, statuses } = configure(`<configuration ${attributes}/>`);

    expect(scanPeriodMs).toBe(period);
    expect(complaints(statuses)).toEqual(says === undefined ? [] : [says]);
  });
}

const debugs = [
  { debug: "true", prints: true },
  { debug: "ON", prints: true },
  { debug: "${DEBUG}", prints: true },
  { debug: "false", prints: false },
  { debug: " False ", prints: false },
  { debug: "null", prints: false },
  { debug: "", prints: false },
];

for (const { debug, prints } of debugs) {
  test(`debug="${debug}" prints ${prints ? "every status" : "nothing"}`, () => {
    const { context, configure, printed } = configured({ properties: { DEBUG: "true" } });

    configure(`<configuration debug="${debug}"/>`);
    context.statusManager.info("later", { origin: "test" });

    expect(printed.some((line) => line.endsWith("|-INFO in test - later"))).toBe(prints);
  });
}

test('neutralise="on" is off, and said to be', () => {
  const { configure } = configured();

  const { statuses } = configure('<configuration neutralise="on"/>');

  expect(complaints(statuses)).toEqual(['WARN logback.xml:1:16 neutralise="on" is neither true nor false; false is used.']);
});

test("packagingData and a capital first letter are taken, an unknown attribute is a WARN", () => {
  const { configure } = configured();

  const { applied, statuses } = configure('<Configuration packagingData="true" monitorInterval="30"/>');

  expect(applied).toBe(true);
  expect(complaints(statuses)).toEqual(["WARN logback.xml:1:37 Unknown attribute [monitorInterval] of <Configuration> is ignored."]);
});

test("attributes for XML tools are none of ours", () => {
  const { configure } = configured();

  const { statuses } = configure('<configuration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://ch.qos.logback/xml/ns/logback logback.xsd" xml:lang="en"/>');

  expect(complaints(statuses)).toEqual([]);
});

const roots: readonly (readonly [name: string, hint?: string])[] = [
  ["Configurations"],
  ["__proto__"],
  ["included", " It is a part of a configuration: the file that has <include> for it is the one to read."],
];

for (const [root, hint = ""] of roots) {
  test(`a file with the root <${root}> is no configuration`, () => {
    const { configure } = configured();

    const { applied, statuses } = configure(`<${root}/>`);

    expect(applied).toBe(false);
    expect(complaints(statuses)).toEqual([`ERROR logback.xml:1:1 Expected <configuration> as the root element, got <${root}>; nothing of this file is used.${hint}`]);
  });
}
