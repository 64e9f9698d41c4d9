import { expect, test } from "vitest";
import { historyPeriod } from "../../../src/config/checks/history-period.js";
import { found, withRolling } from "../../support/checks.js";

function xml(inside: string): string {
  return withRolling(`\n<rollingPolicy class="TimeBasedRollingPolicy">${inside}</rollingPolicy>`);
}

for (const [date, period] of [["yyyy-MM-dd_HH", "hour"], ["yyyy-MM", "month"], ["yyyy-ww", "week"], ["yyyy-MM-dd-HH-mm", "minute"]]) {
  test(`with %d{${date}} the history counts ${period}s, which gets a note`, () => {
    expect(found(historyPeriod, xml(`<fileNamePattern>/x.%d{${date}}.log</fileNamePattern>\n<maxHistory>30</maxHistory>`))).toEqual([
      `INFO 4:1 <maxHistory> counts periods: <fileNamePattern> begins a file each ${period}, so 30 keeps files for 30 ${period}s.`,
    ]);
  });
}

test("files that are kept for ever get a note", () => {
  expect(found(historyPeriod, xml("<fileNamePattern>/x.%d.log</fileNamePattern>"))).toEqual(["INFO 3:1 Without <maxHistory> old files are kept for ever; 30 keeps those of 30 periods."]);
});

for (const date of ["%d", "%d{yyyy-MM-dd}", "%d{yyyy/MM, aux}/%d{yyyyMMdd}"]) {
  test(`days with ${date} need no note`, () => {
    expect(found(historyPeriod, xml(`<fileNamePattern>/x.${date}.log</fileNamePattern><maxHistory>30</maxHistory>`))).toEqual([]);
  });
}

test("a history that is no number is not multiplied", () => {
  expect(found(historyPeriod, xml("<fileNamePattern>/x.%d{yyyy-MM}.log</fileNamePattern><maxHistory>7 days</maxHistory>"))).toEqual([]);
});
