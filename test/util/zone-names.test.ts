import { expect, test } from "vitest";
import { parseLanguageTag } from "../../src/util/language-tag.js";
import { timeZone } from "../../src/util/time-zone.js";
import { zoneNamer, zoneRow } from "../../src/util/zone-names.js";

const WINTER = Date.UTC(2024, 0, 1) / 1000;
const SUMMER = Date.UTC(2024, 6, 1) / 1000;

const names = [
  { id: "Europe/Berlin", locale: "en-US", style: "short", printed: ["CET", "CEST"] },
  { id: "Europe/Berlin", locale: "de", style: "short", printed: ["MEZ", "MESZ"] },
  { id: "Europe/Berlin", locale: "de-AT", style: "short", printed: ["MEZ", "MESZ"] },
  { id: "Europe/Berlin", locale: "en-US", style: "long", printed: ["Central European Standard Time", "Central European Summer Time"] },
  { id: "Europe/Berlin", locale: "de", style: "long", printed: ["Mitteleuropäische Normalzeit", "Mitteleuropäische Sommerzeit"] },
  { id: "America/New_York", locale: "fr-CA", style: "short", printed: ["HNE", "HAE"] },
  { id: "America/New_York", locale: "en-GB", style: "short", printed: ["GMT-05:00", "GMT-04:00"] },
  { id: "Asia/Kathmandu", locale: "en-US", style: "short", printed: ["NPT", "NPT"] },
  { id: "Africa/Casablanca", locale: "en-US", style: "short", printed: ["WEST", "WEST"] },
  { id: "Europe/Dublin", locale: "en-US", style: "short", printed: ["GMT", "IST"] },
  { id: "GMT+02:00", locale: "en-US", style: "short", printed: ["GMT+02:00", "GMT+02:00"] },
] as const;

for (const { id, locale, style, printed } of names) {
  test(`${id} has the ${style} names ${printed.join(" and ")} in ${locale}`, () => {
    const name = zoneNamer(id, style, false, parseLanguageTag(locale));
    const zone = timeZone(id);

    expect([WINTER, SUMMER].map((at) => name(at, zone.offsetAt(at)))).toEqual(printed);
  });
}

test("the generic name is the same all year", () => {
  const name = zoneNamer("America/New_York", "short", true, parseLanguageTag("en-US"));

  expect([name(WINTER, -18_000), name(SUMMER, -14_400)]).toEqual(["ET", "ET"]);
});

test("a zone newer than the table takes its name from Intl", () => {
  const name = zoneNamer("America/Coyhaique", "long", false, parseLanguageTag("en-US"));

  expect(zoneRow("America/Coyhaique")).toBe(undefined);
  expect(name(WINTER, -10_800)).not.toBe("");
});

test("every id of the table has six names", () => {
  for (const id of Intl.supportedValuesOf("timeZone")) {
    const row = zoneRow(id);
    if (row !== undefined) {
      expect([id, row.names.length, row.names.includes("")]).toEqual([id, 6, false]);
    }
  }
});
