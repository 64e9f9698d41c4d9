import { expect, test } from "vitest";
import type { EventEvaluator } from "../../../src/core/event-evaluator.js";
import { printed, textOf } from "../../support/patterns.js";

const callerFrames = ["com.acme.Shop.order(Shop.java:12)", "com.acme.Web.post(Web.java:34)", "com.acme.Main.main(Main.java:5)"];
const line = (index: number): string => `Caller+${String(index)}\t at ${callerFrames[index] ?? ""}\n`;

const conversions = [
  { pattern: "%class %C{0} %class{5}", text: "com.acme.Shop Shop c.a.Shop" },
  { pattern: "%method %M", text: "order order" },
  { pattern: "%file:%line %F:%L", text: "Shop.java:12 Shop.java:12" },
  { pattern: "%caller", text: line(0) + line(1) + line(2) },
  { pattern: "%caller{2}", text: line(0) + line(1) },
  { pattern: "%caller{1..2}", text: line(1) },
  { pattern: "%caller{0}", text: "" },
  { pattern: "%caller{3..4}", text: "?#?:?\n" },
] as const;

for (const { pattern, text } of conversions) {
  test(`${pattern} prints ${JSON.stringify(text)}`, () => {
    expect(printed(pattern, { callerFrames })).toEqual({ text, started: true, problems: [] });
  });
}

test("without a call site, question marks are printed", () => {
  expect(textOf("%class %method %file %line %caller")).toBe("? ? ? ? ?#?:?\n");
});

for (const depth of ["x", "..2", "x..2"]) {
  test(`%caller{${depth}} prints five frames, with an error`, () => {
    const { text, problems } = printed(`%caller{${depth}}`, { callerFrames });

    expect(text).toBe(line(0) + line(1) + line(2));
    expect(problems).toEqual([`ERROR 1 "${depth}" is no number of frames and no range such as 1..3; 5 frames are printed.`]);
  });
}

test("the beginning of a range counts even where its end is missing", () => {
  const { text, problems } = printed("%caller{1..}", { callerFrames });

  expect(text).toBe(line(1) + line(2));
  expect(problems).toEqual(['ERROR 1 "1.." is no number of frames and no range such as 1..3; frames 1 to 4 are printed.']);
});

test("%caller with a range that is empty prints nothing, with an error", () => {
  const { text, problems } = printed("%caller{2..1}", { callerFrames });

  expect(text).toBe("");
  expect(problems).toEqual(['ERROR 1 "2..1" is no range of frames: it must begin at 0 or above and end behind its beginning.']);
});

const evaluators: Readonly<Record<string, EventEvaluator>> = {
  yes: { evaluate: () => true },
  no: { evaluate: () => false },
  broken: {
    evaluate: () => {
      throw new Error("no idea");
    },
  },
};
const evaluator = (name: string): EventEvaluator | undefined => evaluators[name];

test("%caller is printed when one of its evaluators says yes", () => {
  expect(textOf("%caller{1, no, yes}", { callerFrames }, { evaluator })).toBe(line(0));
  expect(textOf("%caller{1, no}", { callerFrames }, { evaluator })).toBe("");
});

test("an evaluator that throws counts as no, and is reported", () => {
  const { text, problems } = printed("%caller{1, broken, yes}", { callerFrames }, { evaluator });

  expect(text).toBe(line(0));
  expect(problems).toEqual(['ERROR 1 The evaluator "broken" threw: no idea.']);
});
