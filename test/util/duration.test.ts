import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/util/duration.js";

const durations = [
  ["500", 500],
  ["30 seconds", 30_000],
  ["1 second", 1_000],
  ["2 secondes", 2_000],
  ["5 MiNuTes", 300_000],
  ["1hour", 3_600_000],
  ["1.5 hours", 5_400_000],
  [".5 day", 43_200_000],
  ["250 milli", 250],
  ["250 millis", 250],
  ["7 milliseconds", 7],
  ["0.0015 seconds", 1],
  ["1.9", 1],
  ["0", 0],
  ["007 seconds", 7_000],
  ["1e2 seconds", 100_000],
  [" 5 seconds", 5_000],
  ["\t5", 5],
  ["3\t \nminutes", 180_000],
  ["+5", 5],
  ["-5 seconds", -5_000],
  ["5 ", 5],
  ["99999999999999999999 days", Number.MAX_SAFE_INTEGER],
] as const;

for (const [text, millis] of durations) {
  test(`${JSON.stringify(text)} is ${millis} milliseconds`, () => {
    expect(parseDuration(text)).toEqual({ millis });
  });
}

for (const text of ["10 s", "10s", "10S"]) {
  test(`${JSON.stringify(text)} is ten seconds, and says that Logback reads it otherwise`, () => {
    expect(parseDuration(text)).toEqual({ millis: 10_000, secondsFromS: true });
  });
}

const noDurations = ["", " ", "s", "seconds", "soon", "unbounded", "5 ms", "5 sec", "5 min", "1 week", "5 seconds ", "  5", "\n5", "1 5", "1,5", "1x5", "5.", "1.5.5", "1e-3 seconds", "0x10", "5\u00a0seconds", "NaN", "Infinity"];

for (const text of noDurations) {
  test(`${JSON.stringify(text)} is no duration`, () => {
    expect(parseDuration(text)).toBe(undefined);
  });
}

const printed = [
  [0, "0 milliseconds"],
  [999, "999 milliseconds"],
  [1_000, "1 seconds"],
  [59_999, "59 seconds"],
  [90_000, "1 minutes"],
  [3_600_000, "1 hours"],
  [172_800_000, "48 hours"],
] as const;

for (const [millis, text] of printed) {
  test(`${millis} milliseconds print as "${text}"`, () => {
    expect(formatDuration(millis)).toBe(text);
  });
}
