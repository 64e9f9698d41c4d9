import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileNamePattern } from "../../src/rolling/file-name-pattern.js";
import { collectedReport, patternOf } from "../support/rolling.js";

const FRIDAY = Date.UTC(2024, 2, 15, 10, 30, 0, 123);

const NAMES = [
  { pattern: "app.%d{yyyy-MM-dd, UTC}.log", name: "app.2024-03-15.log" },
  { pattern: "app.%d{yyyy-MM-dd_HH, Asia/Kolkata}.log", name: "app.2024-03-15_16.log" },
  { pattern: "logs/%d{yyyy/MM, UTC, aux}/app.%d{yyyy-MM-dd, UTC}.%i.log.gz", name: "logs/2024/03/app.2024-03-15.7.log.gz" },
  { pattern: "app.%03i.log", name: "app.007.log" },
  { pattern: "app.%-3i.log", name: "app.007.log" },
  { pattern: "app.%i.%3i.log", name: "app.7.007.log" },
  { pattern: "C:\\logs\\app.%i.log", name: "C:/logs/app.7.log" },
  { pattern: "  app (old).%i.log\n", name: "app (old).7.log" },
  { pattern: "app.%d{YYYY-'W'ww, UTC}.log", name: "app.2024-W11.log" },
  { pattern: "$x[+]{a}.%i", name: "$x[+]{a}.7" },
];

for (const { pattern, name } of NAMES) {
  test(`${JSON.stringify(pattern)} prints ${name}`, () => {
    expect(patternOf(pattern).format(FRIDAY, 7)).toBe(name);
  });
}

test("the first %d without aux is the primary one", () => {
  const { primary } = patternOf("%d{yyyy/MM, Aux}/%d{yyyy-MM-dd_HH, Europe/Berlin}.%d{mm}.log");

  expect(primary).toMatchObject({ datePattern: "yyyy-MM-dd_HH", zone: "Europe/Berlin" });
});

test("a date behind the primary one may have letters that show no period", () => {
  expect(patternOf("%d{yyyy, aux}/%d.%d{yyyy-'Q'Q}.log").format(FRIDAY, 7)).toMatch(/^\d{4}\/\d{4}-\d\d-\d\d\.\d{4}-Q[1-4]\.log$/);
});

test("a pattern with only auxiliary dates has no primary one", () => {
  expect(patternOf("app.%d{yyyy, aux}.%i.log").primary).toBe(undefined);
});

test("braces without a date pattern mean days", () => {
  expect(patternOf("app.%d{}.log").primary?.datePattern).toBe("yyyy-MM-dd");
});

describe("compression", () => {
  test.each([
    ["app.%i.log.gz", "gz"],
    ["app.%i.zip", "zip"],
    ["app.%i.log.xz", "xz"],
    ["app.%i.log.GZ", undefined],
    ["app.%igz", undefined],
    ["app.gz.%i", undefined],
  ])("%s means %s", (pattern, compression) => {
    expect(FileNamePattern.parse(pattern, collectedReport([]))?.compression).toBe(compression);
  });

  test("its ending can be taken off or exchanged", () => {
    const pattern = patternOf("app.%i.log.xz");

    expect([pattern.withCompression(undefined), pattern.withCompression("gz"), pattern.withCompression("xz")].map((each) => each.format(0, 3))).toEqual(["app.3.log", "app.3.log.gz", "app.3.log.xz"]);
    expect(pattern.withCompression("gz").text).toBe("app.%i.log.gz");
    expect(patternOf("app.%i.log").withCompression("gz").text).toBe("app.%i.log");
  });
});

describe("mistakes", () => {
  const MISTAKES = [
    {
      pattern: "app.%d{bogus}.log",
      message: 'ERROR "bogus" is no date pattern for a file name: Unknown pattern letter: b. yyyy-MM-dd is used.',
      name: /^app\.\d{4}-\d\d-\d\d\.log$/,
    },
    {
      pattern: "app.%d{yyyy-'Q'Q}.log",
      message: `ERROR "yyyy-'Q'Q" is no date pattern for a file name: It has a letter from which no period can be told. yyyy-MM-dd is used.`,
      name: /^app\.\d{4}-\d\d-\d\d\.log$/,
    },
    {
      pattern: "app.%d{ppH, aux}.%d.log",
      message: 'ERROR "ppH" is no date pattern for a file name: It pads with spaces. yyyy-MM-dd is used.',
      name: /^app\.\d{4}-\d\d-\d\d\.\d{4}-\d\d-\d\d\.log$/,
    },
    {
      pattern: "app.%d{yyyy-MM-dd, PST}.log",
      message: 'ERROR "PST" is no time zone: expected an id such as UTC, Europe/Berlin or +02:00; the system\'s zone is used.',
      name: /^app\.\d{4}-\d\d-\d\d\.log$/,
    },
    {
      pattern: "app.%d{yyyy-MM-dd, PST, UTC}.log",
      message: 'ERROR "PST" is no time zone: expected an id such as UTC, Europe/Berlin or +02:00; UTC is used.',
      name: /^app\.2024-03-15\.log$/,
    },
    {
      pattern: "app.%date.log",
      message: 'ERROR In the file name pattern "app.%date.log", %date stands for nothing: expected %d or %i; it is printed as %PARSER_ERROR[date].',
      name: /^app\.%PARSER_ERROR\[date\]\.log$/,
    },
    {
      pattern: "a%%b.%d{yyyy}.log",
      message: 'ERROR The file name pattern "a%%b.%d{yyyy}.log" has a mistake at character 2: expected %d, %d{date pattern, zone, aux} or %i there.',
      name: /^a%b\.\d{4}\.log$/,
    },
  ];
  for (const { pattern, message, name } of MISTAKES) {
    test(`${pattern} is said and still prints a name`, () => {
      const said: string[] = [];

      expect(FileNamePattern.parse(pattern, collectedReport(said))?.format(FRIDAY)).toMatch(name);
      expect(said).toEqual([message]);
    });
  }

  test.each([
    ["app.%d{yyyy-MM-dd", 'The file name pattern "app.%d{yyyy-MM-dd" has a mistake'],
    ["app.%", 'The file name pattern "app.%" has a mistake'],
    ["  ", 'The file name pattern "" has a mistake'],
    ["app.%(%d)", 'The file name pattern "app.%(%d)" has a mistake'],
    ["(a) (b).%d{yyyy.log", 'The file name pattern "(a) (b).%d{yyyy.log" has a mistake at character 11:'],
  ])("%j cannot be used, and that is said", (pattern, message) => {
    const said: string[] = [];

    expect(FileNamePattern.parse(pattern, collectedReport(said))).toBe(undefined);
    expect(said).toEqual([expect.stringMatching(/^ERROR .*expected %d, .*; it cannot be used\.$/)]);
    expect(said[0]).toContain(message);
  });
});

describe("names read back", () => {
  const NOW = FRIDAY;
  const READ = [
    { pattern: "app.%d{yyyy-MM-dd, UTC}.%i.log", name: "app.2024-03-01.12.log", time: Date.UTC(2024, 2, 1), index: 12 },
    { pattern: "logs/%d{yyyy/MM, UTC, aux}/app.%d{dd_HH, UTC}.log", name: "logs/2023/12/app.31_23.log", time: Date.UTC(2023, 11, 31, 23), index: 0 },
    { pattern: "app.%d{yyyyMMddHHmm, UTC}%i", name: "app.20240315102912", time: Date.UTC(2024, 2, 15, 10, 29), index: 12 },
    { pattern: "app.%d{MMM-yyyy, UTC}.log", name: "app.Feb-2024.log", time: Date.UTC(2024, 1, 1), index: 0 },
    { pattern: "app.%d{yyyy-DDD, UTC}.log", name: "app.2024-060.log", time: Date.UTC(2024, 1, 29), index: 0 },
    { pattern: "app.%d{yyyy-MM-dd_hh_a, UTC}.log", name: "app.2024-03-14_12_AM.log", time: Date.UTC(2024, 2, 14), index: 0 },
    { pattern: "app.%d{HH, UTC}.log", name: "app.23.log", time: Date.UTC(2024, 2, 14, 23), index: 0 },
    { pattern: "app.%d{kk, UTC}.log", name: "app.24.log", time: Date.UTC(2024, 2, 15), index: 0 },
    { pattern: "app.%d{MM-dd_HH, UTC}.log", name: "app.02-29_05.log", time: Date.UTC(2024, 1, 29, 5), index: 0 },
    { pattern: "app.%d{mm, UTC}.log", name: "app.31.log", time: Date.UTC(2024, 2, 15, 9, 31), index: 0 },
    { pattern: "app.%d{yyyy-MM-dd, UTC}.log", name: "app.2031-01-01.log", time: Date.UTC(2031, 0, 1), index: 0 },
    { pattern: "app.%i.%i.log", name: "app.5.5.log", time: undefined, index: 5 },
    { pattern: "app.%i%i", name: "app.1111", time: undefined, index: 11 },
  ];
  for (const { pattern, name, time, index } of READ) {
    test(`${name} by ${pattern}`, () => {
      expect(patternOf(pattern).parse(name, NOW)).toEqual({ time, index });
    });
  }

  test("a week's name means a day of that week", () => {
    const pattern = patternOf("app.%d{yyyy-ww, UTC}.log");

    expect(pattern.parse("app.2024-11.log", NOW)?.time).toBe(Date.UTC(2024, 2, 15));
    expect(pattern.parse("app.2024-09.log", NOW)?.time).toBe(Date.UTC(2024, 2, 2));
  });

  const FOREIGN = [
    { pattern: "app.%d{yyyy-MM-dd, UTC}.log", names: ["app.2024-02-30.log", "app.2024-3-1.log", "appx2024-03-01.log", "app.2024-03-01.log.gz", "app.2024-03-01.log\n", "App.2024-03-01.log", "app.2024-13-01.log", "app.0000-00-00.log", ""] },
    { pattern: "app.%i.log", names: ["app.007.log", "app.-1.log", "app.1e3.log", "app.2147483648.log", "app.99999999999999999999.log", "app..log", "app.١.log"] },
    { pattern: "app.%03i.log", names: ["app.7.log", "app.0007.log"] },
    { pattern: "app.%i.%i.log", names: ["app.1.2.log"] },
    { pattern: "logs/%d{yyyy/MM/dd, UTC}/app.log", names: ["logs/2024/02/30/app.log", "logs/2024-02-28/app.log", "logs/../02/28/app.log", "x/logs/2024/02/28/app.log"] },
    { pattern: "app.%d{yyyy-MM-dd_HH, Europe/Berlin}.log", names: ["app.2024-03-31_02.log"] },
    { pattern: "app.%d{MMM-yyyy, UTC}.log", names: ["app.feb-2024.log", "app.../x-2024.log"] },
  ];
  for (const { pattern, names } of FOREIGN) {
    test(`${pattern} did not print ${names.map((name) => JSON.stringify(name)).join(", ")}`, () => {
      expect(names.filter((name) => patternOf(pattern).parse(name, NOW) !== undefined)).toEqual([]);
    });
  }
});

describe("the index at a time", () => {
  test("is that of the names of its period alone", () => {
    const pattern = patternOf("logs/%d{yyyy/MM, UTC, aux}/app.%d{yyyy-MM-dd, UTC}.%02i.log");
    const names = ["logs/2024/03/app.2024-03-15.07.log", "logs/2024/03/app.2024-03-15.123.log", "logs/2024/03/app.2024-03-14.07.log", "logs/2024/03/app.2024-03-15.7.log", "logs/2024/03/app.2024-03-15.007.log", "logs/2024/03/app.2024-03-15.07xlog"];

    expect(names.map((name) => pattern.indexAt(name, FRIDAY))).toEqual([7, 123, undefined, undefined, undefined, undefined]);
  });

  test("is 0 where names have none", () => {
    const pattern = patternOf("app.%d{yyyy-MM-dd, UTC}.log");

    expect(["app.2024-03-15.log", "app.2024-03-16.log"].map((name) => pattern.indexAt(name, FRIDAY))).toEqual([0, undefined]);
  });
});

describe("format and parse", () => {
  const DATES = ["yyyy-MM-dd", "yyyyMMdd_HHmm", "yyyy-MM-dd_HH-mm-ss.SSS", "yyyy-ww", "YYYY-'W'ww", "yyyy-MM", "MMM-yyyy", "yyyy-MM-W", "yyyy-DDD", "yy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd_hh_a", "yyyy-MM-dd'T'HHXXX", "EEE-yyyy-MM-dd"];
  const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "+05:45"];
  const literal = fc.string({ unit: fc.constantFrom("a", "b", ".", "-", "_", " ", "(", ")", "[", "]", "{", "}", "+", "$", "^", "|", "~", "#", ",", "'", "é", "文"), maxLength: 6 });
  const template = fc.record({
    date: fc.constantFrom(...DATES),
    zone: fc.constantFrom(...ZONES),
    index: fc.constantFrom("", ".%i", ".%3i", "%i"),
    ends: fc.tuple(literal, literal),
    time: fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2090, 0, 1) }),
    count: fc.nat({ max: 2_147_483_647 }),
  });

  test("are inverse: what is read is printed the same", () => {
    fc.assert(
      fc.property(template, ({ date, zone, index, ends: [before, after], time, count }) => {
        const pattern = patternOf(`logs/x${before}%d{"${date}", ${zone}}${index === "%i" ? "_%i" : index}${after === "" ? "" : `.${after}`}`);
        const name = pattern.format(time, count);
        const read = pattern.parse(name, time + 86_400_000);

        expect(read).not.toBe(undefined);
        expect(pattern.format(read?.time ?? 0, read?.index)).toBe(name);
        expect(read?.index).toBe(index === "" ? 0 : count);
      }),
    );
  });

  test("a name with one character changed is foreign, or another name of the pattern", () => {
    fc.assert(
      fc.property(template, fc.nat(), fc.string({ minLength: 0, maxLength: 2 }), ({ date, zone, index, time, count }, at, text) => {
        const pattern = patternOf(`logs/app.%d{"${date}", ${zone}}${index === "%i" ? "_%i" : index}.log`);
        const name = pattern.format(time, count);
        const place = at % name.length;
        const changed = name.slice(0, place) + text + name.slice(place + 1);
        const read = pattern.parse(changed, time);

        if (read !== undefined) {
          expect(pattern.format(read.time ?? 0, read.index)).toBe(changed);
        }
      }),
    );
  });
});
