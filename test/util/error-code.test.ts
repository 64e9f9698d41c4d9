import vm from "node:vm";
import { expect, test } from "vitest";
import { errorCode } from "../../src/util/error-code.js";

test("errorCode reads the code of an error", () => {
  expect(errorCode(Object.assign(new Error("no such file"), { code: "ENOENT" }))).toBe("ENOENT");
});

test("errorCode reads the code of an error of another context", () => {
  const thrown: unknown = vm.runInNewContext('try { throw Object.assign(new Error("no such file"), { code: "ENOENT" }); } catch (error) { error; }');

  expect(thrown instanceof Error).toBe(false);
  expect(errorCode(thrown)).toBe("ENOENT");
});

for (const thrown of [null, undefined, "ENOENT", new Error("without a code"), Object.assign(new Error("with a number"), { code: 2 })]) {
  test(`errorCode finds no code in ${String(thrown)}`, () => {
    expect(errorCode(thrown)).toBe(undefined);
  });
}
