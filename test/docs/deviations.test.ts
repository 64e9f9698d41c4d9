import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { logstashEncoder } from "../../src/encoder/logstash-encoder.js";
import { buildFrom } from "../support/build.js";
import { anEvent, SOME_TIME } from "../support/events.js";
import { recording } from "../support/recording.js";

const [, , ...rows] = readFileSync(new URL("../../docs/deviations.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"));

test("every deviation says what Logback does, what is different here, and why", () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    expect(row.split(/(?<!\\)\|/).map((cell) => cell.trim() !== ""), row).toEqual([false, true, true, true, false]);
  }
});

test("log methods work when they are taken off their logger, by the level of that moment", async () => {
  const { context, appender } = recording();
  const log = context.getLogger("a");
  const { info, debug } = log;
  const refused = new Error("card refused");

  await Promise.reject(refused).catch(log.error);
  log.setLevel("WARN");
  [1, 2].forEach((item) => info("item {}", item));
  debug("kept with the level");

  expect(appender.messages).toEqual(["card refused", "item 1", "item 2", "kept with the level"]);
  expect(appender.events[0]?.throwable).toBe(refused);
});

test("@timestamp has three decimals at a full second, and for an event with nanoseconds", () => {
  const { built } = buildFrom(logstashEncoder, { timeZone: "UTC" });

  const times = [SOME_TIME - 123, SOME_TIME].map((timestamp) => /"@timestamp":"(.*?)"/.exec(built?.encode(anEvent({ timestamp, nanos: 456_789 })) ?? "")?.[1]);

  expect(times).toEqual(["2024-03-15T10:30:00.000Z", "2024-03-15T10:30:00.123Z"]);
});
