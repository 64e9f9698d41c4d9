import { expect, test } from "vitest";
import type { JsonField } from "../../src/json/json-field.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { rootStackTraceElement, stackHash, throwableClassName, throwableMessage } from "../../src/json/throwable-summary.js";
import { anEvent } from "../support/events.js";

const event = anEvent({ throwableInit: { class: "a.Outer", message: 'b"oom', frames: ["a.B.c(B.java:1)"], cause: { class: "a.Middle", message: "m", cause: { class: "a.Root" } } } });

const fields: readonly (readonly [title: string, field: JsonField, written: string | RegExp])[] = [
  ["the message", throwableMessage("m", "outermost", escapeSafely), '"m":"b\\"oom"'],
  ["no message", throwableMessage("m", "rootCause", escapeSafely), '"m":null'],
  ["the simple class", throwableClassName("c", "rootCause", true, escapeSafely), '"c":"Root"'],
  ["the whole class", throwableClassName("c", "outermost", false, escapeSafely), '"c":"a.Outer"'],
  ["the hash", stackHash("h", () => true), /^"h":"[0-9a-f]{8}"$/],
  ["the first frame", rootStackTraceElement({ objectName: "e", className: "c", methodName: "m" }, escapeSafely), '"e":{"c":"a.B","m":"c"}'],
  ["the method alone", rootStackTraceElement({ objectName: "e", className: undefined, methodName: "m" }, escapeSafely), '"e":{"m":"c"}'],
];

for (const [title, field, written] of fields) {
  test(`of a throwable, ${title} is ${String(written)}; without one there is no member`, () => {
    expect(field.write(event)).toEqual(written instanceof RegExp ? expect.stringMatching(written) : written);
    expect(field.write(anEvent())).toBe("");
  });
}

test("without frames there is no first one", () => {
  expect(rootStackTraceElement({ objectName: "e", className: "c", methodName: "m" }, escapeSafely).write(anEvent({ throwableInit: { class: "E" } }))).toBe("");
});
