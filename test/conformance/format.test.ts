import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recording } from "../support/recording.js";
import { answerFormat, type FormatAnswer, type FormatInput } from "./answer-format.js";

interface FormatCase {
  readonly id: string;
  readonly input: FormatInput;
  readonly expected: FormatAnswer;
}

const cases = readFileSync(new URL("cases/format.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as FormatCase);

test("the corpus of message formatting is there", () => {
  expect(cases.length).toBeGreaterThan(100);
});

for (const { id, input, expected } of cases) {
  test(`${id}: ${JSON.stringify(input.message)} is formatted as by Logback`, () => {
    expect(answerFormat(input)).toEqual(expected);
  });
}

test("a log call formats the whole corpus in the same way", () => {
  const { context, appender } = recording();
  const log = context.getLogger("a");
  const asked = cases.filter(({ input }) => input.message !== null);
  for (const { input } of asked) {
    log.info(input.message ?? "", ...argumentsOf(input));
  }
  const answers = appender.events.map((event) => ({ output: event.formattedMessage, throwable: event.throwableInfo?.message ?? null }));

  expect(answers).toEqual(asked.map(({ expected }) => expected));
});

function argumentsOf({ args }: FormatInput): unknown[] {
  return (args ?? []).map((value) => {
    const text = typeof value === "object" && value !== null ? (value as { readonly $error?: string }).$error : undefined;
    return text === undefined ? value : Object.assign(new Error(text), { name: "java.lang.RuntimeException" });
  });
}
