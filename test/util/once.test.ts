import { expect, test } from "vitest";
import { once } from "../../src/util/once.js";

test("the value is made at the first call and once, even when it is undefined", () => {
  let calls = 0;
  const value = once((): string | undefined => {
    calls++;
    return undefined;
  });

  expect(calls).toBe(0);
  expect([value(), value(), calls]).toEqual([undefined, undefined, 1]);
});
