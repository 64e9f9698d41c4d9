import { expect, test } from "vitest";
import { DatePatternError, parseDatePattern } from "../../src/util/date-pattern.js";

const refused = [
  { pattern: "yyyy-MM-dd b", column: 12, message: "Unknown pattern letter: b." },
  { pattern: "HH:MMMMMM", column: 4, message: "Too many pattern letters: MMMMMM." },
  { pattern: "ddd", column: 1, message: "Too many pattern letters: ddd." },
  { pattern: "V", column: 1, message: "Wrong number of pattern letters: V." },
  { pattern: "cc", column: 1, message: "Wrong number of pattern letters: cc." },
  { pattern: "vv", column: 1, message: "Wrong number of pattern letters: vv." },
  { pattern: "SSSSSSSSSS", column: 1, message: "Too many pattern letters: SSSSSSSSSS." },
  { pattern: "yyyy 'T", column: 6, message: "Quote without an end." },
  { pattern: "yyyy''' ", column: 5, message: "Quote without an end." },
  { pattern: "yyyy{", column: 5, message: "Reserved character '{': quote it." },
  { pattern: "#", column: 1, message: "Reserved character '#': quote it." },
  { pattern: "[yyyy]]", column: 7, message: "']' without '[' before it." },
  { pattern: "yyyy pp-", column: 6, message: "Pad letter 'p' must be followed by another pattern letter." },
  { pattern: "ppyyyyyyyyyyyyyyyyyyyy", column: 3, message: "Too many pattern letters: yyyyyyyyyyyyyyyyyyyy." },
] as const;

for (const { pattern, column, message } of refused) {
  test(`${pattern} is refused at column ${column}`, () => {
    const error = caught(() => parseDatePattern(pattern));

    expect(error).toBeInstanceOf(DatePatternError);
    expect(error).toMatchObject({ name: "DatePatternError", message, column });
  });
}

function caught(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

const literals = [
  { pattern: "''", text: "'" },
  { pattern: "''''", text: "'" },
  { pattern: "'''a'", text: "'a" },
  { pattern: "'o''clock'", text: "o'clock" },
  { pattern: "'{}#[]'", text: "{}#[]" },
  { pattern: "~ é€😀", text: "~ é€😀" },
  { pattern: "[-[/", text: "-/" },
] as const;

for (const { pattern, text } of literals) {
  test(`${pattern} prints ${text}`, () => {
    expect(parseDatePattern(pattern).map((element) => (element.kind === "literal" ? element.text : "?")).join("")).toBe(text);
  });
}

test("padding belongs to the letters that follow it", () => {
  expect(parseDatePattern("pppH-m")).toEqual([
    { kind: "number", letter: "H", width: 1, sign: "notNegative", pad: 3 },
    { kind: "literal", text: "-" },
    { kind: "number", letter: "m", width: 1, sign: "notNegative" },
  ]);
});

test("an empty pattern prints nothing", () => {
  expect(parseDatePattern("")).toEqual([]);
});
