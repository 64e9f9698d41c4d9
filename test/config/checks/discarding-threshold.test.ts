import { expect, test } from "vitest";
import { discardingThreshold } from "../../../src/config/checks/discarding-threshold.js";
import { found } from "../../support/checks.js";

function xml(inside: string): string {
  return `<configuration><appender name="L" class="ListAppender"/>
<appender name="A" class="ch.qos.logback.classic.AsyncAppender">${inside}<appender-ref ref="L"/></appender>
<root><appender-ref ref="A"/></root></configuration>`;
}

test("a threshold as large as the queue is warned of", () => {
  expect(found(discardingThreshold, xml("<queueSize>100</queueSize>\n<discardingThreshold>100</discardingThreshold>"))).toEqual([
    "WARN 3:1 <discardingThreshold> counts free places of the queue, and is no percentage: with 100 of 100 places the queue is always below it, so Logback would discard every event of INFO and lower. 0 discards nothing.",
  ]);
});

for (const inside of ["", "<discardingThreshold>0</discardingThreshold>", "<discardingThreshold>80</discardingThreshold>", "<queueSize>1000</queueSize><discardingThreshold>500</discardingThreshold>"]) {
  test(`events are kept with "${inside}"`, () => {
    expect(found(discardingThreshold, xml(inside))).toEqual([]);
  });
}
