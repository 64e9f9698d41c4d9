import { expect, test } from "vitest";
import { intlDateNames } from "../../src/util/date-names-intl.js";
import { parseLanguageTag } from "../../src/util/language-tag.js";

test("a language Intl lacks has no names", () => {
  expect(intlDateNames(parseLanguageTag("xx"))).toBe(undefined);
});

test("names are Gregorian whatever the locale's calendar", () => {
  const persian = intlDateNames(parseLanguageTag("fa-IR"));

  expect([persian?.text("M4", 0), persian?.text("Q3", 1), persian?.text("Q5", 1)]).toEqual(["ژانویهٔ", "Q2", "2"]);
});

test("English from Intl is English", () => {
  const names = intlDateNames(parseLanguageTag("en-US"));

  expect([names?.text("L3", 8), names?.text("c5", 6), names?.text("G4", 0), names?.text("a", 0), names?.dayPart(1, 9, 0)]).toEqual([
    "Sep",
    "S",
    "Before Christ",
    "AM",
    "in the morning",
  ]);
});
