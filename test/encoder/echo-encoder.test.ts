import { expect, test } from "vitest";
import { EchoEncoder, echoEncoder } from "../../src/encoder/echo-encoder.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

test("EchoEncoder prints level and message, one event a line", () => {
  const { built, statuses } = buildFrom(echoEncoder, {});

  expect(new EchoEncoder().encode(anEvent())).toBe("[INFO] started\n");
  expect(built?.encode(anEvent())).toBe("[INFO] started\n");
  expect(statuses).toEqual([]);
});

test("T5: EchoEncoder escapes control characters when asked, by its element or by the configuration", () => {
  const event = anEvent({ message: "a\nb" });

  expect(buildFrom(echoEncoder, { neutralise: "true" }).built?.encode(event)).toBe("[INFO] a\\nb\n");
  expect(buildFrom(echoEncoder, {}, { draft: { neutralise: true } }).built?.encode(event)).toBe("[INFO] a\\nb\n");
});
