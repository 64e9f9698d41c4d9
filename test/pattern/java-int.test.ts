import { expect, test } from "vitest";
import { parseJavaInt } from "../../src/pattern/java-int.js";

const numbers = [
  { text: "12", number: 12 },
  { text: "-5", number: -5 },
  { text: "+5", number: 5 },
  { text: "-0", number: 0 },
  { text: "007", number: 7 },
  { text: "2147483647", number: 2_147_483_647 },
  { text: "-2147483648", number: -2_147_483_648 },
  { text: "٣٠", number: 30 },
  { text: "９९", number: 99 },
] as const;

for (const { text, number } of numbers) {
  test(`"${text}" is ${number}`, () => {
    expect(parseJavaInt(text)).toBe(number);
  });
}

for (const text of ["", "-", " 5", "5 ", "1.5", "1e3", "x", "5\u0000", "²", "𝟗", "2147483648", "-2147483649"]) {
  test(`${JSON.stringify(text)} is no whole number to Java`, () => {
    expect(parseJavaInt(text)).toBe(undefined);
  });
}
