import { components } from "../../src/builtins.js";
import type { ComponentSettings } from "../../src/config/from-code.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { loggingEventCompositeJsonEncoder } from "../../src/encoder/logging-event-composite-json-encoder.js";
import { strictJson } from "../json/strict-json.js";
import { buildFrom, type BuildOptions } from "./build.js";

export interface BuiltProviders {
  readonly context: LoggerContext;
  readonly statuses: readonly string[];
  /** The line of an event. */
  line(event: LoggingEvent): string;
  /** The object that it is, checked to be strict JSON. */
  object(event: LoggingEvent): Readonly<Record<string, unknown>>;
}

/** A composite encoder with these `<providers>`. */
export function withProviders(providers: ComponentSettings, encoder: ComponentSettings = {}, options: BuildOptions = {}): BuiltProviders {
  const context = new LoggerContext();
  const { built, statuses } = buildFrom(loggingEventCompositeJsonEncoder, { ...encoder, providers }, { context, components, ...options });
  const line = (event: LoggingEvent): string => built?.encode(event) ?? "";
  return { context, statuses, line, object: (event) => strictJson(line(event)) as Readonly<Record<string, unknown>> };
}
