import { expect, test } from "vitest";
import { EchoLayout, echoLayout } from "../../src/encoder/echo-layout.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

test("EchoLayout prints level and message, one event a line", () => {
  const { built, statuses } = buildFrom(echoLayout, {});
  const event = anEvent({ message: "user {}", args: ["joe"] });

  expect(new EchoLayout().doLayout(event)).toBe("[INFO] user joe\n");
  expect(built?.doLayout(event)).toBe("[INFO] user joe\n");
  expect(statuses).toEqual([]);
});

test("T5: EchoLayout escapes control characters when asked, by its element or by the configuration", () => {
  const event = anEvent({ message: "a\nb" });

  expect(new EchoLayout({ neutralise: true }).doLayout(event)).toBe("[INFO] a\\nb\n");
  expect(buildFrom(echoLayout, { neutralise: "true" }).built?.doLayout(event)).toBe("[INFO] a\\nb\n");
  expect(buildFrom(echoLayout, {}, { draft: { neutralise: true } }).built?.doLayout(event)).toBe("[INFO] a\\nb\n");
});
