import { expect, test } from "vitest";
import { defaultTimeBasedFileNamingAndTriggeringPolicy } from "../../src/rolling/default-time-based-file-naming-and-triggering-policy.js";
import { sizeAndTimeBasedFileNamingAndTriggeringPolicy } from "../../src/rolling/size-and-time-based-file-naming-and-triggering-policy.js";
import { sizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { timeBasedRollingPolicy } from "../../src/rolling/time-based-rolling-policy.js";
import { buildFrom } from "../support/build.js";
import { rollingFolder } from "../support/rolling-folder.js";

const components = [sizeAndTimeBasedFileNamingAndTriggeringPolicy, defaultTimeBasedFileNamingAndTriggeringPolicy];

test("the configuration's settings are those of the policy", () => {
  const settings = { maxHistory: "7", totalSizeCap: "1GB", cleanHistoryOnStart: "true" };

  const byTime = buildFrom(timeBasedRollingPolicy, { fileNamePattern: " logs\\app.%d.log.gz ", ...settings });
  const bySize = buildFrom(sizeAndTimeBasedRollingPolicy, { fileNamePattern: "app.%d.%i.log.zip", maxFileSize: "10MB", ...settings });

  expect(byTime.built).toMatchObject({ fileNamePattern: "logs/app.%d.log.gz", compression: "gz", maxHistory: 7, totalSizeCap: 1_073_741_824, cleanHistoryOnStart: true });
  expect(bySize.built).toMatchObject({ fileNamePattern: "app.%d.%i.log.zip", compression: "zip", maxFileSize: 10_485_760, maxHistory: 7 });
  expect([...byTime.statuses, ...bySize.statuses]).toEqual([]);
});

test("SizeAndTimeBasedFNATP inside gives it a size, and is out of date", () => {
  const { built, statuses } = buildFrom(
    timeBasedRollingPolicy,
    { fileNamePattern: "app.%d.%i.log", timeBasedFileNamingAndTriggeringPolicy: { class: "ch.qos.logback.core.rolling.SizeAndTimeBasedFNATP", maxFileSize: "2" } },
    { components },
  );
  const { start, log, files } = rollingFolder();
  const appender = start(built ?? expect.fail("not built"), { file: "app.log" });

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-15T10:00:01Z", "b");

  expect(files()).toEqual({ "app.2024-03-15.0.log": "a\n", "app.log": "b\n" });
  expect(statuses).toEqual([expect.stringMatching(/^WARN SizeAndTimeBasedFNATP is out of date/)]);
});

const SAID = [
  { settings: { maxHistory: "many" }, said: 'WARN Expected a number of periods, 0 for all, got "many"; 0 is used.' },
  { settings: { totalSizeCap: "1GB" }, said: "WARN <totalSizeCap> of 1 GB has no effect without <maxHistory>: archives are never removed." },
  { settings: { maxHistory: "7", totalSizeCap: "4KB" }, said: "WARN <totalSizeCap> of 4 KB is less than one archive of 1 MB takes, even when it is compressed." },
  { settings: { checkIncrement: "1 minute" }, said: "WARN <checkIncrement> has no effect: the size is looked at for every event." },
  { settings: { maxFileSize: "99999999999999GB" }, said: 'WARN "99999999999999GB" does not fit into 64 bits; -4314853064373698600 bytes are used.' },
  { settings: { maxFileSize: "10M" }, said: 'ERROR Expected a file size such as "10MB", "512 kb", "1GB" or "4096" (bytes), got "10M"; there is no size then.' },
  { settings: { fileNamePattern: "app.%i.log" }, said: 'ERROR Expected %d in the fileNamePattern "app.%i.log", without "aux". The appender cannot be started.' },
];

for (const { settings, said } of SAID) {
  test(`${JSON.stringify(settings)} is answered by "${said}"`, () => {
    const { statuses } = buildFrom(sizeAndTimeBasedRollingPolicy, { fileNamePattern: "app.%d.%i.log", maxFileSize: "1MB", ...settings });

    expect(statuses[0]).toBe(said);
  });
}

test("a policy with mistakes stays visible, and keeps its appender from starting", () => {
  const { built } = buildFrom(sizeAndTimeBasedRollingPolicy, { fileNamePattern: "app.%d.%i.log" });
  const { start } = rollingFolder();

  expect(built?.fileNamePattern).toBe("app.%d.%i.log");
  expect(start(built ?? expect.fail("not built")).isStarted).toBe(false);
});
