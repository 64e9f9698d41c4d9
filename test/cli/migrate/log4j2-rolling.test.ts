import { expect, test } from "vitest";
import { migratedFromLog4j2 } from "../../support/migrated-appender.js";

/** A rolling appender with these parts; its policies in one line. */
function rolling(filePattern: string, inside: string, attributes = 'fileName="/a.log"'): { readonly parts: string; readonly remarks: readonly string[] } {
  const { appender, remarks } = migratedFromLog4j2(`<RollingFile name="A" ${attributes} filePattern="${filePattern}">${inside}</RollingFile>`);
  return { parts: appender.replace(/^RollingFileAppender">/, "").replace(/<encoder>.*/, "").replace("<file>/a.log</file>", ""), remarks };
}

const BY_TIME = "<TimeBasedTriggeringPolicy/>";
const told = (remark: string): string => remark.replace(/ of appender \[A\]/g, "");

function removing(filePattern: string, conditions: string, attributes = ""): { readonly limits: string; readonly remarks: readonly string[] } {
  const { parts, remarks } = rolling(filePattern, `${BY_TIME}<DefaultRolloverStrategy><Delete basePath="/l" ${attributes}>${conditions}</Delete></DefaultRolloverStrategy>`);
  return { limits: /<\/fileNamePattern>(.*)<\/rollingPolicy>/.exec(parts)?.[1] ?? "", remarks: remarks.map(told) };
}

const histories = [
  ["yyyy-MM-dd-HH-mm", "1d", 1440],
  ["yyyy-MM-dd-HH", "30d", 720],
  ["yyyy-MM-dd-KK", "2d", 48],
  ["yyyy-MM-dd-a", "30d", 30],
  ["yyyy-MM-dd", "30d", 30],
  ["yyyy-MM-dd", "PT36H", 2],
  ["yyyy-MM-dd", "P1DT12H", 2],
  ["yyyy-DDD", "7d", 7],
  ["yyyy-ww", "30d", 5],
  ["yyyy-MM", "30d", 2],
  ["yyyy-MM", "1d", 1],
] as const;

for (const [letters, age, history] of histories) {
  test(`files of ${letters} that are removed after ${age} are ${history} periods`, () => {
    expect(removing(`/a-%d{${letters}}.log`, `<IfLastModified age="${age}"/>`)).toEqual({
      limits: `<maxHistory>${history}</maxHistory>`,
      remarks: [`note: <Delete> becomes maxHistory ${history}, which counts periods of the date in the file's name.`],
    });
  });
}

const DAILY = "/l/h-%d{yyyy-MM-dd}.log";
const NOTE = "note: <Delete> becomes maxHistory 30, which counts periods of the date in the file's name";
const BOTH = "warning: <Delete> is not carried over as it was: it removed what was both too old and too much; here <maxHistory> and <totalSizeCap> each remove archives.";
const OTHERS = "warning: <Delete> is not carried over: its <IfFileName> names other files than the archives of the appender, and Logback removes no others.";
const NOTHING = "warning: <Delete> is not carried over; <maxHistory> and <totalSizeCap> remove archives.";
const removals: readonly (readonly [conditions: string, limits: string, remarks: readonly string[], attributes?: string])[] = [
  ['<IfFileName glob="*/h-*.log"/><IfLastModified age="30d"/>', "<maxHistory>30</maxHistory>", [`${NOTE}.`]],
  ['<IfFileName glob="*.log"><IfLastModified age="30d"/></IfFileName>', "<maxHistory>30</maxHistory>", [`${NOTE}.`]],
  ['<IfFileName regex="h-\\d+.*\\.log"/><IfLastModified age="30d"/>', "<maxHistory>30</maxHistory>", [`${NOTE}.`]],
  ['<IfFileName glob="*/other-*.log"/><IfLastModified age="30d"/>', "", [OTHERS]],
  ['<IfFileName glob="*.tmp"/><IfLastModified age="30d"/>', "", [OTHERS]],
  ['<IfFileName regex="other-.*"/><IfLastModified age="30d"/>', "", [OTHERS]],
  ['<IfAny><IfAccumulatedFileSize exceeds="1.5 KB"/><IfLastModified age="30d"/></IfAny>', "<maxHistory>30</maxHistory><totalSizeCap>1536</totalSizeCap>", [`${NOTE}, and totalSizeCap 1536.`]],
  ['<IfLastModified age="30d"/><IfAccumulatedFileSize exceeds="10 GB"/>', "<maxHistory>30</maxHistory><totalSizeCap>10GB</totalSizeCap>", [BOTH, `${NOTE}, and totalSizeCap 10GB.`]],
  ['<IfAccumulatedFileSize exceeds="10 GB"/>', "<maxHistory>3650</maxHistory><totalSizeCap>10GB</totalSizeCap>", [`${NOTE.replace("30", "3650")}, and totalSizeCap 10GB.`]],
  ['<IfLastModified age="30d"/><IfAccumulatedFileCount exceeds="9"/>', "<maxHistory>30</maxHistory>", ["warning: <IfAccumulatedFileCount> is not carried over.", "warning: exceeds=9 of <IfAccumulatedFileCount> is not carried over.", `${NOTE}.`]],
  ['<IfNot><IfLastModified age="30d"/></IfNot>', "", ["warning: <IfNot> is not carried over.", NOTHING]],
  ['<IfLastModified age="soon"/>', "", ["warning: <IfLastModified> is not carried over.", NOTHING]],
  ['<IfLastModified age="${sys:AGE:-30d}"/>', "<maxHistory>30</maxHistory>", [`${NOTE}.`]],
  ['<IfLastModified age="30d"/>', "", ["warning: <Delete> is not carried over: in its testMode it removed nothing."], 'testMode="true"'],
];

for (const [conditions, limits, remarks, attributes] of removals) {
  test(`<Delete ${attributes ?? ""}> with ${conditions}`, () => {
    expect(removing(DAILY, conditions, attributes)).toEqual({ limits, remarks });
  });
}

test("names of archives may begin with variables", () => {
  expect(removing("${sys:base}${sys:file.separator}${sys:name}-%d.log", '<IfFileName glob="${sys:name}-*"/><IfLastModified age="30d"/>')).toEqual({ limits: "<maxHistory>30</maxHistory>", remarks: [`${NOTE}.`] });
});

const patterns: readonly (readonly [filePattern: string, fileNamePattern: string, remarks?: readonly string[]])[] = [
  ["/%d{yyyy}/%d{MM}/d-%d{yyyy-MM-dd}.log.zip", "/%d{yyyy, aux}/%d{MM, aux}/d-%d{yyyy-MM-dd}.log.zip"],
  ["/%d{yyyy-MM-dd}/d-%d{yyyy-MM}.log", "/%d{yyyy-MM-dd}/d-%d{yyyy-MM, aux}.log"],
  ["/$${date:yyyy-MM}/d-%d{yyyy-MM-dd-HH}{UTC}.log", "/%d{yyyy-MM, aux}/d-%d{yyyy-MM-dd-HH, UTC}.log"],
  ["/d-%d{yyyy}.log", "/d-%d{yyyy}.log", ["warning: Appender [A] does not start: Logback rolls at least once in a month, and its filePattern has no date as short."]],
  ["/d-%d.log.bz2", "/d-%d{yyyy-MM-dd}.log.gz", ["warning: Archives of appender [A] end with .gz and are compressed so: .bz2 is not carried over."]],
];

for (const [filePattern, fileNamePattern, remarks = []] of patterns) {
  test(`the filePattern ${filePattern} is ${fileNamePattern}`, () => {
    expect(rolling(filePattern, BY_TIME)).toEqual({ parts: `<rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy"><fileNamePattern>${fileNamePattern}</fileNamePattern></rollingPolicy>`, remarks });
  });
}

const sizes: readonly (readonly [size: string, maxFileSize: string, remarks?: readonly string[]])[] = [
  ["2 TB", "2048GB"],
  ["1.5 GB", "1610612736"],
  ["${sys:SZ:-10 MB}", "${SZ:-10 MB}"],
  ["large", "10MB", ['warning: Size "large" of appender [A] is not carried over; 10MB is taken.']],
];

for (const [size, maxFileSize, remarks = []] of sizes) {
  test(`a size of ${size} is ${maxFileSize}`, () => {
    const { parts, remarks: found } = rolling("/a.%i", `<SizeBasedTriggeringPolicy size="${size}"/>`);

    expect({ maxFileSize: /<maxFileSize>(.*)<\/maxFileSize>/.exec(parts)?.[1], found }).toEqual({ maxFileSize, found: remarks });
  });
}

const ORDER = "note: Of the archives of appender [A] the newest has the lowest number; in Log4j 2 it had the highest one.";
const strategies: readonly (readonly [strategy: string, window: string, remarks: readonly string[]])[] = [
  ['<DefaultRolloverStrategy max="3"/>', "1-3", [ORDER]],
  ['<DefaultRolloverStrategy min="5" max="9" fileIndex="min"/>', "5-9", []],
  ['<DefaultRolloverStrategy max="365" fileIndex="min"/>', "1-101", ['warning: max="365" of appender [A] is more than there can be by number; 101 are kept, and older ones are removed.']],
  ['<DefaultRolloverStrategy max="${sys:N:-10}" fileIndex="min"/>', "1-10", ['warning: max="${N:-10}" of appender [A] cannot be a variable; 10 is taken.']],
  ['<DefaultRolloverStrategy max="many" fileIndex="min"/>', "1-7", ['warning: max="many" of appender [A] is no number; 7 is taken.']],
  ['<DefaultRolloverStrategy min="9" fileIndex="min"/>', "9-9", ['warning: min="9" of appender [A] is above max="7"; one archive is kept.']],
  ['<DefaultRolloverStrategy fileIndex="nomax"/>', "1-101", ['warning: fileIndex="nomax" of appender [A] is not carried over: archives by number are limited, and older ones are removed. A date in the name keeps all of them.']],
  ['<DefaultRolloverStrategy fileIndex="min" compressionLevel="9" stopCustomActionsOnError="true"/>', "1-7", [
    "note: compressionLevel of appender [A] is not carried over; archives are compressed as Logback does.",
    "warning: stopCustomActionsOnError=true of <DefaultRolloverStrategy> of appender [A] is not carried over.",
  ]],
  ['<DefaultRolloverStrategy fileIndex="min"><Delete basePath="/l"/><PosixViewAttribute/></DefaultRolloverStrategy>', "1-7", [
    "warning: <PosixViewAttribute> of appender [A] is not carried over.",
    "warning: <Delete> of appender [A] is not carried over: archives by number are removed by their number.",
  ]],
];

for (const [strategy, window, remarks] of strategies) {
  test(`${strategy} keeps the archives ${window}`, () => {
    const { parts, remarks: found } = rolling("/a.%i", strategy);
    const [, lowest, highest] = /<minIndex>(\d+)<\/minIndex><maxIndex>(\d+)</.exec(parts) ?? [];

    expect({ window: `${lowest ?? ""}-${highest ?? ""}`, found }).toEqual({ window, found: remarks });
  });
}

test("files that Log4j 2 numbered from the start get a file of their own", () => {
  const { parts, remarks } = rolling("/a.%i.log.gz", '<DirectWriteRolloverStrategy maxFiles="4"/>', "");

  expect(parts).toMatch(/^<file>\/a\.0\.log<\/file>.*<maxIndex>4</);
  expect(remarks).toEqual(["warning: Appender [A] has no fileName, which archives by number need; /a.0.log is taken."]);
});

test("what is left of policies, and of strategies by time, is told", () => {
  expect(rolling("/a.%d.log", '<TimeBasedTriggeringPolicy modulate="true" maxRandomDelay="60"/><DirectWriteRolloverStrategy maxFiles="4" other="x"/><OtherStrategy/>', "").remarks).toEqual([
    "warning: maxRandomDelay=60 of <TimeBasedTriggeringPolicy> of appender [A] is not carried over.",
    "warning: <OtherStrategy> of appender [A] is not carried over.",
    'warning: maxFiles="4" of appender [A] is not carried over: it counts the files of one period. <totalSizeCap> limits what they take.',
    "warning: other=x of <DirectWriteRolloverStrategy> of appender [A] is not carried over.",
  ]);
});
