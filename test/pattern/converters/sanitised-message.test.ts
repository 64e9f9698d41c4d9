import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "../../../src/pattern/compiler.js";
import { anEvent } from "../../support/events.js";
import { OPEN_XCHANGE_WORDS } from "../../support/open-xchange-words.js";
import { textOf } from "../../support/patterns.js";

const sanitised = (message: string, args?: readonly unknown[]): string => textOf("%sanitisedMessage", args === undefined ? { message } : { message, args }, { words: OPEN_XCHANGE_WORDS });

const cases: readonly { message: string; args?: readonly unknown[]; text: string }[] = [
  { message: "plain", text: "plain" },
  { message: "one\ntwo\tthree\r\n", text: "onetwothree" },
  { message: "\x1b[1;31mred\x1b[0m and more", text: "red and more" },
  { message: "\x1b]0;title\x07", text: "]0;title" },
  { message: "del \x7f and C1 \x9b stay", text: "del \x7f and C1 \x9b stay" },
  { message: "\n", text: "" },
  { message: "user {}\nlogged in", args: ["ann\nERROR forged"], text: "user annERROR forged\nlogged in" },
  { message: "{} {}", args: [null, "\x1b[2Jx"], text: "null x" },
  { message: "{}", args: [{ name: "a\nb" }], text: "{ name: 'a\\nb' }" },
  { message: "\\{} {}", args: ["\n1"], text: "{} 1" },
  { message: "left {}", args: ["\n{}"], text: "left {}" },
  { message: "line\nend", args: ["unused"], text: "line\nend" },
];

for (const { message, args, text } of cases) {
  test(`%sanitisedMessage prints ${JSON.stringify(message)}${args === undefined ? "" : ` with ${JSON.stringify(args)}`} as ${JSON.stringify(text)}`, () => {
    expect(sanitised(message, args)).toBe(text);
  });
}

test("an object that changed since the log call is printed as it was", () => {
  const order = { toString: () => "first\nline" };
  const event = anEvent({ message: "{}\n", args: [order] });
  event.prepareForDeferredProcessing();
  order.toString = () => "changed";
  const { convert } = compilePattern("%sanitisedMessage", { words: OPEN_XCHANGE_WORDS });

  expect(convert(event)).toBe("firstline");
});

test("T5: whatever an argument is, it begins no line and nothing else of it is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (argument) => {
      const text = sanitised("<{}>", [argument]);

      expect(text).not.toMatch(/[\0-\x1f]/);
      expect(text).toBe(`<${argument.replace(/\x1b\[[\d;]*[ -/]*[@-~]|[\0-\x1f]/g, "")}>`);
    }),
  );
});

test("T5: a control sequence that another one is hidden in does not come to light", () => {
  expect(sanitised("\x1b[\x1b[31m31mred")).not.toContain("\x1b");
});
