import { expect, test } from "vitest";
import { conversionWords } from "../../src/builtins.js";
import { htmlColumns } from "../../src/encoder/html-columns.js";
import { compileColumns } from "../../src/pattern/compiler.js";
import { converterDefinitions } from "../../src/pattern/converter-definitions.js";
import { anEvent } from "../support/events.js";
import { WORDS } from "../support/patterns.js";

function namesOf(pattern: string, ownWords: readonly string[] = []): string[] {
  return htmlColumns(compileColumns(pattern, { words: WORDS }).columns, new Set(ownWords)).map(({ name }) => name);
}

const names = [
  { pattern: "%date%relative%thread", names: ["Date", "RelativeTime", "Thread"] },
  { pattern: "%mdc%X{user}%X{user:-none}", names: ["MDC", "user", "user:-none"] },
  { pattern: "%msg - %level", names: ["Message", "Literal", "Level"] },
  { pattern: "%boldRed(%msg) %highlight(%level) %prefix(%level)", names: ["BoldRedComposite", "Literal", "HighlightingComposite", "Literal", "PrefixComposite"] },
  { pattern: "%(%msg) %replace(%msg){'a','b'}", names: ["IdentityComposite", "Literal", "ReplacingComposite"] },
  { pattern: "%nosuch", names: ["Literal"] },
] as const;

for (const { pattern, names: expected } of names) {
  test(`the columns of ${pattern} are ${expected.join(", ")}`, () => {
    expect(namesOf(pattern)).toEqual(expected);
  });
}

test("every word has the name of its class in Logback, without what all names end with", () => {
  const classes = new Set(converterDefinitions.flatMap(({ classNames }) => classNames.map((name) => name.slice(name.lastIndexOf(".") + 1).replace("Converter", ""))));
  const words = conversionWords.flatMap(([aliases]) => aliases).filter((word) => word !== "BARE");

  for (const word of words) {
    expect(classes).toContain(namesOf(`%${word}`)[0]);
  }
});

test("a word that the configuration bound names its column itself", () => {
  expect(namesOf("%msg%level", ["level"])).toEqual(["Message", "level"]);
});

test("columns ignore padding and truncation", () => {
  const [column] = htmlColumns(compileColumns("%20.3msg", { words: WORDS }).columns, new Set());

  expect(column?.convert(anEvent())).toBe("started");
});
