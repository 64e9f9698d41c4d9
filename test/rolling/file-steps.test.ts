import { expect, test } from "vitest";
import { runAsync, runSync, step, type FileWork } from "../../src/rolling/file-steps.js";

function* sum(failing: number): FileWork<string> {
  let text = "";
  for (const part of [1, 2, 3]) {
    const answer = (how: string) => {
      if (part === failing) {
        throw new Error(`no ${String(part)}`);
      }
      return `${how}${String(part)} `;
    };
    try {
      text += yield* step(() => answer("s"), () => Promise.resolve().then(() => answer("a")));
    } catch (error) {
      text += `(${(error as Error).message}) `;
    }
  }
  return text;
}

function* failing(): FileWork<void> {
  yield* step(() => { throw new Error("refused"); }, () => Promise.reject(new Error("refused")));
}

test("the same work can be done at once and in the background", async () => {
  expect(runSync(sum(0))).toBe("s1 s2 s3 ");
  await expect(runAsync(sum(0))).resolves.toBe("a1 a2 a3 ");
});

test("a step that fails can be caught where it is asked for, and the work goes on", async () => {
  expect(runSync(sum(2))).toBe("s1 (no 2) s3 ");
  await expect(runAsync(sum(2))).resolves.toBe("a1 (no 2) a3 ");
});

test("a failure that nobody catches ends the work", async () => {
  expect(() => { runSync(failing()); }).toThrow("refused");
  await expect(runAsync(failing())).rejects.toThrow("refused");
});
