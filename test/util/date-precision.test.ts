import { expect, test } from "vitest";
import { compileDateFormat } from "../../src/util/date-format.js";

const precisions = [
  { pattern: "yyyy-MM-dd", zone: "UTC", precision: "day" },
  { pattern: "'literal'", zone: "UTC", precision: "day" },
  { pattern: "yyyy-MM-dd", zone: "+02:00", precision: "hour" },
  { pattern: "yyyy-MM-dd", zone: "+05:30", precision: "minute" },
  { pattern: "yyyy-MM-dd", zone: "+05:30:15", precision: "second" },
  { pattern: "yyyy-MM-dd", zone: "Europe/Berlin", precision: "second" },
  { pattern: "h a", zone: "UTC", precision: "hour" },
  { pattern: "HH:mm", zone: "UTC", precision: "minute" },
  { pattern: "B", zone: "UTC", precision: "minute" },
  { pattern: "HH:mm:ss", zone: "UTC", precision: "second" },
  { pattern: "ss.SSS", zone: "UTC", precision: "milli" },
  { pattern: "A", zone: "UTC", precision: "milli" },
  { pattern: "SSSS", zone: "UTC", precision: "nano" },
  { pattern: "n", zone: "Europe/Berlin", precision: "nano" },
] as const;

for (const { pattern, zone, precision } of precisions) {
  test(`${pattern} in ${zone} has precision ${precision}`, () => {
    expect(compileDateFormat(pattern, { zone }).precision).toBe(precision);
  });
}
