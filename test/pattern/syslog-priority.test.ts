import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { FACILITY_NAMES, facilityNumber, priorityOf } from "../../src/pattern/syslog-priority.js";

test("facilities have the numbers of RFC 5424 in any letter case", () => {
  expect(FACILITY_NAMES.map(facilityNumber)).toEqual([...FACILITY_NAMES.keys()]);
  expect([facilityNumber("kern"), facilityNumber("Cron"), facilityNumber("AUTHPRIV"), facilityNumber("local0"), facilityNumber("LOCAL7")]).toEqual([0, 9, 10, 16, 23]);
});

test("there is no facility of another name", () => {
  expect(["", "LOCAL8", "user ", "1"].map(facilityNumber)).toEqual([undefined, undefined, undefined, undefined]);
});

const priorities = [
  { level: Level.ERROR, priority: 131 },
  { level: Level.WARN, priority: 132 },
  { level: Level.INFO, priority: 134 },
  { level: Level.DEBUG, priority: 135 },
  { level: Level.TRACE, priority: 135 },
];

for (const { level, priority } of priorities) {
  test(`${level.name} of LOCAL0 has priority ${String(priority)}`, () => {
    expect(priorityOf(16, level)).toBe(priority);
  });
}
