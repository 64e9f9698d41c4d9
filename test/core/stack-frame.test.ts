import { expect, test } from "vitest";
import { safeGet } from "../../src/core/safe-access.js";
import { framesOfStack } from "../../src/core/stack-frame.js";

const A = "    at a (/x.js:1:2)";
const B = "    at async b (/y.js:3:4)";
const AB = ["a (/x.js:1:2)", "async b (/y.js:3:4)"];

const stacks: readonly (readonly [name: string, stack: unknown, message: string | undefined, frames: readonly string[]])[] = [
  ["a header of one line", `Error: boom\n${A}\n${B}`, "boom", AB],
  ["a header without message", `Error\n${A}\n${B}`, undefined, AB],
  ["a message of several lines", `Error: one\ntwo\n\n${A}\n${B}`, "one\ntwo\n", AB],
  ["a message that looks like frames", `Error: one\n    at evil (/etc/passwd:1:1)\n${A}`, "one\n    at evil (/etc/passwd:1:1)", ["a (/x.js:1:2)"]],
  ["a code behind the name", `TypeError [ERR_X]: boom\n${A}`, "boom", ["a (/x.js:1:2)"]],
  ["an excerpt of the source above the header", `/x.ts:1\n  throw new Error("boom");\n        ^\n\nError: boom\n${A}`, "boom", ["a (/x.js:1:2)"]],
  ["a message changed after the stack was captured", `Error: one\ntwo\n${A}\n${B}`, "context: one\ntwo", AB],
  ["a message that is a part of the header only", `Error: one boom two\n${A}`, "boom", ["a (/x.js:1:2)"]],
  ["frames with tabs and carriage returns", "Error: boom\r\n\tat a (/x.js:1:2)\r\n", "boom", ["a (/x.js:1:2)"]],
  ["lines between frames", `Error: boom\n${A}\nFrom previous event:\n${B}`, "boom", ["a (/x.js:1:2)", "From previous event:", "async b (/y.js:3:4)"]],
  ["no frames", "Error: boom", "boom", []],
  ["no frames and another header", "something else", "boom", []],
  ["frames of a browser's error", "a@http://h/x.js:1:2\n@http://h/x.js:3:4\n", "boom", ["a@http://h/x.js:1:2", "@http://h/x.js:3:4"]],
  ["an empty stack", "", "boom", []],
  ["no stack", undefined, "boom", []],
  ["a stack that is an object", { frames: [] }, "boom", []],
  ["a stack that is a number", 5, "boom", []],
  ["T7 a stack that throws", safeGet({ get stack(): never { throw new RangeError(); } }, "stack"), "boom", ["[unprintable: RangeError]"]],
  ["T7 a stack of hostile call sites", [{ toString: () => "a (/x.js:1:2)" }, { toString: () => { throw new TypeError(); } }], "boom", ["a (/x.js:1:2)", "[unprintable: TypeError]"]],
];

for (const [name, stack, message, frames] of stacks) {
  test(`framesOfStack reads ${name}`, () => {
    expect(framesOfStack(stack, message).map((frame) => frame.text)).toEqual(frames);
  });
}

test("frames name their parts", () => {
  expect(framesOfStack(`Error\n${B}`, undefined)[0]).toMatchObject({ className: undefined, methodName: "b", fileName: "y.js", lineNumber: 3, column: 4 });
});

test("T7 a stack of very many or very long lines is cut visibly", () => {
  const many = framesOfStack(`Error\n${`${A}\n`.repeat(5000)}`, undefined);
  const long = framesOfStack(`Error\n    at ${"x".repeat(1_000_000)}`, undefined);

  expect(many.length).toBe(1025);
  expect(many.at(-1)?.text).toBe("… more");
  expect(long.map((frame) => frame.text.length)).toEqual([256 * 1024 - "    at ".length, "… more".length]);
});

test("T7 the frames behind a long message are found", () => {
  const message = "x".repeat(500_000);

  expect(framesOfStack(`Error: ${message}\n${A}`, message).map((frame) => frame.text)).toEqual(["a (/x.js:1:2)"]);
});

test("T7 stacks made to be slow are read quickly", () => {
  const slow = [" ".repeat(1_000_000), "@".repeat(200_000), ":1".repeat(200_000), "\n".repeat(1_000_000), " at".repeat(300_000)];

  expect(slow.map((stack) => Array.isArray(framesOfStack(stack, "boom")))).toEqual(slow.map(() => true));
});
