import fc from "fast-check";
import { expect, test } from "vitest";
import { logbackPattern } from "../../../src/cli/migrate/pattern.js";
import type { Dialect } from "../../../src/cli/migrate/pattern-words.js";
import { printed } from "../../support/patterns.js";

interface Migrated {
  readonly pattern: string;
  readonly lost: readonly string[];
  readonly changed: readonly string[];
}

function migrated(pattern: string, dialect: Dialect): Migrated {
  const lost: string[] = [];
  const changed: string[] = [];
  return { pattern: logbackPattern(pattern, dialect, { lost: (what) => lost.push(what), changed: (what) => changed.push(what) }), lost, changed };
}

const DATE = "2024-03-15";
const common = [
  { old: "%-5p [%t] %c - %m%n", now: "%-5level [%thread] %logger - %msg%n" },
  { old: "%p%m", now: "%level%msg" },
  { old: "%20.30c %.10t", now: "%20.30logger %.10thread" },
  { old: "%05L", now: "%5line" },
  { old: "%c{36}", now: "%logger" },
  { old: "%c{1} %C{1}", now: "%logger{0} %class{0}" },
  { old: "100%% (%t)", now: "100\\% \\(%thread\\)" },
  { old: "%l %-40l", now: "%class.%method\\(%file:%line\\) %-40(%class.%method\\(%file:%line\\))" },
  { old: "%X{user} %X", now: "%X{user} %X" },
  { old: "%m\n%p\tx", now: "%msg%n%level\\tx" },
  { old: "%m${line.separator}", now: "%msg${line.separator}" },
  { old: "%d", now: "%d" },
  { old: "%d{yyyy-MM-dd}", now: '%d{"yyyy-MM-dd"}' },
  { old: "%d{HH:mm:ss,SSS}{UTC}", now: '%d{"HH:mm:ss,SSS", UTC}' },
  { old: "%d{ABSOLUTE}", now: '%d{"HH:mm:ss,SSS"}' },
  { old: "%d{DATE}", now: '%d{"dd MMM yyyy HH:mm:ss,SSS"}' },
  { old: "%r %M %F %L %C", now: "%relative %method %file %line %class" },
  { old: "%throwable{short}", now: "%ex{short}" },
  { old: "%", now: "\\%" },
  { old: "", now: "" },
] as const;

for (const dialect of ["Log4j", "Log4j 2"] as const) {
  for (const { old, now } of common) {
    test(`"${old}" of ${dialect} is "${now}"`, () => {
      expect(migrated(old, dialect)).toEqual({ pattern: now, lost: [], changed: [] });
    });
  }
}

const words = [
  { dialect: "Log4j", old: "%d{ISO8601}", now: '%d{"yyyy-MM-dd HH:mm:ss,SSS"}' },
  { dialect: "Log4j 2", old: "%d{ISO8601}", now: `%d{"yyyy-MM-dd'T'HH:mm:ss,SSS"}` },
  { dialect: "Log4j 2", old: "%d{DEFAULT}", now: '%d{"yyyy-MM-dd HH:mm:ss,SSS"}' },
  { dialect: "Log4j 2", old: "%date{UNIX} %d{UNIX_MILLIS}", now: "%epoch{seconds} %epoch" },
  { dialect: "Log4j", old: "%d{iso8601} %d{Absolute}", now: '%d{"yyyy-MM-dd HH:mm:ss,SSS"} %d{"HH:mm:ss,SSS"}' },
  { dialect: "Log4j", old: "%t C:\\logs", now: "%thread C:\\\\logs" },
  { dialect: "Log4j 2", old: "%d{default}", now: '%d{"yyyy-MM-dd HH:mm:ss,SSS"}' },
  { dialect: "Log4j 2", old: "%p\\t%m\\r\\n", now: "%level\\t%msg%n" },
  { dialect: "Log4j 2", old: "C:\\\\logs\\'%m", now: "C:\\\\logs'%msg" },
  { dialect: "Log4j 2", old: "%enc{%m}{CRLF}", now: "%replace(%replace(%msg){'\\r', '\\\\r'}){'\\n', '\\\\n'}" },
  { dialect: "Log4j 2 without ANSI", old: "%highlight{%-5p}%n%style{%c}{red} %-10red{%t}", now: "%-5level%n%logger %-10(%thread)" },
  { dialect: "Log4j 2", old: "%message %msg{nolookups}%n", now: "%msg %msg%n" },
  { dialect: "Log4j 2", old: "%level %logger{1.} %threadName", now: "%level %logger{5} %thread" },
  { dialect: "Log4j 2", old: "%highlight{%-5level}%n", now: "%highlight(%-5level){}%n" },
  { dialect: "Log4j 2", old: "%style{%c}{red}", now: "%red(%logger)" },
  { dialect: "Log4j 2", old: "%style{%c}{bright,blue} %style{x}{bright_black} %cyan{%t}", now: "%boldBlue(%logger) %gray(x) %cyan(%thread)" },
  { dialect: "Log4j 2", old: "%clr{%d}{faint} %clr{%5p}", now: "%gray(%d) %highlight(%5level)" },
  { dialect: "Log4j 2", old: "%replace{%m}{\\s+}{ }", now: "%replace(%msg){'\\s+', ' '}" },
  { dialect: "Log4j 2", old: "%marker %sn %rEx %xEx{5} %ex{none} %xwEx", now: "%marker %lsn %rEx %xEx{5} %nopex %ex" },
] as const;

for (const { dialect, old, now } of words) {
  test(`"${old}" of ${dialect} is "${now}"`, () => {
    expect(migrated(old, dialect)).toEqual({ pattern: now, lost: [], changed: [] });
  });
}

const remarks = [
  { dialect: "Log4j", old: "[%x] %m", now: "[] %msg", lost: ["%x"], changed: [] },
  { dialect: "Log4j 2", old: "%K{id}%uuid%m", now: "%msg", lost: ["%K", "%uuid"], changed: [] },
  { dialect: "Log4j", old: "%c{2}", now: "%logger", lost: [], changed: ["{2} of %logger has no equivalent; the whole name is printed"] },
  { dialect: "Log4j 2", old: "%enc{%m}{JSON} %encode{%p}", now: "%msg %level", lost: ["%enc{JSON}", "%enc{HTML}"], changed: [] },
  { dialect: "Log4j 2", old: "%pid|%tid|%nano|%processId|%threadId|%tp|%threadPriority|%repeat{*}{3}|%map{k}|%MAP|%N|%ndc", now: "|||||||||||", lost: "%pid %tid %nano %processId %threadId %tp %threadPriority %repeat %map %MAP %N %ndc".split(" "), changed: [] },
  { dialect: "Log4j 2", old: "%equalsIgnoreCase{%m}{a}{b}|%endOfBatch", now: "|", lost: ["%equalsIgnoreCase", "%endOfBatch"], changed: [] },
  { dialect: "Log4j 2", old: "%node_name", now: "%n\\_ode_name", lost: [], changed: ['%node is %n with the text "ode" behind it, as it was'] },
  { dialect: "Log4j", old: "%message", now: "%msg\\_essage", lost: [], changed: ['%message is %m with the text "essage" behind it, as it was'] },
  { dialect: "Log4j 2", old: "%X{a,b}", now: "%X", lost: [], changed: ["%X prints the whole MDC instead of {a,b}"] },
  { dialect: "Log4j 2", old: "%level{length=1}", now: "%level", lost: [], changed: ["{length=1} of %level has no equivalent"] },
] as const;

for (const { dialect, old, now, lost, changed } of remarks) {
  test(`"${old}" of ${dialect} is "${now}", and what is different is told`, () => {
    expect(migrated(old, dialect)).toEqual({ pattern: now, lost, changed });
  });
}

test("a zone of a date counts", () => {
  expect(printed(migrated("%d{HH:mm:ss,SSS}{UTC} %d{DATE}{Asia/Tokyo}", "Log4j").pattern)).toEqual({ text: "10:30:00,123 15 Mar 2024 19:30:00,123", started: true, problems: [] });
});

test("a migrated pattern prints what Log4j would", () => {
  const { pattern } = migrated("%d{yyyy-MM-dd}T %-5p(%c{1}) 100%% [%-8.8t]\\%m\n", "Log4j");

  expect(printed(pattern, { message: "paid", threadName: "main" })).toEqual({ text: `${DATE}T INFO (Main) 100% [main    ]\\paid\n`, started: true, problems: [] });
});

test("%enc{CRLF} prints line breaks as Log4j 2 does", () => {
  expect(printed(migrated("%enc{%m}{CRLF}|", "Log4j 2").pattern, { message: "a\r\nb" }).text).toBe("a\\r\\nb|");
});

for (const dialect of ["Log4j", "Log4j 2"] as const) {
  test(`text of ${dialect} around words is printed as it stands`, () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom("(", ")", "\\", "{", "}", "$", "_", "'", " ", "\t", "m", "é"), fc.string({ minLength: 1, maxLength: 1 })) }).filter((one) => !one.includes("%") && !one.startsWith("{"));
    // Log4j 2 takes a backslash in its text for the beginning of an escape.
    const written = (one: string): string => (dialect === "Log4j" ? one : one.replaceAll("\\", "\\\\"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pattern } = migrated(`${written(before)}%m %p${after === "" ? "" : ` ${written(after)}`}`, dialect);

        expect(printed(pattern, { message: "paid" })).toEqual({ text: `${before}paid INFO${after === "" ? "" : ` ${after}`}`, started: true, problems: [] });
      }),
      { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 200) },
    );
  });
}

test("text directly behind a word stays text", () => {
  fc.assert(
    fc.property(fc.constantFrom("x", "_", "1", "é", "$", "(", ")", "\\", ".", "{x", " ", "\t"), fc.constantFrom("%m", "%c{1}", "%X{a}", "%-5p"), (text, word) => {
      const alone = printed(migrated(word, "Log4j").pattern, { mdc: { a: "A" } }).text;

      expect(printed(migrated(`${word}${text}`, "Log4j").pattern, { mdc: { a: "A" } })).toEqual({ text: `${alone}${text}`, started: true, problems: [] });
    }),
  );
});
