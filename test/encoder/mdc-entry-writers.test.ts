import { expect, test } from "vitest";
import { firstOf, mdcEntryWriters } from "../../src/encoder/mdc-entry-writers.js";
import { buildFrom } from "../support/build.js";

function written(className: string, value: string): string | undefined {
  const definition = mdcEntryWriters.find(({ classNames }) => classNames[0]?.endsWith(`.${className}`));
  return definition === undefined ? "no such writer" : buildFrom(definition, {}).built?.("key", value);
}

const rows: readonly (readonly [writer: string, value: string, json: string | undefined])[] = [
  ["LongMdcEntryWriter", "17", "17"],
  ["LongMdcEntryWriter", "+0017", "17"],
  ["LongMdcEntryWriter", "-9223372036854775808", "-9223372036854775808"],
  ["LongMdcEntryWriter", "9223372036854775808", undefined],
  ["LongMdcEntryWriter", "1.5", undefined],
  ["LongMdcEntryWriter", " 1", undefined],
  ["LongMdcEntryWriter", "", undefined],
  ["DoubleMdcEntryWriter", "1.50", "1.5"],
  ["DoubleMdcEntryWriter", ".5e2", "50"],
  ["DoubleMdcEntryWriter", "2f", "2"],
  ["DoubleMdcEntryWriter", "1e999", undefined],
  ["DoubleMdcEntryWriter", "NaN", undefined],
  ["DoubleMdcEntryWriter", "Infinity", undefined],
  ["BooleanMdcEntryWriter", "TRUE", "true"],
  ["BooleanMdcEntryWriter", "false", "false"],
  ["BooleanMdcEntryWriter", "yes", undefined],
];

for (const [writer, value, json] of rows) {
  test(`${writer} ${json === undefined ? "leaves" : `writes ${json} for`} "${value}"`, () => {
    expect(written(writer, value)).toBe(json);
  });
}

test("writers are asked until one has an answer", () => {
  const write = firstOf([() => undefined, (_key, value) => value, () => "never"]);

  expect(write?.("key", "1")).toBe("1");
  expect(firstOf([])).toBe(undefined);
});
