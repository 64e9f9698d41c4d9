import { expect, test } from "vitest";
import { readOptions } from "../../src/pattern/option-reader.js";

const cases = [
  { text: "}", options: [] },
  { text: " , ,\t\n}", options: [] },
  { text: "a}", options: ["a"] },
  { text: " a b , c }", options: ["a b", "c"] },
  { text: "'a, }', \"b\"}", options: ["a, }", "b"] },
  { text: "' a ','' }", options: [" a ", ""] },
  { text: "'it\\'s', x}", options: ["it\\'s", "x"] },
  { text: "'a'b}", options: ["a", "b"] },
  { text: "a'b}", options: ["a'b"] },
  { text: "a{b}", options: ["a{b"] },
] as const;

for (const { text, options } of cases) {
  test(`{${text} has the options ${JSON.stringify(options)}`, () => {
    const pattern = `%x{${text}rest`;
    const read = readOptions(pattern, 3);

    expect(read).toMatchObject({ options, end: 3 + text.length });
    expect(read?.starts.map((start, index) => pattern.slice(start, start + (options[index]?.length ?? 0)))).toEqual(options);
  });
}

for (const text of ["", "a", "a,", "'a}", "'a", '"a\'}', "'a\\'}"]) {
  test(`{${text} is not closed`, () => {
    expect(readOptions(`{${text}`, 1)).toBe(undefined);
  });
}
