import { expect, test } from "vitest";
import { escapeSafely } from "../../src/json/json-text.js";
import { stackTrace } from "../../src/json/stack-trace.js";
import { anEvent } from "../support/events.js";

const field = stackTrace("stack_trace", escapeSafely);

test("the stack trace is the text of %ex, line breaks inside", () => {
  const throwableInit = { class: "E", message: "m", frames: ["a.B.c(B.java:1)"], cause: { class: "F", frames: ["d.E.f(E.java:2)"] } };

  expect(field.write(anEvent({ throwableInit }))).toBe('"stack_trace":"E: m\\n\\tat a.B.c(B.java:1)\\nCaused by: F\\n\\tat d.E.f(E.java:2)\\n"');
});

test("T5, nothing in an error's message leaves the string or steers a terminal", () => {
  const text = field.write(anEvent({ throwable: new Error('x"}\n{"level":"ERROR\x1b[2J\x9b\u2028') }));

  expect(text).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028]/);
  expect((JSON.parse(`{${text}}`)).stack_trace).toContain('Error: x"}\n{"level":"ERROR\x1b[2J\x9b\u2028\n');
});

test("without a throwable nothing is written", () => {
  expect(field.write(anEvent())).toBe("");
});
