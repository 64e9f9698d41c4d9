import { expect, test } from "vitest";
import { probeRegex } from "../../src/pattern/regex-probe.js";
import { translateJavaRegex } from "../../src/util/java-regex.js";

const weak = [
  { pattern: "^(a+)+$", kind: "hopeless", column: 6 },
  { pattern: "(\\w+\\s?)*$", kind: "hopeless", column: 9 },
  { pattern: "x=(?:[a-z]|\\w)*;", kind: "hopeless", column: 15 },
  { pattern: "(a|aa)+$", kind: "hopeless", column: 7 },
  { pattern: "(.*)(.*)(.*)(.*)x", kind: "hopeless", column: 7 },
  { pattern: "(.*).*x", kind: "slow", column: 6 },
] as const;

for (const { pattern, kind, column } of weak) {
  test(`${pattern} is found to be ${kind}, because of column ${String(column)}`, () => {
    expect(probeRegex(translateJavaRegex(pattern))).toEqual({ kind, column });
  });
}

const sound = ["[\\r\\n]+", "(\\w+)", "(\\w+,)*\\w+;", "(?i)password=\\S+", "\"password\":\"[^\"]*\"", "(\\d{4}-?){3}\\d{4}", "\\s+$", "(?:(?>a+))+$", "(a++)+$", "", "x*"];

for (const pattern of sound) {
  test(`${JSON.stringify(pattern)} passes`, () => {
    expect(probeRegex(translateJavaRegex(pattern))).toBe(undefined);
  });
}
