import { expect, test } from "vitest";
import { NOPThrowableRenderer } from "../../src/encoder/nop-throwable-renderer.js";
import { isThrowableRenderer } from "../../src/encoder/throwable-renderer.js";

for (const { component, answer } of [
  { component: new NOPThrowableRenderer(), answer: true },
  { component: { render: "no" }, answer: false },
  { component: undefined, answer: false },
]) {
  test(`isThrowableRenderer says ${answer} of ${JSON.stringify(component)}`, () => {
    expect(isThrowableRenderer(component)).toBe(answer);
  });
}
