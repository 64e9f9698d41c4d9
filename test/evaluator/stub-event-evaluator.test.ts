import { expect, test } from "vitest";
import { matcher } from "../../src/evaluator/matcher.js";
import { stubEventEvaluator, StubEventEvaluator } from "../../src/evaluator/stub-event-evaluator.js";
import { buildFrom } from "../support/build.js";

test("StubEventEvaluator is not started and says no", () => {
  const stub = new StubEventEvaluator();

  expect([stub.isStarted, stub.evaluate()]).toEqual([false, false]);
});

test("stubEventEvaluator takes an expression and matchers, and warns with what to use instead", () => {
  const properties = { name: "E", expression: "return level > WARN;", matcher: { name: "odd", regex: "statement [13579]" } };
  const { built, statuses } = buildFrom(stubEventEvaluator, properties, { components: [matcher] });

  expect(built).toBeInstanceOf(StubEventEvaluator);
  expect(statuses).toHaveLength(1);
  expect(statuses[0]).toMatch(/^WARN An evaluator without a class .* Use OnErrorEvaluator/);
});
