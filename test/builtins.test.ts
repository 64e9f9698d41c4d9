import { expect, test } from "vitest";
import { converterDefinitions } from "../src/pattern/converter-definitions.js";
import { conversionWords } from "../src/builtins.js";
import { wordMap } from "../src/pattern/word-map.js";
import { printed, WORDS } from "./support/patterns.js";

/** Every word of Logback 1.6.3's `PatternLayout`, aliases of one another apart by spaces. */
const LOGBACK_WORDS = [
  "d date", "ms micros", "ep epoch", "r relative", "p le level", "t thread", "c lo logger", "m msg message", "C class", "M method",
  "L line", "F file", "X mdc", "ex exception throwable", "rEx rootException", "xEx xException xThrowable", "nopex nopexception",
  "cn contextName", "caller", "marker", "kvp", "maskedKvp", "property", "n", "lsn", "sn sequenceNumber", "prefix", "replace", "highlight",
  "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "gray", "boldRed", "boldGreen", "boldYellow", "boldBlue",
  "boldMagenta", "boldCyan", "boldWhite", "BARE",
]; // prettier-ignore

for (const words of LOGBACK_WORDS) {
  test(`%${words.replaceAll(" ", " and %")} can be printed`, () => {
    const texts = words.split(" ").map((word) => printed(`%${word}|`).text);

    expect(texts.join("")).not.toContain("PARSER_ERROR");
    expect(new Set(texts.map((text) => text.replace(/\d{13}/, "…")))).toHaveLength(1);
  });
}

test("there are no words but Logback's", () => {
  expect([...WORDS.keys()].sort()).toEqual(LOGBACK_WORDS.join(" ").split(" ").sort());
});

test("a word that is there twice is refused", () => {
  const [first] = conversionWords;

  expect(first).toBeDefined();
  expect(() => wordMap(first === undefined ? [] : [first, first])).toThrow(RangeError);
});

test("every converter class has a name of its own", () => {
  const names = converterDefinitions.flatMap(({ classNames }) => classNames);

  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("ch.qos.logback.core.pattern.color.BoldRedCompositeConverter");
});
