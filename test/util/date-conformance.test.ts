import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileDateFormat, type DateFormat } from "../../src/util/date-format.js";
import { DatePatternError } from "../../src/util/date-pattern.js";
import { resolveLogbackDatePattern } from "../../src/util/logback-date-pattern.js";

interface Case {
  readonly id: string;
  readonly input: { readonly pattern: string | null; readonly timezone?: string; readonly locale?: string; readonly epochMillis: number };
  readonly expected: { readonly output: string | null; readonly statusWorst: string; readonly threw?: string };
}

const file = new URL("../conformance/cases/date.jsonl", import.meta.url);
const cases = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

/** What `%d` does around the format: a pattern that is none is warned of and replaced by the default. */
function compile({ pattern, timezone, locale }: Case["input"]): { readonly format: DateFormat; readonly warned: boolean } {
  const options = {
    // Where only a locale is given the corpus asked for UTC, and it was recorded in UTC.
    zone: timezone ?? "UTC",
    ...(locale === undefined ? {} : { locale }),
  };
  try {
    return { format: compileDateFormat(resolveLogbackDatePattern(pattern ?? undefined), options), warned: false };
  } catch (error) {
    if (!(error instanceof DatePatternError)) {
      throw error;
    }
    return { format: compileDateFormat(resolveLogbackDatePattern(), options), warned: true };
  }
}

test("the corpus of dates is there", () => {
  expect(cases.length).toBe(181);
});

for (const { id, input, expected } of cases) {
  if (expected.threw !== undefined) {
    test(`${id}: zone ${input.timezone ?? ""} is refused`, () => {
      expect(() => compile(input)).toThrow(RangeError);
    });
    continue;
  }
  test(`${id}: ${input.pattern ?? "no pattern"} at ${input.epochMillis} prints what Logback prints`, () => {
    const { format, warned } = compile(input);

    // Logback's cache starts out with "the text of instant -1 is null", so a new layout prints null then.
    if (input.epochMillis === -1) {
      expect(expected.output).toBe("null");
    }
    else {
      expect(format.format(input.epochMillis)).toBe(expected.output);
    }
    expect(warned).toBe(expected.statusWorst === "WARN");
  });
}
