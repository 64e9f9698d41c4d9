import { expect, test } from "vitest";
import { printed } from "../../support/patterns.js";

const mended = [
  { pattern: "%d{HH:mm:ss,SSS}", zoned: '%d{"HH:mm:ss,SSS"}', message: 'A comma ends the date pattern and "SSS" is no time zone. "HH:mm:ss,SSS" is used; quote the pattern: {"HH:mm:ss,SSS"}.' },
  { pattern: "%d{EEEE, dd MMMM}", zoned: '%d{"EEEE, dd MMMM"}', message: 'A comma ends the date pattern and "dd MMMM" is no time zone. "EEEE, dd MMMM" is used; quote the pattern: {"EEEE, dd MMMM"}.' },
  { pattern: "%d{HH:mm:ss,SSS, UTC}", zoned: '%d{"HH:mm:ss,SSS", UTC}', message: 'A comma ends the date pattern and "SSS" is no time zone. "HH:mm:ss,SSS" is used; quote the pattern: {"HH:mm:ss,SSS"}.' },
  { pattern: "%d{yyyy,,de-DE}", zoned: "%d{yyyy}", message: '"de-DE" stands where the time zone goes; it is used as the language. Name a zone before it, such as UTC.' },
  { pattern: "%d{HH:mm, Nowhere/City}", zoned: "%d{HH:mm}", message: `"Nowhere/City" is no time zone; the system's is used. A date pattern with a comma needs quotes.` },
  { pattern: "%d{'HH:mm', 'SSS'}", zoned: "%d{HH:mm}", message: `"SSS" is no time zone; the system's is used. A date pattern with a comma needs quotes.` },
] as const;

for (const { pattern, zoned, message } of mended) {
  test(`${pattern} prints as ${zoned}, with an error that tells what to write`, () => {
    const { text, problems } = printed(pattern);

    expect(text.slice(0, 3)).toBe(printed(zoned).text.slice(0, 3));
    expect(problems).toEqual([`ERROR 1 ${message}`]);
  });
}

test("milliseconds behind a bare comma are printed", () => {
  expect(printed("%d{HH:mm:ss,SSS, UTC}").text).toBe("10:30:00,123");
});

test("a language in the zone's place is used as the language", () => {
  expect(printed("%d{MMMM,,de-DE}").text).toBe("März");
});
