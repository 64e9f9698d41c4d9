import { expect, test } from "vitest";
import { ExceptionMatchEvaluator, exceptionMatchEvaluator } from "../../src/evaluator/exception-match-evaluator.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

class PaymentError extends RangeError {}

class DeclinedError extends PaymentError {
  override readonly name = "Declined";
}

const unreadable = new Proxy(new Error("hidden"), {
  getPrototypeOf() {
    throw new Error("trap");
  },
});

const answers = [
  { wanted: "TypeError", what: "a TypeError", throwable: new TypeError("a"), answer: true },
  { wanted: "typeerror", what: "a TypeError", throwable: new TypeError("a"), answer: true },
  { wanted: "Error", what: "a TypeError", throwable: new TypeError("a"), answer: true },
  { wanted: "RangeError", what: "a TypeError", throwable: new TypeError("a"), answer: false },
  { wanted: "Declined", what: "an error of that name", throwable: new DeclinedError("a"), answer: true },
  { wanted: "DeclinedError", what: "an error of that class with another name", throwable: new DeclinedError("a"), answer: true },
  { wanted: "PaymentError", what: "an error of a class below", throwable: new DeclinedError("a"), answer: true },
  { wanted: "DeclinedError", what: "an error of the class above", throwable: new PaymentError("a"), answer: false },
  { wanted: "ConnectionLost", what: "an error with an own name", throwable: Object.assign(new Error("a"), { name: "ConnectionLost" }), answer: true },
  { wanted: "string", what: "a string", throwable: "thrown", answer: true },
  { wanted: "Error", what: "a string", throwable: "thrown", answer: false },
  { wanted: "TypeError", what: "a Proxy that throws", throwable: unreadable, answer: false },
  { wanted: "Error", what: "an event without a throwable", throwable: undefined, answer: false },
] as const;

for (const { wanted, what, throwable, answer } of answers) {
  test(`ExceptionMatchEvaluator for ${wanted} says ${answer ? "yes" : "no"} to ${what}`, () => {
    expect(new ExceptionMatchEvaluator(wanted).evaluate(anEvent({ throwable }))).toBe(answer);
  });
}

test("ExceptionMatchEvaluator knows a throwable of the Java world by its full name only", () => {
  const event = anEvent({ throwableInit: { class: "java.io.IOException", message: "a" } });

  expect(new ExceptionMatchEvaluator("java.io.ioexception").evaluate(event)).toBe(true);
  expect(new ExceptionMatchEvaluator("IOException").evaluate(event)).toBe(false);
});

test("exceptionMatchEvaluator reads <exceptionClass>", () => {
  const { built, statuses } = buildFrom(exceptionMatchEvaluator, { exceptionClass: "TypeError" });

  expect(built?.isStarted).toBe(true);
  expect(built?.evaluate(anEvent({ throwable: new TypeError("a") }))).toBe(true);
  expect(statuses).toEqual([]);
});

test("exceptionMatchEvaluator without <exceptionClass> says so, is not started and says no", () => {
  const { built, statuses } = buildFrom(exceptionMatchEvaluator, {});

  expect(built?.isStarted).toBe(false);
  expect(built?.evaluate(anEvent({ throwable: new TypeError("a") }))).toBe(false);
  expect(statuses).toEqual(["ERROR <exceptionClass> is required in an ExceptionMatchEvaluator; it decides nothing."]);
});
