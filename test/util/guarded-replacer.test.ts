import { expect, test } from "vitest";
import { guardReplacer } from "../../src/util/guarded-replacer.js";

const mask = (text: string): string => text.replace(/\d+/g, "#");

test("a text up to the limit has its matches replaced", () => {
  expect(guardReplacer(mask, { maxLength: 5 })("a1b22")).toBe("a#b#");
});

test("a longer text stays as it is unless there is something to print instead", () => {
  expect(guardReplacer(mask, { maxLength: 5 })("a1b223")).toBe("a1b223");
});

test("a longer text is replaced as a whole where there is", () => {
  const replace = guardReplacer(mask, { maxLength: 5, instead: ({ length }) => `[${length} characters]` });

  expect([replace("a1b22"), replace("a1b223")]).toEqual(["a#b#", "[6 characters]"]);
});

test("the limit is 65536 characters unless given", () => {
  const replace = guardReplacer(mask);

  expect([replace("1".repeat(65_536)), replace("1".repeat(65_537)).length]).toEqual(["#", 65_537]);
});

test("a text for which the engine has too little memory counts as too long", () => {
  // Each round of the group is remembered, in a stack that ends at 64 MB.
  const replace = guardReplacer((text) => text.replace(/(?:x|y)+/g, ""), { maxLength: Number.POSITIVE_INFINITY, instead: () => "instead" });

  expect([replace("x"), replace("x".repeat(20_000_000))]).toEqual(["", "instead"]);
});

test("other errors are none of its business", () => {
  const replace = guardReplacer(() => {
    throw new TypeError("broken");
  });

  expect(() => replace("x")).toThrow(TypeError);
});
