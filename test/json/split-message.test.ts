import { expect, test } from "vitest";
import { escapeSafely } from "../../src/json/json-text.js";
import { splitMessage } from "../../src/json/split-message.js";
import { translateJavaRegex } from "../../src/util/java-regex/java-regex.js";
import { anEvent } from "../support/events.js";

const rows: readonly (readonly [regex: string, message: string, parts: readonly string[]])[] = [
  ["\\r?\\n", "a\r\nb\nc", ["a", "b", "c"]],
  [",", "a,,b,,", ["a", "", "b"]],
  [",", ",a", ["", "a"]],
  [",", ",,", [""]],
  [",", "", [""]],
  ["", "ab", ["a", "b"]],
  ["(-)", "a-b", ["a", "b"]],
];

for (const [regex, message, parts] of rows) {
  test(`"${regex}" splits ${JSON.stringify(message)} into ${JSON.stringify(parts)}, as in Java`, () => {
    const { write } = splitMessage("m", translateJavaRegex(regex), 100, escapeSafely);

    expect(JSON.parse(`{${write(anEvent({ message }))}}`)).toEqual({ m: parts });
  });
}

test("a message that is too long to be searched is one part", () => {
  expect(splitMessage("m", translateJavaRegex(","), 3, escapeSafely).write(anEvent({ message: "a,b,c" }))).toBe('"m":["a,b,c"]');
});
