import { expect, test } from "vitest";
import { exceptionText, type ExceptionParts } from "../../src/core/exception-text.js";

const parts = (more: Partial<ExceptionParts>): ExceptionParts => ({ code: "MSG-1013", categories: ["USER_INPUT"], message: "wrong", exceptionId: "-1316379722-11", properties: {}, ...more });

const texts: readonly { readonly title: string; readonly given: Partial<ExceptionParts>; readonly text: string }[] = [
  { title: "one category", given: {}, text: "MSG-1013 Categories=USER_INPUT Message='wrong' exceptionID=-1316379722-11" },
  { title: "several categories, the gravest first", given: { categories: ["TRY_AGAIN", "CONFLICT", "USER_INPUT", "ERROR"] }, text: "MSG-1013 Categories=CONFLICT,ERROR,TRY_AGAIN,USER_INPUT Message='wrong' exceptionID=-1316379722-11" },
  { title: "no message", given: { message: undefined }, text: "MSG-1013 Categories=USER_INPUT Message=[Not available] exceptionID=-1316379722-11" },
  { title: "properties, by name", given: { properties: { b: 2, a: null, "a.b": "x" } }, text: "MSG-1013 Categories=USER_INPUT Message='wrong' exceptionID=-1316379722-11\n\ta: null\n\ta.b: x\n\tb: 2" },
  { title: "blanks between letters", given: { message: "ä  é   1  2 x  y   z  " }, text: "MSG-1013 Categories=USER_INPUT Message='ä é   1  2 x y z  ' exceptionID=-1316379722-11" },
];

for (const { title, given, text } of texts) {
  test(`the text of an exception with ${title}`, () => {
    expect(exceptionText(parts(given))).toBe(text);
  });
}
