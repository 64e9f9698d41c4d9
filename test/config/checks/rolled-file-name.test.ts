import { expect, test } from "vitest";
import { rolledFileName } from "../../../src/config/checks/rolled-file-name.js";
import { found, withRolling } from "../../support/checks.js";

function xml(policy: string, inside: string, file = "/x.log"): string {
  return withRolling(`<file>${file}</file><rollingPolicy class="ch.qos.logback.core.rolling.${policy}">${inside}</rollingPolicy>`);
}

const mistakes = [
  ["TimeBasedRollingPolicy", "/x.%i.log", "has no %d: the policy rolls by the time, so the appender does not start."],
  ["TimeBasedRollingPolicy", "/x.%d.%i.log", "has %i, but TimeBasedRollingPolicy does not number files, so the appender does not start. Use SizeAndTimeBasedRollingPolicy with <maxFileSize>."],
  ["SizeAndTimeBasedRollingPolicy", "/x.%d.log", "has no %i: files of the same period could not be told apart, so the appender does not start."],
  ["SizeAndTimeBasedRollingPolicy", "/x.%i.log", "has no %d: the policy rolls by the time too, so the appender does not start."],
  ["FixedWindowRollingPolicy", "/x.%d.log", "has no %i: FixedWindowRollingPolicy numbers the files, so the appender does not start."],
] as const;

for (const [policy, pattern, message] of mistakes) {
  test(`${pattern} in ${policy} is an error`, () => {
    expect(found(rolledFileName, xml(policy, `<fileNamePattern>\n${pattern}</fileNamePattern>`))).toEqual([`ERROR 3:1 "${pattern}" ${message}`]);
  });
}

test("a policy without a name and a name that is the file's are errors", () => {
  expect(found(rolledFileName, xml("TimeBasedRollingPolicy", ""))).toEqual([expect.stringContaining("<fileNamePattern> is missing")]);
  expect(found(rolledFileName, xml("TimeBasedRollingPolicy", "<fileNamePattern>/x.%d.log</fileNamePattern>", "/x.%d.log"))).toEqual([expect.stringContaining("is the same as <file>")]);
});

for (const [policy, pattern] of [
  ["TimeBasedRollingPolicy", "/x.%d{yyyy-MM-dd}.log.gz"],
  ["SizeAndTimeBasedRollingPolicy", "/%d{yyyy/MM, aux}/x.%d{yyyy-MM-dd}.%i.log"],
  ["FixedWindowRollingPolicy", "/x.%i.log.zip"],
  ["OwnPolicy", "/y.log"],
] as const) {
  test(`${pattern} in ${policy} is right`, () => {
    expect(found(rolledFileName, xml(policy, `<fileNamePattern>${pattern}</fileNamePattern>`))).toEqual([]);
  });
}
