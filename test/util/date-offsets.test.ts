import { expect, test } from "vitest";
import { printLocalizedOffset, printOffset } from "../../src/util/date-offsets.js";

const offsets = [
  { offset: 0, printed: ["Z", "Z", "Z", "Z", "Z"] },
  { offset: 7200, printed: ["+02", "+0200", "+02:00", "+0200", "+02:00"] },
  { offset: -12_600, printed: ["-0330", "-0330", "-03:30", "-0330", "-03:30"] },
  { offset: 3208, printed: ["+0053", "+0053", "+00:53", "+005328", "+00:53:28"] },
  { offset: -28, printed: ["Z", "Z", "Z", "-000028", "-00:00:28"] },
] as const;
const styles = ["+HHmm", "+HHMM", "+HH:MM", "+HHMMss", "+HH:MM:ss"] as const;

for (const { offset, printed } of offsets) {
  test(`an offset of ${offset} seconds prints ${printed.join(" ")}`, () => {
    expect(styles.map((style) => printOffset(offset, style, "Z"))).toEqual(printed);
  });
}

const localized = [
  { offset: 0, short: "GMT", full: "GMT" },
  { offset: 7200, short: "GMT+2", full: "GMT+02:00" },
  { offset: -37_800, short: "GMT-10:30", full: "GMT-10:30" },
  { offset: 3208, short: "GMT+0:53:28", full: "GMT+00:53:28" },
] as const;

for (const { offset, short, full } of localized) {
  test(`a localized offset of ${offset} seconds prints ${short} and ${full}`, () => {
    expect([printLocalizedOffset(offset, "GMT", false), printLocalizedOffset(offset, "GMT", true)]).toEqual([short, full]);
  });
}
