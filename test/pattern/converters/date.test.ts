import { expect, test } from "vitest";
import { SOME_TIME } from "../../support/events.js";
import { printed, textOf } from "../../support/patterns.js";

const dates = [
  { pattern: "%d{ISO8601, UTC}", text: "2024-03-15 10:30:00,123" },
  { pattern: "%date{STRICT, UTC}", text: "2024-03-15T10:30:00,123" },
  { pattern: "%d{HH:mm:ss.SSS, UTC}", text: "10:30:00.123" },
  { pattern: "%d{'HH:mm:ss,SSS', UTC}", text: "10:30:00,123" },
  { pattern: '%d{"HH:mm:ss,SSS", Europe/Paris}', text: "11:30:00,123" },
  { pattern: '%d{"EEEE, dd MMMM", UTC, de-DE}', text: "Freitag, 15 März" },
  { pattern: "%d{HH:mm:ss.SSSSSS, UTC}", text: "10:30:00.123000" },
  { pattern: "%-12d{HH:mm, UTC}|", text: "10:30       |" },
] as const;

for (const { pattern, text } of dates) {
  test(`${pattern} prints ${text}`, () => {
    expect(printed(pattern, { nanos: 456_789 })).toEqual({ text, started: true, problems: [] });
  });
}

test("%d without a zone prints the time of the system's zone", () => {
  expect(textOf("%d{ISO8601}")).toBe(textOf(`%d{ISO8601, ${Intl.DateTimeFormat().resolvedOptions().timeZone}}`));
});

test("%d with a pattern that is none warns and prints ISO8601 in the zone that is named", () => {
  const { text, problems } = printed("%d{nonsense, UTC}");

  expect(text).toBe("2024-03-15 10:30:00,123");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^WARN 1 "nonsense" is no date pattern: .*; ?.*ISO8601 is used\.$|^WARN 1 "nonsense" is no date pattern: .*\. ISO8601 is used\.$/);
});

test("%d whose pattern cannot print an event says so once and prints the milliseconds", () => {
  const { text, problems } = printed("%d{pH} %d{HH:mm, UTC}", { timestamp: SOME_TIME });

  expect(text).toBe(`${String(SOME_TIME)} 10:30`);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^ERROR 1 The date pattern "pH" cannot print an event's time: /);
});

test("%d of an event a millisecond before 1970 prints as in Logback, whose cache begins with that time", () => {
  expect(textOf("%d{ISO8601, UTC}", { timestamp: -1 })).toBe("null");
  expect(textOf("%6d{ISO8601, UTC}|", { timestamp: -1 })).toBe("      |");
  expect(textOf("%d{ISO8601, UTC}", { timestamp: -2 })).toBe("1969-12-31 23:59:59,998");
});
