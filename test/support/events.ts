import type { ContextView, LoggingEventInit } from "../../src/core/logging-event.js";
import { LoggingEvent } from "../../src/core/logging-event.js";

/** 2024-03-15 10:30:00.123 UTC */
export const SOME_TIME = 1_710_498_600_123;

/** An event with a time, a logger and a message of its own where `init` says nothing else. */
export function anEvent(init: LoggingEventInit = {}): LoggingEvent {
  return LoggingEvent.of({ loggerName: "com.example.Main", message: "started", timestamp: SOME_TIME, ...init });
}

/** A context's parts for {@link anEvent}. */
export function aContext(parts: Partial<ContextView> = {}): Partial<ContextView> {
  return { name: "", birthTime: SOME_TIME, ...parts };
}
