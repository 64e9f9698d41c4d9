import { expect, test } from "vitest";
import { LoggerContext } from "../../src/core/logger-context.js";
import { Level } from "../../src/core/level.js";
import { LoggingEvent } from "../../src/core/logging-event.js";
import { context } from "../../src/json/context.js";
import { escapeAsLogback } from "../../src/json/json-text.js";
import { aContext, anEvent, SOME_TIME } from "../support/events.js";

test("the context is an object with name, birthdate and properties", () => {
  const event = anEvent({ context: aContext({ name: 'shop"', properties: new Map([["app", 's"h'], ["k", "v"]]) }) });

  expect(context("context", escapeAsLogback).write(event)).toBe(`"context":{"name":"shop\\"","birthdate":${String(SOME_TIME)},"properties":{"app":"s\\"h","k":"v"}}`);
});

test("a new name and new properties of the same context are written", () => {
  const live = new LoggerContext({ name: "one", clock: { now: () => 5, nanosWithin: () => 0 } });
  const field = context("c", escapeAsLogback);
  const write = (): string => field.write(new LoggingEvent(live.root, Level.INFO, "m", [], undefined, undefined, undefined));

  expect(write()).toBe('"c":{"name":"one","birthdate":5,"properties":{}}');
  live.setName("two");
  live.putProperty("a", "b");
  expect(write()).toBe('"c":{"name":"two","birthdate":5,"properties":{"a":"b"}}');
});
