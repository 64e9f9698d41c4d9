import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

test("%n is a line feed", () => {
  expect(textOf("a%n%3n|")).toBe("a\n  \n|");
});
