import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { KeptFrames, StackCache } from "../../src/core/kept-frames.js";
import { framesOfStack, type StackFrame } from "../../src/core/stack-frame.js";
import { throwableInfoOf } from "../../src/core/throwable-info.js";
import { runFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

const A = "    at a (/x.js:1:2)";
const B = "    at async b (/y.js:3:4)";

function textsOf(frames: readonly StackFrame[] | undefined): readonly string[] | undefined {
  return frames?.map(({ text }) => text);
}

const stacks: readonly (readonly [name: string, stack: string, message: string | undefined, isKept: boolean])[] = [
  ["a stack as V8 writes it", `Error: boom\n${A}\n${B}`, "boom", true],
  ["a code behind the name", `TypeError [ERR_X]: boom\n${A}`, "boom", true],
  ["no message", `Error\n${A}`, undefined, true],
  ["lines between frames", `Error: boom\n${A}\nFrom previous event:\n\n${B}`, "boom", true],
  ["carriage returns behind the frames", `Error: boom\n${A}\r\n${B}\r\n`, "boom", true],
  ["a message of several lines", `Error: one\ntwo\n${A}`, "one\ntwo", false],
  ["a message that looks like frames", `Error: one\n    at evil (/etc/passwd:1:1)\n${A}`, "one\n    at evil (/etc/passwd:1:1)", false],
  ["a message changed after the stack was captured", `Error: one\n${A}`, "two", false],
  ["a header that looks like a frame", `at x: boom\n${A}`, "boom", false],
  ["frames with tabs", "Error: boom\n\tat a (/x.js:1:2)", "boom", false],
  ["a frame without text", "Error: boom\n    at \n    at a (/x.js:1:2)", "boom", false],
  ["no frames", "Error: boom", "boom", false],
  ["frames of a browser's error", "a@http://h/x.js:1:2\n@http://h/x.js:3:4\n", "boom", false],
  ["a long stack", `Error: boom\n${`${A}\n`.repeat(500)}`, "boom", false],
  ["nothing", "", undefined, false],
];

for (const [name, stack, message, isKept] of stacks) {
  test(`StackCache ${isKept ? "keeps" : "leaves"} ${name}`, () => {
    expect(textsOf(new StackCache().framesOf(stack, message)?.frames)).toEqual(isKept ? textsOf(framesOfStack(stack, message)) : undefined);
  });
}

const piece = fc.constantFrom("\n", "\n", A, B, "    at ", "at x", "Error", "Error: ", ": ", "boom", "a", " ", "\t", "\r", "\u2028", "\n    at c (/z.js:5:6)", "@h:1");

test("StackCache finds the frames that framesOfStack finds, or leaves the stack to it", () => {
  const cache = new StackCache();

  fc.assert(
    fc.property(fc.array(piece), fc.array(piece, { maxLength: 3 }), fc.boolean(), (pieces, words, isInHeader) => {
      const message = words.join("");
      const stack = `${isInHeader ? `Error: ${message}\n${A}` : ""}${pieces.join("")}`;
      const kept = cache.framesOf(stack, message)?.frames;

      expect(kept === undefined || textsOf(kept)?.join("\n") === textsOf(framesOfStack(stack, message))?.join("\n")).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test("stacks that differ in their headers only have the same frames, any other difference is seen", () => {
  const cache = new StackCache();
  const frames = cache.framesOf(`Error: boom\n${A}\n${B}`, "boom");

  expect(cache.framesOf(`RangeError: late\n${A}\n${B}`, "late")).toBe(frames);
  expect(textsOf(cache.framesOf(`Error: boom\n${B}\n${A}`, "boom")?.frames)).toEqual(["async b (/y.js:3:4)", "a (/x.js:1:2)"]);
  expect(textsOf(cache.framesOf("Error: boom\n    at a (/x.js:1:9)", "boom")?.frames)).toEqual(["a (/x.js:1:9)"]);
});

test("what changed in an error since it was last looked at is seen", () => {
  const cache = new StackCache();
  const error = new Error("before");
  error.stack = `Error: before\n${A}`;
  const looks: unknown[] = [];
  const look = (): void => {
    const { className, message, frames, cause } = throwableInfoOf(error, cache);
    looks.push([className, message, textsOf(frames), cause?.message, textsOf(cause?.frames)]);
  };

  look();
  error.message = "after";
  look();
  error.name = "Late";
  look();
  error.stack = `Late: after\n${B}`;
  look();
  error.cause = Object.assign(new Error("why"), { stack: `Error: why\n${B}` });
  look();

  const a = ["a (/x.js:1:2)"];
  const b = ["async b (/y.js:3:4)"];
  expect(looks).toEqual([
    ["Error", "before", a, undefined, undefined],
    ["Error", "after", a, undefined, undefined],
    ["Late", "after", a, undefined, undefined],
    ["Late", "after", b, undefined, undefined],
    ["Late", "after", b, "why", b],
  ]);
});

test("nobody can change frames that are kept", () => {
  const frames = new StackCache().framesOf(`Error: boom\n${A}`, "boom")?.frames as { text: string }[];

  expect(() => frames.pop()).toThrow(TypeError);
  expect(() => {
    (frames[0] as { text: string }).text = "forged";
  }).toThrow(TypeError);
  expect(frames[0]).toMatchObject({ methodName: "a", fileName: "x.js", lineNumber: 1, column: 2 });
});

test("T7 of very many stacks the newest are kept", () => {
  const cache = new StackCache();
  const stack = (number: number): string => `Error: boom\n    at a (/x.js:${String(100_000 + number)}:1)`;
  const first = cache.framesOf(stack(0), "boom");
  const others = Array.from({ length: 3 }, (_, index) => cache.framesOf(stack(index + 1), "boom"));

  expect(cache.framesOf(stack(0), "boom")).toBe(first);
  expect(cache.framesOf(stack(4), "boom")).not.toBe(undefined);
  expect(cache.framesOf(stack(3), "boom")).toBe(others[2]);
  expect(cache.framesOf(stack(0), "boom")).not.toBe(first);
});

test("a text of frames is made once for each owner and number of frames", () => {
  const kept = new KeptFrames(`\n${A}\n${B}`);
  const [one, other] = [{}, {}];
  let calls = 0;
  const print = (frames: readonly StackFrame[], count: number): string => `${String(++calls)} ${frames.slice(0, count).map(({ text }) => text).join()}`;

  expect([kept.printedFor(one, 1, print), kept.printedFor(one, 1, print)]).toEqual(["1 a (/x.js:1:2)", "1 a (/x.js:1:2)"]);
  expect([kept.printedFor(other, 1, print), kept.printedFor(one, 1, print)]).toEqual(["2 a (/x.js:1:2)", "1 a (/x.js:1:2)"]);
  expect(kept.printedFor(one, 2, print)).toBe("3 a (/x.js:1:2),async b (/y.js:3:4)");
});

test("T7 errors that were logged are not kept, nor their messages and stacks", async () => {
  const { stdout, stderr } = await runFixture("kept-errors.mjs", [path.join(tempDir(), "app.log")], { nodeOptions: ["--expose-gc"] });

  expect(stderr).toBe("");
  const { errors, megabytes } = JSON.parse(stdout);
  expect(errors).toBe(0);
  expect(megabytes).toBeLessThan(10);
});
