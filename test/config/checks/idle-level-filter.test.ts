import { expect, test } from "vitest";
import { idleLevelFilter } from "../../../src/config/checks/idle-level-filter.js";
import { found, withAppender } from "../../support/checks.js";

test("a LevelFilter that is told to do nothing is warned of", () => {
  expect(found(idleLevelFilter, withAppender("ListAppender", '\n<filter class="ch.qos.logback.classic.filter.LevelFilter"><level>ERROR</level></filter>'))).toEqual([
    "WARN 3:1 A LevelFilter without <onMatch> and <onMismatch> lets everything pass. For that level alone write ACCEPT and DENY; for that level and above use a ThresholdFilter.",
  ]);
});

for (const filter of ['<filter class="LevelFilter"><level>ERROR</level><onMismatch>DENY</onMismatch></filter>', '<filter class="ThresholdFilter"><level>ERROR</level></filter>']) {
  test(`${filter} does something`, () => {
    expect(found(idleLevelFilter, withAppender("ListAppender", filter))).toEqual([]);
  });
}
