import { expect, test } from "vitest";
import { rollingPolicies } from "../../../src/config/checks/rolling-policies.js";
import { found, withRolling } from "../../support/checks.js";

const SIZE = '<triggeringPolicy class="SizeBasedTriggeringPolicy"/>';

test("a RollingFileAppender without a policy does not start", () => {
  expect(found(rollingPolicies, withRolling("<file>/x.log</file>"))).toEqual([
    "ERROR 2:1 A RollingFileAppender needs a <rollingPolicy>; without one it does not start. For a file that never rolls use a FileAppender.",
  ]);
});

test("a fixed window needs a trigger", () => {
  expect(found(rollingPolicies, withRolling('<file>/x.log</file>\n<rollingPolicy class="FixedWindowRollingPolicy"/>'))).toEqual([
    "ERROR 3:1 FixedWindowRollingPolicy needs a <triggeringPolicy> beside it, such as SizeBasedTriggeringPolicy; without one the appender does not start.",
  ]);
});

test("a fixed window needs a file, and goes with no other process", () => {
  expect(found(rollingPolicies, withRolling(`<prudent>true</prudent>\n<rollingPolicy class="FixedWindowRollingPolicy"/>${SIZE}`))).toEqual([
    "ERROR 3:1 FixedWindowRollingPolicy needs a <file> beside it; without one the appender does not start.",
    "ERROR 3:1 FixedWindowRollingPolicy cannot work with <prudent>: two processes would rename the same archives. The appender does not start.",
  ]);
});

test("archives of several processes are not compressed", () => {
  expect(found(rollingPolicies, withRolling('<prudent>true</prudent>\n<rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>/x.%d.log.gz</fileNamePattern></rollingPolicy>'))).toEqual([
    "ERROR 3:1 Archives cannot be compressed with <prudent>: another process may still write to them. The appender does not start.",
  ]);
});

for (const inside of ['<rollingPolicy class="TimeBasedRollingPolicy"/>', `<file>/x.log</file><rollingPolicy class="FixedWindowRollingPolicy"/>${SIZE}`]) {
  test(`${inside} is complete`, () => {
    expect(found(rollingPolicies, withRolling(inside))).toEqual([]);
  });
}
