import { expect, test } from "vitest";
import { formatterOf, parseFormatInfo } from "../../src/pattern/format-info.js";

const formats = [
  { modifier: "8", text: "INFO", result: "    INFO" },
  { modifier: "-8", text: "INFO", result: "INFO    " },
  { modifier: "08", text: "INFO", result: "    INFO" },
  { modifier: "٨", text: "INFO", result: "    INFO" },
  { modifier: "+8", text: "INFO", result: "    INFO" },
  { modifier: "3", text: "INFO", result: "INFO" },
  { modifier: "0", text: "INFO", result: "INFO" },
  { modifier: ".2", text: "INFO", result: "FO" },
  { modifier: ".-2", text: "INFO", result: "IN" },
  { modifier: ".0", text: "INFO", result: "" },
  { modifier: ".-0", text: "INFO", result: "" },
  { modifier: "-8.2", text: "INFO", result: "FO" },
  { modifier: "6.8", text: "INFO", result: "  INFO" },
  { modifier: "-6.-8", text: "INFO", result: "INFO  " },
  { modifier: "20.3", text: "INFO", result: "NFO" },
] as const;

for (const { modifier, text, result } of formats) {
  test(`%${modifier} prints "${text}" as "${result}"`, () => {
    const info = parseFormatInfo(modifier);
    const format = info === undefined ? undefined : formatterOf(info);

    expect(info).toBeDefined();
    expect(format?.(text) ?? text).toBe(result);
  });
}

const noFormats = ["-", ".", "5.", "-.5", "--5", "5-", "5.-", "5.10.", "a", " 5", "5 ", "1e3", "99999999999", "70000", "-70000"];

for (const modifier of noFormats) {
  test(`"${modifier}" is no format modifier`, () => {
    expect(parseFormatInfo(modifier)).toBe(undefined);
  });
}

test("a format that changes nothing has no formatter", () => {
  expect(formatterOf({ min: 0, max: Number.POSITIVE_INFINITY, padsLeft: true, cutsLeft: true })).toBe(undefined);
});
