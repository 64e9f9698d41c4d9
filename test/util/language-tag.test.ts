import { expect, test } from "vitest";
import { lookupChain, parseLanguageTag, plainTag } from "../../src/util/language-tag.js";

const tags = [
  { tag: "de-AT", plain: "de-AT", chain: ["de-AT", "de"] },
  { tag: "DE-at", plain: "de-AT", chain: ["de-AT", "de"] },
  { tag: "zh-hant-tw", plain: "zh-Hant-TW", chain: ["zh-Hant-TW", "zh-Hant", "zh"] },
  { tag: "es-419", plain: "es-419", chain: ["es-419", "es"] },
  { tag: "en-GB-oxendict", plain: "en-GB", chain: ["en-GB", "en"] },
  { tag: "iw", plain: "he", chain: ["he"] },
  { tag: "de_DE", plain: "und", chain: [""] },
  { tag: "", plain: "und", chain: [""] },
  { tag: "und", plain: "und", chain: [""] },
  { tag: "de-!!-AT", plain: "de", chain: ["de"] },
] as const;

for (const { tag, plain, chain } of tags) {
  test(`"${tag}" is read as ${plain}`, () => {
    const locale = parseLanguageTag(tag);

    expect({ plain: plainTag(locale), chain: lookupChain(locale) }).toEqual({ plain, chain });
  });
}

test("keywords of the u extension are kept, the first of a key", () => {
  expect([...parseLanguageTag("de-DE-u-ca-buddhist-fw-mon-fw-tue-x-fw-wed").keywords]).toEqual([
    ["ca", "buddhist"],
    ["fw", "mon"],
  ]);
});
