import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

const mdc = { traceId: "4bf9", "a.b": "1", empty: "" };

const conversions = [
  { pattern: "%X", text: "traceId=4bf9, a.b=1, empty=" },
  { pattern: "%mdc{}", text: "traceId=4bf9, a.b=1, empty=" },
  { pattern: "%X{traceId}", text: "4bf9" },
  { pattern: "%X{ traceId }", text: "4bf9" },
  { pattern: "%mdc{a.b:-x}", text: "1" },
  { pattern: "[%X{empty:-x}]", text: "[]" },
  { pattern: "[%X{none}]", text: "[]" },
  { pattern: "%X{none:-a b:-c}", text: "a b:-c" },
  { pattern: "[%X{none: -x}]", text: "[]" },
  { pattern: "%X{none:-%level}", text: "%level" },
  { pattern: "%X{:-x}", text: "x" },
  { pattern: "[%X{__proto__}%X{constructor:-}]", text: "[]" },
] as const;

for (const { pattern, text } of conversions) {
  test(`${pattern} prints "${text}"`, () => {
    expect(textOf(pattern, { mdc })).toBe(text);
  });
}

test("%X is empty when the MDC is", () => {
  expect(textOf("[%X]")).toBe("[]");
});
