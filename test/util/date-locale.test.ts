import { expect, test } from "vitest";
import { dateNames } from "../../src/util/date-locale.js";
import { parseLanguageTag } from "../../src/util/language-tag.js";

const names = [
  { locale: "en-US", march: ["Mar", "March", "M"], monday: ["Mon", "Monday", "M"], pm: "PM", gmt: "GMT" },
  { locale: "en-GB", march: ["Mar", "March", "M"], monday: ["Mon", "Monday", "M"], pm: "pm", gmt: "GMT" },
  { locale: "de", march: ["März", "März", "M"], monday: ["Mo.", "Montag", "M"], pm: "PM", gmt: "GMT" },
  { locale: "fr-CA", march: ["mars", "mars", "M"], monday: ["lun.", "lundi", "L"], pm: "p.m.", gmt: "UTC" },
  { locale: "no", march: ["mar.", "mars", "M"], monday: ["man.", "mandag", "M"], pm: "p.m.", gmt: "GMT" },
  { locale: "ru", march: ["мар.", "марта", "М"], monday: ["пн", "понедельник", "пн"], pm: "PM", gmt: "GMT" },
  // Root names: the tag is none, or the language is unknown.
  { locale: "de_DE", march: ["Mar", "Mar", "3"], monday: ["Mon", "Mon", "M"], pm: "PM", gmt: "GMT" },
  { locale: "xx", march: ["Mar", "Mar", "3"], monday: ["Mon", "Mon", "M"], pm: "PM", gmt: "GMT" },
  // Not in the table: from Intl.
  { locale: "ca", march: ["de març", "de març", "MÇ"], monday: ["dl.", "dilluns", "dl."], pm: "p. m.", gmt: "GMT" },
] as const;

for (const { locale, march, monday, pm, gmt } of names) {
  test(`${locale} names March ${march[1]} and Monday ${monday[1]}`, () => {
    const texts = dateNames(parseLanguageTag(locale));

    expect({
      march: [texts.text("M3", 2), texts.text("M4", 2), texts.text("M5", 2)],
      monday: [texts.text("E3", 0), texts.text("E4", 0), texts.text("E5", 0)],
      pm: texts.text("a", 1).replaceAll(/\s/g, " "),
      gmt: texts.gmt,
    }).toEqual({ march, monday, pm, gmt });
  });
}

test("a region's line changes only what differs from its language", () => {
  const austria = dateNames(parseLanguageTag("de-AT"));

  expect([austria.text("M4", 0), austria.text("L4", 0), austria.text("E4", 0)]).toEqual(["Jänner", "Jänner", "Montag"]);
});

test("parts of the day know midnight and noon by the minute", () => {
  const english = dateNames(parseLanguageTag("en"));

  expect([english.dayPart(4, 0, 0), english.dayPart(4, 0, 1), english.dayPart(4, 12, 0), english.dayPart(4, 12, 1)]).toEqual([
    "midnight",
    "at night",
    "noon",
    "in the afternoon",
  ]);
});
