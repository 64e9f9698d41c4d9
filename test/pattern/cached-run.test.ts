import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import type { LoggingEventInit } from "../../src/core/logging-event.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import type { ConverterFactory } from "../../src/pattern/converter.js";
import { anEvent, SOME_TIME } from "../support/events.js";
import { textOf, WORDS } from "../support/patterns.js";

/** Every way in which an event can differ from the one before. */
const changes: readonly LoggingEventInit[] = [
  {},
  { timestamp: SOME_TIME + 1 },
  { timestamp: SOME_TIME + 1, level: Level.WARN },
  { timestamp: SOME_TIME + 1, level: Level.WARN, loggerName: "a.B" },
  { timestamp: SOME_TIME + 1, level: Level.WARN, loggerName: "a.B", threadName: "worker-1" },
  { timestamp: SOME_TIME + 1, level: Level.WARN, loggerName: "a.B", threadName: "worker-1", context: { birthTime: 7 } },
  { timestamp: SOME_TIME + 1000, level: Level.WARN, loggerName: "a.B", threadName: "worker-1" },
  { timestamp: SOME_TIME + 1000, level: Level.INFO, loggerName: "a.B" },
  { timestamp: SOME_TIME - 1000, message: "other" },
  { timestamp: -1001 },
];

const patterns = [
  "%d{ISO8601} [%thread] %-5level %logger{36} - %msg%n",
  "%d{HH:mm:ss} %level %msg",
  "%level %logger{0} %msg",
  "%thread|%msg",
  "%r %c %d{mm}",
  "%logger{5} %d",
  "%highlight(%-5level %d{ss}) %cyan(%c{1}) %gray(-) %msg",
  "%-30(%d{HH:mm:ss.SSS} %t) %p",
  "%epoch %level",
  "%prefix(%d{mm:ss} %level) %red(%green(%logger))",
] as const;

for (const pattern of patterns) {
  test(`"${pattern}" prints each event as if it were the first`, () => {
    const { convert } = compilePattern(pattern, { words: WORDS });
    const round = [...changes, ...[...changes].reverse(), ...changes];

    expect(round.map((init) => convert(anEvent(init)))).toEqual(round.map((init) => textOf(pattern, init)));
  });
}

test("parts that depend on less than the event are made once for as long as nothing of it changes", () => {
  let made = 0;
  const counting: ConverterFactory = () => ({
    kind: "event",
    convert: ({ level }) => {
      made++;
      return level.name;
    },
    dependsOn: ["level"],
  });
  const { convert } = compilePattern("%d{HH:mm:ss.SSS} %counted %c %msg", { words: new Map([...WORDS, ["counted", counting]]) });
  for (let index = 0; index < 100; index++) {
    convert(anEvent({ timestamp: SOME_TIME + Math.floor(index / 10), level: index % 2 === 0 ? Level.INFO : Level.WARN }));
  }

  expect(made).toBe(2);
});

test("made-up logger names beyond number print what they should", () => {
  const { convert } = compilePattern("%d{ss} %logger{0} %level", { words: WORDS });

  for (let index = 0; index < 5000; index++) {
    expect(convert(anEvent({ loggerName: `a.L${String(index)}` }))).toBe(`00 L${String(index)} INFO`);
  }
});
