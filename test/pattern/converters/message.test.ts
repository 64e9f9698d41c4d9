import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

test("%msg is the message with its arguments", () => {
  expect(textOf("%m %msg %message", { message: "{} of {}", args: [1, "2"] })).toBe("1 of 2 1 of 2 1 of 2");
});

test("%msg never reads an argument as a pattern or a placeholder", () => {
  expect(textOf("%msg", { message: "{} {}", args: ["%level {}", "${x}"] })).toBe("%level {} ${x}");
});
