import { expect, test } from "vitest";
import { sizeInTimePolicy } from "../../../src/config/checks/size-in-time-policy.js";
import { found, withRolling } from "../../support/checks.js";

test("maxFileSize where only the time counts is warned of", () => {
  expect(found(sizeInTimePolicy, withRolling('<rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">\n<maxFileSize>10MB</maxFileSize></rollingPolicy>'))).toEqual([
    "WARN 3:1 <maxFileSize> has no effect in TimeBasedRollingPolicy: the file grows until its period ends. Use SizeAndTimeBasedRollingPolicy, with %i in <fileNamePattern>.",
  ]);
});

test("it is right in SizeAndTimeBasedRollingPolicy and in the old way inside the time policy", () => {
  expect(found(sizeInTimePolicy, withRolling('<rollingPolicy class="SizeAndTimeBasedRollingPolicy"><maxFileSize>10MB</maxFileSize></rollingPolicy>'))).toEqual([]);
  expect(
    found(
      sizeInTimePolicy,
      withRolling('<rollingPolicy class="TimeBasedRollingPolicy"><timeBasedFileNamingAndTriggeringPolicy class="SizeAndTimeBasedFNATP"><maxFileSize>10MB</maxFileSize></timeBasedFileNamingAndTriggeringPolicy></rollingPolicy>'),
    ),
  ).toEqual([]);
});
