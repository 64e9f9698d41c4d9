import fc from "fast-check";
import { expect, test } from "vitest";
import { ASCII_NC_NAME, NC_NAME } from "../../../src/config/xml/characters.js";

const nameAt = (expression: RegExp, text: string, at: number): string | undefined => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
};

test("a name that is found as one of ASCII is the whole name", () => {
  const unit = fc.constantFrom("a", "Z", "_", "-", ".", "7", ":", " ", "<", "\u0000", "\u007f", "\u0080", "\u00b7", "é", "ß", "ﬀ", "\u{1f600}", "\ud800");

  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(8), (text, at) => {
      const quick = nameAt(ASCII_NC_NAME, text, at);
      return quick === undefined || quick === nameAt(NC_NAME, text, at);
    }),
  );
});

test("names of ASCII are found as such", () => {
  expect(["appender-ref", "_x", "A.b-1>", "class ", "if"].map((text) => nameAt(ASCII_NC_NAME, text, 0))).toEqual(["appender-ref", "_x", "A.b-1", "class", "if"]);
});
