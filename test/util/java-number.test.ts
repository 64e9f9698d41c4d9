import { expect, test } from "vitest";
import { javaDouble, javaLong } from "../../src/util/java-number.js";

const cases = [
  { text: "42", long: "42", double: "42" },
  { text: "+7", long: "7", double: "7" },
  { text: "-9223372036854775808", long: "-9223372036854775808", double: "-9223372036854776000" },
  { text: "9223372036854775808", long: undefined, double: "9223372036854776000" },
  { text: "1.50", long: undefined, double: "1.5" },
  { text: ".5e2f", long: undefined, double: "50" },
  { text: "1e999", long: undefined, double: undefined },
  { text: " 1", long: undefined, double: undefined },
  { text: "0x10", long: undefined, double: undefined },
  { text: "", long: undefined, double: undefined },
];

for (const { text, long, double } of cases) {
  test(`"${text}" is the long ${long ?? "nothing"} and the double ${double ?? "nothing"}`, () => {
    expect(javaLong(text)).toBe(long);
    expect(javaDouble(text)).toBe(double);
  });
}
