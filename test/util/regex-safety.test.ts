import { expect, test } from "vitest";
import { translateJavaRegex } from "../../src/util/java-regex/java-regex.js";
import { findRegexRisks } from "../../src/util/regex-safety.js";

const NESTED = "Nested quantifiers can take exponential time";
const ALTERNATIVES = "Alternatives that match the same text inside a loop can take exponential time";
const WILDCARDS = "Wildcards side by side can take quadratic time or worse";

function risksOf(pattern: string): string[] {
  return findRegexRisks(translateJavaRegex(pattern).parsed).map(({ message, column }) => `${column}: ${message}`);
}

test.each([
  ["^(a+)+$", [`4: ${NESTED}`]],
  ["(\\w+\\s?)*$", [`4: ${NESTED}`]],
  ["(.*,)*x", [`3: ${NESTED}`]],
  ["(?:a{1,}b?)*c", [`5: ${NESTED}`]],
  ["(a|a)*b", [`2: ${ALTERNATIVES}`]],
  ["(\\w|\\d)+$", [`2: ${ALTERNATIVES}`]],
  ["(?:\\d+|\\w)x|(?:b|[a-c])*y", [`16: ${ALTERNATIVES}`]],
  ["(.*)(.*)(.*)x", [`7: ${WILDCARDS}`, `11: ${WILDCARDS}`]],
  ["\\s*\\s*$", [`6: ${WILDCARDS}`]],
  [".*foo.*bar.*baz", [`12: ${WILDCARDS}`]],
])("%j is warned about", (pattern, risks) => {
  expect(risksOf(pattern)).toEqual(risks);
});

test.each([
  "[\\r\\n]+",
  "-exec-",
  "(a+b)*",
  "(?:[^,]*,)*x",
  "(?:ab|cd)*",
  "(a++)+$",
  "(?>a+)+$",
  "\\d{1,3}(\\.\\d{1,3}){3}",
  '"password"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*+"',
  "\\s*,\\s*",
  "(a{2})*",
])("%j is not warned about", (pattern) => {
  expect(risksOf(pattern)).toEqual([]);
});
