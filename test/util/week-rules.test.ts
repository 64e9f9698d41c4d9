import { expect, test } from "vitest";
import { civilDate } from "../../src/util/civil-date.js";
import { parseLanguageTag } from "../../src/util/language-tag.js";
import { localDayOfWeek, weekOfMonth, weekOfYear, weekRules } from "../../src/util/week-rules.js";

const rules = [
  { tag: "en-US", firstDay: 7, minimalDays: 1 },
  { tag: "de-DE", firstDay: 1, minimalDays: 4 },
  { tag: "de", firstDay: 7, minimalDays: 1 },
  { tag: "en-001", firstDay: 1, minimalDays: 1 },
  { tag: "pt-PT", firstDay: 7, minimalDays: 4 },
  { tag: "ar-EG", firstDay: 6, minimalDays: 1 },
  { tag: "de-u-fw-wed", firstDay: 3, minimalDays: 1 },
  { tag: "de-DE-u-rg-uszzzz", firstDay: 7, minimalDays: 1 },
] as const;

for (const { tag, firstDay, minimalDays } of rules) {
  test(`weeks in ${tag} begin on day ${firstDay} and the first holds ${minimalDays}`, () => {
    expect(weekRules(parseLanguageTag(tag))).toEqual({ firstDay, minimalDays });
  });
}

const ISO = { firstDay: 1, minimalDays: 4 };
const US = { firstDay: 7, minimalDays: 1 };
const day = (year: number, month: number, dayOfMonth: number) => civilDate(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000);

const weeks = [
  { date: day(2021, 1, 1), iso: { week: 53, year: 2020 }, us: { week: 1, year: 2021 } },
  { date: day(2024, 12, 30), iso: { week: 1, year: 2025 }, us: { week: 1, year: 2025 } },
  { date: day(2023, 1, 1), iso: { week: 52, year: 2022 }, us: { week: 1, year: 2023 } },
  { date: day(2017, 12, 31), iso: { week: 52, year: 2017 }, us: { week: 1, year: 2018 } },
] as const;

for (const { date, iso, us } of weeks) {
  test(`${date.year}-${date.month}-${date.day} is in week ${iso.week} of ${iso.year} by ISO`, () => {
    expect([weekOfYear(ISO, date), weekOfYear(US, date)]).toEqual([iso, us]);
  });
}

test("days before the first week of a month are in its week 0", () => {
  expect([weekOfMonth(ISO, day(2024, 6, 1)), weekOfMonth(US, day(2024, 6, 1))]).toEqual([0, 1]);
});

test("days of the week are counted from the first day", () => {
  expect([localDayOfWeek(ISO, day(2024, 6, 2)), localDayOfWeek(US, day(2024, 6, 2))]).toEqual([7, 1]);
});
