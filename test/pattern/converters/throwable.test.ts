import { expect, test } from "vitest";
import { compilePattern } from "../../../src/pattern/compiler.js";
import type { EventEvaluator } from "../../../src/core/event-evaluator.js";
import { whitespaceThrowable } from "../../../src/pattern/converters/throwable.js";
import { anEvent } from "../../support/events.js";
import { printed, textOf, WORDS } from "../../support/patterns.js";

const throwableInit = { class: "app.Failure", message: "boom", frames: ["app.A.b(A.java:1)", "app.C.d(C.java:2)"] };
const all = "app.Failure: boom\n\tat app.A.b(A.java:1)\n\tat app.C.d(C.java:2)\n";
const one = "app.Failure: boom\n\tat app.A.b(A.java:1)\n";

const conversions = [
  { pattern: "%ex", text: all },
  { pattern: "%exception{full}", text: all },
  { pattern: "%throwable{Short}", text: one },
  { pattern: "%ex{ 1 }", text: one },
  { pattern: "%xEx{9}", text: all },
  { pattern: "%ex{-1}", text: "app.Failure: boom\n" },
  { pattern: "%-12.12ex|", text: "(C.java:2)\n|".slice(-12).padStart(13, "d") },
  { pattern: "%nopex|", text: "|" },
] as const;

for (const { pattern, text } of conversions) {
  test(`${pattern} prints ${JSON.stringify(text)}`, () => {
    expect(printed(pattern, { throwableInit })).toEqual({ text, started: true, problems: [] });
  });
}

test("%ex is empty without a throwable", () => {
  expect(textOf("[%ex%rEx%xEx]")).toBe("[]");
});

test("%ex with a first option that is no number prints all frames, with an error", () => {
  expect(printed("%ex{Many}", { throwableInit })).toEqual({ text: all, started: true, problems: ['ERROR 1 "many" is no number of stack frames; all are printed.'] });
});

const evaluator = (name: string): EventEvaluator | undefined => {
  switch (name) {
    case "yes":
      return { evaluate: () => true };
    case "no":
      return { evaluate: () => false };
    case "broken":
      return {
        evaluate: () => {
          throw new Error("no idea");
        },
      };
    default:
      return undefined;
  }
};

test("%ex is silenced by an evaluator that says yes, and other options leave frames out", () => {
  expect(textOf("%ex{full, no, app.A}", { throwableInit }, { evaluator })).toBe("app.Failure: boom\n\tat app.C.d(C.java:2) [1 skipped]\n");
  expect(textOf("%ex{full, yes}", { throwableInit }, { evaluator })).toBe("");
});

test("an evaluator that keeps throwing is reported four times and silences nothing", () => {
  const problems: string[] = [];
  const { convert } = compilePattern("%ex{full, broken}", { words: WORDS, evaluator, report: ({ message }) => problems.push(message) });
  const texts = Array.from({ length: 10 }, () => convert(anEvent({ throwableInit })));

  expect(new Set(texts)).toEqual(new Set([all]));
  expect(problems).toHaveLength(4);
  expect(problems[3]).toBe('The evaluator "broken" threw: no idea. This is the last message about it.');
});

test("Spring Boot's %wEx has an empty line on both sides", () => {
  const words = new Map([...WORDS, ["wEx", whitespaceThrowable]]);

  expect(textOf("%msg%wEx|", { throwableInit }, { words })).toBe(`started\n${all}\n|`);
  expect(textOf("%msg%wEx|", {}, { words })).toBe("started|");
});
