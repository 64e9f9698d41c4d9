import { expect, test } from "vitest";
import { filtersLetNothingPass } from "../../../src/config/checks/filters-let-nothing-pass.js";
import { found, withAppender } from "../../support/checks.js";

function levelFilter(level: string, onMismatch: string): string {
  return `<filter class="ch.qos.logback.classic.filter.LevelFilter"><level>${level}</level><onMatch>ACCEPT</onMatch><onMismatch>${onMismatch}</onMismatch></filter>`;
}

test("two filters for two levels that deny all others keep each other's level out", () => {
  expect(found(filtersLetNothingPass, withAppender("ListAppender", `${levelFilter("INFO", "DENY")}\n${levelFilter("WARN", "DENY")}`))).toEqual([
    "WARN 3:1 The LevelFilter before this one lets nothing but INFO pass, so no WARN comes here. Write <onMismatch>NEUTRAL</onMismatch> on all but the last.",
  ]);
});

test("a threshold of OFF lets nothing pass", () => {
  expect(found(filtersLetNothingPass, withAppender("ListAppender", '\n<filter class="ThresholdFilter"><level>OFF</level></filter>'))).toEqual([
    "WARN 3:1 A ThresholdFilter with the level OFF lets nothing pass: the appender never prints.",
  ]);
});

for (const filters of [`${levelFilter("INFO", "NEUTRAL")}${levelFilter("WARN", "DENY")}`, levelFilter("INFO", "DENY"), '<filter class="ThresholdFilter"><level>INFO</level></filter>']) {
  test(`something passes ${filters}`, () => {
    expect(found(filtersLetNothingPass, withAppender("ListAppender", filters))).toEqual([]);
  });
}
