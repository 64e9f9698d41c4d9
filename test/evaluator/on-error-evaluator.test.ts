import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { onErrorEvaluator, OnErrorEvaluator } from "../../src/evaluator/on-error-evaluator.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

for (const [level, answer] of [[Level.ERROR, true], [Level.WARN, false], [Level.TRACE, false]] as const) {
  test(`OnErrorEvaluator says ${answer ? "yes" : "no"} to ${level.name}`, () => {
    expect(new OnErrorEvaluator().evaluate(anEvent({ level }))).toBe(answer);
  });
}

test("onErrorEvaluator needs no properties", () => {
  const { built, statuses } = buildFrom(onErrorEvaluator, { name: "E" });

  expect(built).toBeInstanceOf(OnErrorEvaluator);
  expect(statuses).toEqual([]);
});
