import fc from "fast-check";
import { expect, test } from "vitest";
import { propertiesWithLines } from "../../../src/cli/migrate/properties-lines.js";
import { parseProperties, PropertiesError } from "../../../src/config/properties-file.js";

test("a key stands in the line where it begins", () => {
  const text = "# first\r\na=1\n\n  b : 2\rc=3\\\n   4\n! last\nd";

  expect([...propertiesWithLines(text)]).toEqual([
    ["a", { value: "1", line: 2 }],
    ["b", { value: "2", line: 4 }],
    ["c", { value: "34", line: 5 }],
    ["d", { value: "", line: 8 }],
  ]);
});

test("of a key that is there twice the last counts", () => {
  expect([...propertiesWithLines("a=1\nb=2\na=3")]).toEqual([
    ["b", { value: "2", line: 2 }],
    ["a", { value: "3", line: 3 }],
  ]);
});

test("a comment does not go on with a backslash", () => {
  expect([...propertiesWithLines("# a \\\nb=1").keys()]).toEqual(["b"]);
});

test("the values are those that the plain reader finds", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "=", ":", " ", "\\", "\n", "\r", "#", "!", "\t", "u0041") });
  fc.assert(
    fc.property(text, (content) => {
      const plain = attempt(() => parseProperties(content));
      const withLines = attempt(() => new Map([...propertiesWithLines(content)].map(([key, { value }]) => [key, value])));

      expect(withLines).toEqual(plain);
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 300) },
  );
});

function attempt(read: () => Map<string, string>): Record<string, string> | string {
  try {
    return Object.fromEntries(read());
  } catch (error) {
    if (error instanceof PropertiesError) {
      return error.message;
    }
    throw error;
  }
}
