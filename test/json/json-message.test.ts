import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTemplate, parseTemplate } from "../../src/core/message-format.js";
import { JsonMessage } from "../../src/json/json-message.js";
import { escapeAsLogback, escapeSafely } from "../../src/json/json-text.js";
import { anEvent } from "../support/events.js";
import { anyText } from "./any-event.js";

const messages: readonly (readonly [message: string, args: readonly unknown[], formatted: string])[] = [
  ["started", [], "started"],
  ['say "{}"', ["hi"], 'say \\"hi\\"'],
  ["{} and {}", ["a\nb", 'c"'], 'a\\nb and c\\"'],
  ["{} of {}", [1, true], "1 of true"],
  ["{} {}", ["one"], "one {}"],
  ["{}", ["one", "two"], "one"],
  ["<> ok", ["one"], "one ok"],
  ["<> {}", ["one"], "<> one"],
  ["\\{} {}", ["x"], "{} x"],
  ["c:\\dir {}", ["x"], "c:\\\\dir x"],
  ["{}", [null], "null"],
  ["{}", [{ a: "\n" }], "{ a: '\\\\n' }"],
  ["{} {}", [Number.NaN, -0], "NaN 0"],
];

for (const [message, args, expected] of messages) {
  test(`${JSON.stringify(message)} with ${args.length} arguments stands as ${expected} between quotes`, () => {
    const json = new JsonMessage(escapeSafely);

    expect(json.formatted(anEvent({ message, args }))).toBe(expected);
    expect(json.formatted(anEvent({ message, args }))).toBe(expected);
  });
}

test("the raw message keeps its placeholders", () => {
  const json = new JsonMessage(escapeAsLogback);

  expect(json.raw(anEvent({ message: "a/b {}", args: ["x"] }))).toBe("a\\/b {}");
  expect(json.raw(anEvent({ message: "a/b {}" }))).toBe("a\\/b {}");
});

test("an argument is printed once, however many encoders write the event", () => {
  let calls = 0;
  const event = anEvent({ message: "{}", args: [{ toString: () => `call ${String(++calls)}` }] });

  expect(new JsonMessage(escapeSafely).formatted(event)).toBe("call 1");
  expect(new JsonMessage(escapeSafely).formatted(event)).toBe("call 1");
});

const lengths = [
  { message: "{}", args: ["abcd\n"] },
  { message: "{}", args: ["abcdefghijkl"] },
  { message: "12345678{}", args: ["9"] },
  { message: "12345678{}", args: ["9", "abcdefghijkl"] },
  { message: "{} {}", args: ["abcdef", "ghijkl"] },
  { message: '""""""""{}', args: ['"'] },
  { message: `${"x".repeat(2000)}{}`, args: ["1"] },
];

for (const { message, args } of lengths) {
  test(`a message of ${String(message.length)} characters with ${JSON.stringify(args)} is cut where the message is`, () => {
    const context = { printLimits: { maxDepth: 1, maxKeys: 1, maxItems: 1, maxLength: 10, maxStringLength: 10 } };
    const event = anEvent({ message, args, context });

    expect(JSON.parse(`"${new JsonMessage(escapeSafely).formatted(event)}"`)).toBe(event.formattedMessage);
  });
}

test("a raw message longer than a string may be is cut", () => {
  const context = { printLimits: { maxDepth: 1, maxKeys: 1, maxItems: 1, maxLength: 10, maxStringLength: 3 } };

  expect(new JsonMessage(escapeSafely).raw(anEvent({ message: "abcdef", context }))).toBe("abc…[cut: 3 more characters]");
});

test("messages that never come back do not stay in memory, and are right all the same", () => {
  const json = new JsonMessage(escapeSafely);

  for (let index = 0; index < 5000; index++) {
    expect(json.formatted(anEvent({ message: `"${String(index)}" {}`, args: ["x"] }))).toBe(`\\"${String(index)}\\" x`);
  }
});

test("readers get the message that formatting makes, whatever message and arguments", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant("{}"), anyText)), fc.array(fc.oneof(anyText, fc.anything())), (parts, args) => {
      const message = parts.join("");

      expect(JSON.parse(`"${new JsonMessage(escapeSafely).formatted(anEvent({ message, args }))}"`)).toBe(formatTemplate(parseTemplate(message), args).toWellFormed());
    }),
    { numRuns: 2000 },
  );
});
