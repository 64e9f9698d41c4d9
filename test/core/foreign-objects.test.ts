import { expect, test } from "vitest";
import { accessorText, builtInNumber, TYPED_ARRAY_PROTOTYPE } from "../../src/core/foreign-objects.js";

const accessors = [
  { title: "a getter", property: { get: (): number => 1 }, text: "[Getter]" },
  { title: "a setter", property: { set: (): void => {} }, text: "[Setter]" },
  { title: "a getter and a setter", property: { get: (): number => 1, set: (): void => {} }, text: "[Getter/Setter]" },
  { title: "a value", property: { value: 1 }, text: undefined },
  { title: "no property", property: undefined, text: undefined },
];

for (const { title, property, text } of accessors) {
  test(`what stands for ${title} is ${String(text)}`, () => {
    expect(accessorText(property)).toBe(text);
  });
}

test("the size of a collection is the built-in one, whatever it says of itself", () => {
  const bytes = Object.defineProperty(new Uint8Array(3), "length", { value: 9 });
  const set = Object.defineProperty(new Set([1, 2]), "size", { value: 9 });

  expect([builtInNumber(TYPED_ARRAY_PROTOTYPE, "length", bytes), builtInNumber(Set.prototype, "size", set)]).toEqual([3, 2]);
});
