import { expect, test } from "vitest";
import { printed } from "../../support/patterns.js";

const keyValuePairs = [
  { key: "pw", value: "secret" },
  { key: "n", value: 2 },
  { key: "nothing", value: null },
];

const conversions = [
  { pattern: "%kvp", text: 'pw="secret" n="2" nothing="null"' },
  { pattern: "%kvp{single}", text: "pw='secret' n='2' nothing='null'" },
  { pattern: "%kvp{NONE, x}", text: "pw=secret n=2 nothing=null" },
  { pattern: "%kvp{bogus}", text: 'pw="secret" n="2" nothing="null"' },
  { pattern: "%maskedKvp{pw}", text: 'pw="XXX" n="2" nothing="null"' },
  { pattern: "%maskedKvp{none, pw, n}", text: "pw=XXX n=XXX nothing=null" },
  { pattern: "%maskedKvp{PW}", text: 'pw="secret" n="2" nothing="null"' },
  { pattern: "%maskedKvp{}", text: 'pw="secret" n="2" nothing="null"' },
] as const;

for (const { pattern, text } of conversions) {
  test(`${pattern} prints ${text}`, () => {
    expect(printed(pattern, { keyValuePairs })).toEqual({ text, started: true, problems: [] });
  });
}

for (const pattern of ["[%kvp]", "[%maskedKvp{pw}]"]) {
  test(`${pattern} is empty without pairs`, () => {
    expect(printed(pattern).text).toBe("[]");
  });
}

test("%maskedKvp without options masks every value, with an error", () => {
  expect(printed("%maskedKvp", { keyValuePairs })).toEqual({
    text: 'pw="XXX" n="XXX" nothing="XXX"',
    started: true,
    problems: ["ERROR 1 %maskedKvp needs the keys to mask, as in %maskedKvp{password}; every value is masked."],
  });
});

test("%maskedKvp warns of quotes behind the first option", () => {
  expect(printed("%maskedKvp{pw, NONE}", { keyValuePairs }).problems).toEqual(['WARN 1 "NONE" must be the first option to set the quotes; here it is taken for a key.']);
});
