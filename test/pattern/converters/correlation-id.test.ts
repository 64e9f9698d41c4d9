import { expect, test } from "vitest";
import { correlationId } from "../../../src/pattern/converters/correlation-id.js";
import { textOf, WORDS } from "../../support/patterns.js";

const words = new Map([...WORDS, ["correlationId", correlationId]]);
const TRACE = "0123456789abcdef0123456789abcdef";

const cases = [
  { pattern: "%correlationId%msg", mdc: { traceId: TRACE, spanId: "0123456789abcdef" }, text: `[${TRACE}-0123456789abcdef] ` },
  { pattern: "%correlationId%msg", mdc: {}, text: `[${" ".repeat(49)}] ` },
  { pattern: "%correlationId%msg", mdc: { traceId: "", spanId: "" }, text: `[${" ".repeat(49)}] ` },
  { pattern: "%correlationId{a(3), b(2)}%msg", mdc: { a: "1" }, text: "[1  -  ] " },
  { pattern: "%correlationId{a(3),b(2)}%msg", mdc: { a: "12345", b: "67" }, text: "[12345-67] " },
  { pattern: "%correlationId{a(3)}%msg", mdc: { a: "123" }, text: "[123] " },
];

for (const { pattern, mdc, text } of cases) {
  test(`${pattern} prints ${JSON.stringify(mdc)} as "${text}"`, () => {
    expect(textOf(pattern, { mdc, message: "" }, { words })).toBe(text);
  });
}

test("%correlationId with something else than name(width) is reported", () => {
  const said: string[] = [];
  textOf("%correlationId{traceId}", {}, { words, report: ({ level, message }) => said.push(`${level} ${message}`) });

  expect(said).toEqual(['ERROR "%correlationId" could not be made: expected name(width), got "traceId". It is printed as an error.']);
});
