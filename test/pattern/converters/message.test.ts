import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

test("%msg is the message with its arguments", () => {
  expect(textOf("%m %msg %message", { message: "{} of {}", args: [1, "2"] })).toBe("1 of 2 1 of 2 1 of 2");
});

test("%msg never reads an argument as a pattern or a placeholder", () => {
  expect(textOf("%msg", { message: "{} {}", args: ["%level {}", "${x}"] })).toBe("%level {} ${x}");
});

const NULL_MESSAGES = [
  { pattern: "%m", text: "null" },
  { pattern: "%5m|", text: "     |" },
  { pattern: "%-10msg|", text: "          |" },
  { pattern: "%.2message|", text: "|" },
  { pattern: "%10(%m)", text: "      null" },
  { pattern: "%.2(%m)", text: "ll" },
  { pattern: "%replace(%m){'n','X'}", text: "Xull" },
  { pattern: "%replace(%5m){' ','X'}", text: "XXXXX" },
];

for (const { pattern, text } of NULL_MESSAGES) {
  test(`${pattern} prints "${text}" where null was logged`, () => {
    expect(textOf(pattern, { message: null })).toBe(text);
  });
}

test("%5msg prints the word null, where that was logged, as any other", () => {
  expect(textOf("%5msg|%-5msg|%.2msg", { message: "null" })).toBe(" null|null |ll");
});
