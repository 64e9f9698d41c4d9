import { expect, test } from "vitest";
import { logstashFieldNames, shortenedFieldNames, STANDARD_FIELD_NAMES } from "../../src/encoder/logstash-field-names.js";
import { buildFrom } from "../support/build.js";

test("names that are not given are those of logstash-logback-encoder", () => {
  expect(buildFrom(logstashFieldNames, {}).built).toEqual(STANDARD_FIELD_NAMES);
  expect(buildFrom(shortenedFieldNames, {}).built).toMatchObject({ logger: "logger", thread: "thread", levelValue: "levelVal", stackTrace: "stacktrace", caller: "caller", callerLine: "line" });
});

test("[ignore] leaves a field out, an empty name counts as not given", () => {
  const { built, statuses } = buildFrom(logstashFieldNames, { version: "[ignore]", timestamp: "time", logger: "" });

  expect(built).toMatchObject({ version: undefined, timestamp: "time", logger: "logger_name" });
  expect(statuses).toEqual([]);
});

test("a field that does not exist is reported", () => {
  expect(buildFrom(logstashFieldNames, { timestmp: "time" }).statuses[0]).toMatch(/^WARN Ignoring unknown property \[timestmp\]/);
});
