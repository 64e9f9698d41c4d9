import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileDateFormat } from "../../src/util/date-format.js";

type Row = readonly [pattern: string, zone: string, locale: string, epochMs: number, nanos: number, printed: string];

/** What DateTimeFormatter of OpenJDK 17.0.15 printed. */
const rows = JSON.parse(readFileSync(new URL("date-format-jdk17.json", import.meta.url), "utf8")) as readonly Row[];

for (const [pattern, zone, locale, epochMs, nanos, printed] of rows) {
  test(`${pattern} prints ${epochMs} in ${zone} for ${locale} as JDK 17 does`, () => {
    expect(compileDateFormat(pattern, { zone, locale }).format(epochMs, nanos)).toBe(printed);
  });
}
