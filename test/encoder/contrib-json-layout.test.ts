import { expect, test } from "vitest";
import type { ComponentSettings } from "../../src/config/from-code.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { contribJsonLayout, jacksonJsonFormatter } from "../../src/encoder/contrib-json-layout.js";
import { buildFrom } from "../support/build.js";
import { aContext, anEvent, SOME_TIME } from "../support/events.js";

function built(settings: ComponentSettings = {}): { readonly print: (event: LoggingEvent) => string; readonly statuses: readonly string[] } {
  const { built: layout, statuses } = buildFrom(contribJsonLayout, settings, { components: [jacksonJsonFormatter] });
  return { print: (event) => layout?.doLayout(event) ?? "", statuses };
}

const event = anEvent({
  message: "card of {} refused",
  args: ["joe"],
  mdc: { user: "joe" },
  context: aContext({ name: "shop" }),
  throwableInit: { class: "CardError", message: "limit", frames: ["shop.Card.charge(Card.java:7)"] },
});

test("an event has the members of logback-contrib, in its order, without a line end", () => {
  const { print, statuses } = built({ timestampFormat: "yyyy-MM-dd'T'HH:mm:ss.SSSX", timestampFormatTimezoneId: "Etc/UTC", jsonFormatter: {} });

  expect(print(event)).toBe(
    '{"timestamp":"2024-03-15T10:30:00.123Z","level":"INFO","thread":"main","mdc":{"user":"joe"},"logger":"com.example.Main",' +
      '"message":"card of joe refused","context":"shop","exception":"CardError: limit\\n\\tat shop.Card.charge(Card.java:7)\\n"}',
  );
  expect(statuses).toEqual([]);
});

test("without a format the time is milliseconds since 1970, as text", () => {
  expect(JSON.parse(built().print(event))).toMatchObject({ timestamp: String(SOME_TIME) });
});

test("members are left out and added as asked", () => {
  const off = { includeTimestamp: "false", includeLevel: "false", includeThreadName: "false", includeMDC: "false", includeLoggerName: "false", includeContextName: "false", includeException: "false" };
  const { print } = built({ ...off, includeMessage: "true", appendLineSeparator: "true" });

  expect(print(event)).toBe('{"message":"card of joe refused","raw-message":"card of {} refused"}\n');
});

test("an event without MDC and throwable has no members for them", () => {
  expect(Object.keys(JSON.parse(built().print(anEvent())) as object)).toEqual(["timestamp", "level", "thread", "logger", "message", "context"]);
});

test("an event stays on one line although a formatter is told to print pretty, and that is said", () => {
  const { print, statuses } = built({ jsonFormatter: { prettyPrint: "true" } });

  expect(print(event)).not.toContain("\n");
  expect(statuses).toEqual(["WARN <prettyPrint> has no effect: each event is an object on one line, so that whoever reads the log can tell them apart."]);
});
