import { expect, test } from "vitest";
import type { EventEvaluator } from "../../src/core/event-evaluator.js";
import { Level } from "../../src/core/level.js";
import { onErrorEvaluator, OnErrorEvaluator } from "../../src/evaluator/on-error-evaluator.js";
import { stubEventEvaluator } from "../../src/evaluator/stub-event-evaluator.js";
import { EvaluatorFilter, evaluatorFilter } from "../../src/filter/evaluator-filter.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const components = [onErrorEvaluator, stubEventEvaluator];
const evaluator = { class: "ch.qos.logback.classic.boolex.OnErrorEvaluator" };

const replies = [
  { replies: {}, level: Level.ERROR, reply: "NEUTRAL" },
  { replies: {}, level: Level.INFO, reply: "NEUTRAL" },
  { replies: { onMatch: "ACCEPT", onMismatch: "DENY" }, level: Level.ERROR, reply: "ACCEPT" },
  { replies: { onMatch: "ACCEPT", onMismatch: "DENY" }, level: Level.INFO, reply: "DENY" },
] as const;

for (const { replies: given, level, reply } of replies) {
  test(`EvaluatorFilter for errors with ${JSON.stringify(given)} replies ${reply} to ${level.name}`, () => {
    const { built, statuses } = buildFrom(evaluatorFilter, { evaluator, ...given }, { components });

    expect(new EvaluatorFilter(new OnErrorEvaluator(), given).decide(anEvent({ level }))).toBe(reply);
    expect(built?.decide(anEvent({ level }))).toBe(reply);
    expect(statuses).toEqual([]);
  });
}

test("EvaluatorFilter leaves events to the next filter while its evaluator is not started", () => {
  const sleeping: EventEvaluator = { isStarted: false, evaluate: () => true };

  expect(new EvaluatorFilter(sleeping, { onMatch: "DENY", onMismatch: "DENY" }).decide(anEvent())).toBe("NEUTRAL");
});

test("EvaluatorFilter leaves events to the next filter when its evaluator throws, and tells once", () => {
  const told: unknown[] = [];
  const failure = new Error("no");
  const failing: EventEvaluator = {
    evaluate: () => {
      throw failure;
    },
  };
  const filter = new EvaluatorFilter(failing, { onMatch: "DENY", onMismatch: "DENY", onFailure: (cause) => told.push(cause) });

  expect([filter.decide(anEvent()), filter.decide(anEvent())]).toEqual(["NEUTRAL", "NEUTRAL"]);
  expect(told).toEqual([failure]);
});

test("evaluatorFilter without an evaluator says so and decides nothing", () => {
  const { built, statuses } = buildFrom(evaluatorFilter, { onMismatch: "DENY" });

  expect(built?.decide(anEvent())).toBe("NEUTRAL");
  expect(statuses).toEqual(["ERROR No evaluator is set for this EvaluatorFilter; it decides nothing."]);
});

test("evaluatorFilter with an evaluator without a class warns and decides nothing", () => {
  const { built, statuses } = buildFrom(evaluatorFilter, { evaluator: { expression: "return true;" }, onMatch: "DENY", onMismatch: "DENY" }, { components });

  expect(built?.decide(anEvent())).toBe("NEUTRAL");
  expect(statuses).toHaveLength(1);
  expect(statuses[0]).toMatch(/^WARN An evaluator without a class/);
});
