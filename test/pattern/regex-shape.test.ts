import { expect, test } from "vitest";
import { isLinear, suspectsOf } from "../../src/pattern/regex-shape.js";
import { translateJavaRegex } from "../../src/util/java-regex.js";

const shapes = [
  { pattern: "[\\r\\n]+", linear: true },
  { pattern: "abc|\\d{4}|x", linear: true },
  { pattern: "key=(\\S+)", linear: true },
  { pattern: "\\s+$", linear: false },
  { pattern: "\".*\"", linear: false },
  { pattern: "(?:ab)*", linear: false },
  { pattern: "(\\w)\\1", linear: false },
] as const;

for (const { pattern, linear } of shapes) {
  test(`searching ${pattern} ${linear ? "takes" : "may take more than"} time in proportion to the text`, () => {
    expect(isLinear(translateJavaRegex(pattern).parsed.root)).toBe(linear);
  });
}

const suspects = [
  { pattern: "x=(a+)+y", found: [{ column: 7, prefix: "x=", char: "a" }] },
  { pattern: "a*b?[a-c]*", found: [{ column: 10, prefix: "", char: "a" }] },
  { pattern: "a*ba*", found: [] },
  { pattern: "(a+,)+", found: [] },
  { pattern: "(?:a|b)*", found: [] },
] as const;

for (const { pattern, found } of suspects) {
  test(`${pattern} has ${String(found.length)} suspicious places`, () => {
    expect(suspectsOf(translateJavaRegex(pattern).parsed.root)).toEqual(found);
  });
}
