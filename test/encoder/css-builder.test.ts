import { expect, test } from "vitest";
import { isCssBuilder } from "../../src/encoder/css-builder.js";
import { DefaultCssBuilder } from "../../src/encoder/default-css-builder.js";

for (const { component, answer } of [
  { component: new DefaultCssBuilder(), answer: true },
  { component: { css: "p {}" }, answer: false },
  { component: undefined, answer: false },
]) {
  test(`isCssBuilder says ${answer} of ${JSON.stringify(component)}`, () => {
    expect(isCssBuilder(component)).toBe(answer);
  });
}
