import fc from "fast-check";
import { expect, test } from "vitest";
import { SubstitutionError } from "../../../src/config/substitution/error.js";
import { substitute } from "../../../src/config/substitution/substitute.js";

const values = new Map([
  ["A", "alpha"],
  ["B", "beta"],
  ["N", "A"],
  ["D.alpha", "deep"],
  ["EMPTY", ""],
  ["REF", "<${A}>"],
  ["CUT", "kept}dropped"],
  ["OPEN", "secret ${A"],
  ["SELF", "${SELF}"],
  ["R1", "${R2}"],
  ["R2", "${R1}"],
  ["a:b", "colon"],
]);
const lookup = (name: string): string | undefined => values.get(name);

/** The text with its variables replaced, or `column message`. */
function outcome(text: string, from: (name: string) => string | undefined = lookup): string {
  try {
    return substitute(text, from).value;
  } catch (error) {
    if (!(error instanceof SubstitutionError)) {
      throw error;
    }
    return `${error.column} ${error.message}`;
  }
}

const rules = [
  { rule: "a text without signs stays", text: "plain - text\\n", value: "plain - text\\n" },
  { rule: "an empty text stays", text: "", value: "" },
  { rule: "a name gives its value", text: "${A}-${B}.log", value: "alpha-beta.log" },
  { rule: "an unknown name says that it is unknown", text: "${X}", value: "X_IS_UNDEFINED" },
  { rule: "a default stands in for an unknown name", text: "${X:-dflt}", value: "dflt" },
  { rule: "a default is not used for a known name", text: "${A:-dflt}", value: "alpha" },
  { rule: "an empty default is a default", text: "[${X:-}]", value: "[]" },
  { rule: "an empty value is a value", text: "[${EMPTY:-dflt}]", value: "[]" },
  { rule: "a value is substituted again", text: "${REF}", value: "<alpha>" },
  { rule: "a name may be computed", text: "${D.${A}} ${${N}}", value: "deep alpha" },
  { rule: "a computed name may be unknown twice", text: "${${X}}", value: "X_IS_UNDEFINED_IS_UNDEFINED" },
  { rule: "a default may hold variables with defaults", text: "${X:-${Y:-${Z:-/var/log}}/app.log}", value: "/var/log/app.log" },
  { rule: "a default may hold balanced braces", text: "${X:-%d{HH:mm}}", value: "%d{HH:mm}" },
  { rule: "blanks belong to the name and to the default", text: "${ A} ${X:- d }", value: " A_IS_UNDEFINED  d " },
  { rule: "there is no other operator", text: "${A:+x}", value: "A:+x_IS_UNDEFINED" },
  { rule: "a colon alone belongs to the name", text: "${a:b} ${X:-http://h:80/p}", value: "colon http://h:80/p" },
  { rule: "a backslash escapes nothing", text: "\\${A} ${X:-C:\\tmp} \\$ \\:", value: "\\alpha C:\\tmp \\$ \\:" },
  { rule: "a dollar without brace is text", text: "$ {A} $A a$", value: "$ {A} $A a$" },
  { rule: "a second dollar makes the first brace plain", text: "$${A}", value: "$${A}" },
  { rule: "a dollar takes the next character along", text: "{a$}b}", value: "{a$}b}" },
  { rule: "a colon takes the next character along", text: "{a:}b}", value: "{a:}b}" },
  { rule: "a colon before a dollar or a brace leaves it alone", text: ":${A}:{x}:", value: ":alpha:{x}:" },
  { rule: "a doubled colon begins no default", text: "${X::-y}", value: "X::-y_IS_UNDEFINED" },
  { rule: "braces stay", text: "{} {a{b}c}", value: "{} {a{b}c}" },
  { rule: "a default sign between braces is text", text: "{a:-b} {a:-}", value: "{a:-b} {a:-}" },
  { rule: "a variable between braces is replaced", text: "{${A}}", value: "{alpha}" },
  { rule: "a closing brace of nothing ends the text", text: "A}B", value: "A" },
  { rule: "a closing brace too many ends the text", text: "${A}}tail", value: "alpha" },
  { rule: "a default sign of nothing ends the text", text: "x:-y", value: "x" },
  { rule: "a value ends at its own closing brace of nothing", text: "${CUT}!", value: "kept!" },
  { rule: "a variable in its own default with a default of its own is no circle", text: "${X:-${X:-x}}", value: "x" },
];

for (const { rule, text, value } of rules) {
  test(`${rule}: ${text}`, () => {
    expect(outcome(text)).toBe(value);
  });
}

const mistakes = [
  ["a variable that is not closed", "ab${A", '3 expected "}" for the "${" at column 3, got the end of the text'],
  ["a default that is not closed", "${A:-x", '1 expected "}" for the "${" at column 1, got the end of the text'],
  ["a brace that is not closed", "a{b", '2 expected "}" for the "{" at column 2, got the end of the text'],
  ["a closing brace taken by a dollar", "${X:-$}", '1 expected "}" for the "${" at column 1, got the end of the text'],
  ["a closing brace taken by a colon", "${X:}", '1 expected "}" for the "${" at column 1, got the end of the text'],
  ["a second default", "${X:-a:-b}", '1 expected "}" for the "${" at column 1, got ":-" at column 7'],
  ["nothing before a default sign between braces", "a{:-b}", '2 expected at least a character between "{" and ":-", got none'],
  ["an empty name", "${}", '1 expected the name of a variable after "${", got none'],
  ["an empty name with a default", "x${:-x}", '2 expected the name of a variable after "${", got none'],
  ["a name computed to nothing", "${${EMPTY}}", '1 expected the name of a variable after "${", got none'],
  ["a mistake inside a value, of which the value is not quoted", "see ${OPEN}", '5 expected "}" for the "${" at column 8, got the end of the text, in the value of "OPEN"'],
  ["a variable that is its own value", "x ${SELF}", "3 Circular variable reference: ${SELF} --> ${SELF}"],
  ["a circle of two", "${R1}", "1 Circular variable reference: ${R1} --> ${R2} --> ${R1}"],
  ["a variable in its own default", "${X:-${X}}", "1 Circular variable reference: ${X} --> ${X}"],
] as const;

for (const [what, text, expected] of mistakes) {
  test(`T4: ${what} is an error: ${text}`, () => {
    expect(outcome(text)).toBe(expected);
  });
}

test("undefined names are listed once each, in order, and not those with a default", () => {
  expect(substitute("${X} ${Y:-y} ${Z} ${X}", lookup).undefinedNames).toEqual(["X", "Z"]);
});

test("what is dropped at the end of a text is told with its column", () => {
  expect(substitute("${A}}tail", lookup)).toEqual({ value: "alpha", undefinedNames: [], ignoredFromColumn: 5 });
  expect(substitute("${A}", lookup)).toEqual({ value: "alpha", undefinedNames: [] });
});

test("T4: names of Object.prototype are unknown unless the caller knows them", () => {
  expect(outcome("${__proto__} ${constructor} ${toString}")).toBe("__proto___IS_UNDEFINED constructor_IS_UNDEFINED toString_IS_UNDEFINED");
});

const doubling = (seed: string) => (name: string): string => {
  const level = Number(name.slice(1));
  return level === 0 ? seed : `\${a${level - 1}}\${a${level - 1}}`;
};

const floods = [
  ["doubling text", "${a40}", doubling("x"), "1 expected at most 10000 variables, got more"],
  ["doubling nothing", "${a40}", doubling(""), "1 expected at most 10000 variables, got more"],
  ["doubling a long text", "  ${a12}", doubling("x".repeat(1_000)), "3 expected at most 1048576 characters, got more"],
  ["names 10,000 deep", "${".repeat(10_000) + "a" + "}".repeat(10_000), lookup, "129 expected at most 64 braces inside each other, got more"],
  ["defaults 10,000 deep", "${x:-".repeat(10_000) + "}".repeat(10_000), lookup, "321 expected at most 64 braces inside each other, got more"],
  ["braces 10,000 deep", "{".repeat(10_000) + "}".repeat(10_000), lookup, "65 expected at most 64 braces inside each other, got more"],
  ["a chain of values without end", "${a}", (name: string) => `\${${name}a}`, "1 expected at most 64 variables inside each other, got more"],
] as const;

for (const [what, text, from, expected] of floods) {
  test(`T4: ${what} is cut short`, () => {
    expect(outcome(text, from)).toBe(expected);
  });
}

test("limits can be lowered", () => {
  expect(() => substitute("${A}", lookup, { maxLength: 4 })).toThrow("expected at most 4 characters, got more");
});

test("T4: whatever comes, substitute gives a text within the limit or throws a SubstitutionError inside the text", () => {
  const text = fc.array(fc.constantFrom("${", "}", "{", ":-", ":", "$", "-", "a", "b", "${a}", "${b:-", "${a:-${b}}"), { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, text, (input, a, b) => {
      const bag = new Map([["a", a], ["b", b]]);
      try {
        expect(substitute(input, (name) => bag.get(name), { maxLength: 5_000 }).value.length).toBeLessThanOrEqual(5_000);
      } catch (error) {
        expect(error).toBeInstanceOf(SubstitutionError);
        const { column } = error as SubstitutionError;
        expect(column >= 1 && column <= input.length).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
});
