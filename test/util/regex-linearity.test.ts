import { expect, test } from "vitest";
import { translateJavaRegex } from "../../src/util/java-regex/java-regex.js";
import { isLinear } from "../../src/util/regex-linearity.js";

const patterns = [
  { pattern: "[\\r\\n]+", linear: true },
  { pattern: "abc|\\d{4}|x", linear: true },
  { pattern: "key=(\\S+)", linear: true },
  { pattern: "(\\d{4}-?){3}\\d{4}", linear: true },
  { pattern: "\\d{1,3}(?:\\.\\d{1,3}){3}", linear: true },
  { pattern: "\\s+$", linear: false },
  { pattern: "\".*\"", linear: false },
  { pattern: "(?:ab)*", linear: false },
  { pattern: "(\\w)\\1", linear: false },
  { pattern: "(?=\\w+)x", linear: false },
  { pattern: "(?:a{1,15}){1,15}b", linear: false },
  { pattern: "a?a?a?a?a?a?a?a?a?a?b", linear: false },
  // Tried in the middle of each surrogate pair as well, and each time the text is copied.
  { pattern: ".x", linear: false },
  { pattern: "x*", linear: false },
] as const;

for (const { pattern, linear } of patterns) {
  test(`T9 searching ${JSON.stringify(pattern)} ${linear ? "takes" : "may take more than"} time in proportion to the text`, () => {
    expect(isLinear(translateJavaRegex(pattern))).toBe(linear);
  });
}
