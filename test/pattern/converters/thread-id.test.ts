import { expect, test } from "vitest";
import { OPEN_XCHANGE_WORDS } from "../../support/open-xchange-words.js";
import { textOf } from "../../support/patterns.js";

const cases = [
  { mdc: { __threadId: "42" }, text: "42" },
  { mdc: { __threadId: " \t" }, text: "" },
  { mdc: { __threadId: "" }, text: "" },
  { mdc: {}, text: "" },
];

for (const { mdc, text } of cases) {
  test(`%tid prints "${text}" where the MDC is ${JSON.stringify(mdc)}`, () => {
    expect(textOf("%tid", { mdc }, { words: OPEN_XCHANGE_WORDS })).toBe(text);
  });
}
