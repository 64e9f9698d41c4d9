import { expect, test } from "vitest";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { Level } from "../../src/core/level.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import type { ConverterFactory } from "../../src/pattern/converter.js";
import { neutralise } from "../../src/util/neutralise.js";
import { anEvent } from "../support/events.js";
import { printed, textOf, WORDS } from "../support/patterns.js";

/** The words of Logback and one more. */
function withWord(word: string, factory: ConverterFactory): ReadonlyMap<string, ConverterFactory> {
  return new Map([...WORDS, [word, factory]]);
}

test("a pattern prints text and conversions in their order", () => {
  expect(textOf("[%thread] %-5level %logger{0} - %msg%n")).toBe("[main] INFO  Main - started\n");
});

for (let count = 0; count <= 9; count++) {
  test(`a pattern with ${String(count)} parts that differ at every event prints all of them`, () => {
    const pattern = Array.from({ length: count }, (_, index) => `${String(index)}:%msg `).join("");

    expect(textOf(`${pattern}.`)).toBe(`${pattern.replaceAll("%msg", "started")}.`);
  });
}

test("an unknown word prints an error in its place, and the rest is printed", () => {
  expect(printed("%d{yyyy} %mesage|%msg")).toEqual({
    text: "2024 %PARSER_ERROR[mesage]|started",
    started: true,
    problems: ['ERROR 10 There is no conversion word "%mesage"; did you mean "%message"? It is printed as an error.'],
  });
});

test("an unknown word ignores its format and the parts between its parentheses", () => {
  expect(textOf("%20nowhere(%msg)|")).toBe("%PARSER_ERROR[nowhere]|");
});

test("a word that takes no parentheses prints an error when it has some", () => {
  expect(printed("%level(%msg) x")).toEqual({
    text: "%PARSER_ERROR[level] x",
    started: true,
    problems: ['ERROR 1 "%level" takes no parentheses. Write \\( for a parenthesis behind it. It is printed as an error.'],
  });
});

test("a group's word without parentheses is a group without parts", () => {
  expect(textOf("%red|")).toBe("\x1b[31m\x1b[0;39m|");
});

test("a pattern that cannot be used prints nothing", () => {
  expect(printed("%d{HH:mm")).toMatchObject({ text: "", started: false });
});

test("problems of compiling are kept in the result", () => {
  const { problems } = compilePattern("%nowhere", { words: WORDS });

  expect(problems.map(({ level, column }) => [level, column])).toEqual([["ERROR", 1]]);
});

const throwables = [
  { pattern: "%msg", text: "startedError: boom\n" },
  { pattern: "%msg%n%nopex", text: "started\n" },
  { pattern: "%ex{0}%msg", text: "Error: boom\nstarted" },
  { pattern: "%red(%ex{0})", text: "\x1b[31mError: boom\n\x1b[0;39m" },
  { pattern: "%red(%cyan(%nopex))", text: "\x1b[31m\x1b[36m\x1b[0;39m\x1b[0;39m" },
] as const;

for (const { pattern, text } of throwables) {
  test(`"${pattern}" prints the throwable ${JSON.stringify(text)}`, () => {
    expect(textOf(pattern, { throwableInit: { class: "Error", message: "boom" } })).toBe(text);
  });
}

test("another word may print the throwable of a pattern that says nothing of it, or none", () => {
  const init = { throwableInit: { class: "Outer", cause: { class: "Inner" } } };

  expect(textOf("%msg|", init, { throwableWord: "rEx" })).toBe("started|Inner\nWrapped by: Outer\n");
  expect(textOf("%msg|", init, { throwableWord: "" })).toBe("started|");
});

test("a word of the application's own is a function of the event", () => {
  const words = withWord("shout", ([mark = "?"]) => (event) => event.formattedMessage.toUpperCase() + mark);

  expect(textOf("%-10shout{!}|", {}, { words })).toBe("STARTED!  |");
});

test("a group of the application's own changes the text of its parts", () => {
  const words = withWord("twice", () => ({ kind: "group", transform: (text) => text + text }));

  expect(textOf("%twice(%level-)|", {}, { words })).toBe("INFO-INFO-|");
});

test("a word that cannot be made prints an error in its place", () => {
  const words = withWord("broken", () => {
    throw new TypeError("no such thing");
  });

  expect(printed("a %broken b", {}, { words })).toEqual({
    text: "a %PARSER_ERROR[broken] b",
    started: true,
    problems: ['ERROR 3 "%broken" could not be made: no such thing. It is printed as an error.'],
  });
});

test("logged data is made harmless where that is asked for, and what the pattern wrote is not", () => {
  const init = { loggerName: "a\nb", threadName: "t\r", message: "x\x1b[2Jy", mdc: { k: "v\n" }, throwableInit: { class: "E", message: "m\nn", frames: ["f\n(g)"] } };

  const text = textOf("%red(%msg){}%n%c %t %X %X{k}%n%ex", init, { neutralise });

  expect(text).toBe("\x1b[31mx\\x1b[2Jy\x1b[0;39m\na\\nb t\\r k=v\\n v\\n\nE: m\\nn\n\tat f\\n(g)\n");
});

test("only a pattern with parts of the millisecond asks for the fine clock", () => {
  expect(compilePattern("%d{HH:mm:ss.SSSSSS}", { words: WORDS }).needsNanos).toBe(false);
  expect(compilePattern("%red(%micros)", { words: WORDS }).needsNanos).toBe(true);
});

test("a converter is made once for each place of its word", () => {
  const made: (string | undefined)[] = [];
  const words = withWord("w", (options) => {
    made.push(options[0]);
    return { kind: "text", text: "" };
  });
  const { convert } = compilePattern("%w{a}%w{b}", { words });
  convert(anEvent());
  convert(anEvent({ level: Level.WARN }));

  expect(made).toEqual(["a", "b"]);
});

test("a word that throws costs neither the line nor the next event, and is said once", () => {
  const words = new Map([...WORDS, ["moody", () => ({ message }: LoggingEvent) => {
    if (message === "bad") {
      throw new TypeError("moody");
    }
    return message;
  }]] as const);
  const problems: string[] = [];
  const { convert } = compilePattern("%level [%moody] %logger%nopex", { words, report: ({ level, message }) => problems.push(`${level} ${message}`) });

  expect([convert(anEvent({ message: "bad" })), convert(anEvent({ message: "bad" })), convert(anEvent({ message: "good" }))]).toEqual([
    "INFO [[unprintable: TypeError]] com.example.Main",
    "INFO [[unprintable: TypeError]] com.example.Main",
    "INFO [good] com.example.Main",
  ]);
  expect(problems).toEqual(["ERROR A conversion word failed to print an event; a mark stands in its place. Said once."]);
});

const strangeWords: readonly (readonly [came: string, made: unknown])[] = [
  ["string", "4711"],
  ["undefined", undefined],
  ["null", null],
  ["Promise", Promise.resolve()],
  ["Object", { kind: "event" }],
];

for (const [came, made] of strangeWords) {
  test(`a factory that returns ${came} costs its place, and not the line`, () => {
    const { convert, problems } = compilePattern("%level %-6pid %msg%nopex", { words: withWord("pid", () => made as never) });

    expect(convert(anEvent({ message: "here" }))).toBe("INFO %PARSER_ERROR[pid] here");
    expect(problems.map(({ level, column, message }) => `${level} ${column} ${message}`)).toEqual([
      `ERROR 8 "%pid" could not be made: its factory must return a function (event) => text, got ${came}. It is printed as an error.`,
    ]);
  });
}

test("a factory that said why it returns nothing is not corrected", () => {
  const words = withWord("pid", (_options, { report }) => {
    report("ERROR", "There is no pid.");
    return undefined as never;
  });

  expect(compilePattern("%pid", { words }).problems.map(({ message }) => message)).toEqual(["There is no pid."]);
});
