import { expect, test } from "vitest";
import { javaLineNumber } from "../../src/core/java-line-number.js";

const frames = [
  { text: "Cart.add(Cart.java:42)", lineNumber: 42, line: 42 },
  { text: "Object.wait(Native Method)", lineNumber: undefined, line: -2 },
  { text: "Cart.add(Unknown Source)", lineNumber: undefined, line: -1 },
];

for (const { text, lineNumber, line } of frames) {
  test(`${text} has line ${String(line)}`, () => {
    expect(javaLineNumber({ text, lineNumber })).toBe(line);
  });
}
