import type { Appender } from "../../core/appender.js";
import { LoggingEvent, type LoggingEventInit } from "../../core/logging-event.js";
import { withoutSecrets } from "../secrets.js";
import type { SurveyedConfiguration } from "../survey.js";

/** The text that an appender would write of an event, without the line end. */
export function exampleOf(appender: Appender, event: LoggingEventInit, configuration: SurveyedConfiguration): string | undefined {
  const { encoder } = appender as { readonly encoder?: { encode?(event: LoggingEvent): string } };
  try {
    const text = encoder?.encode?.(LoggingEvent.of({ ...event, context: configuration.context })).replace(/\r?\n$/, "");
    return text === undefined ? undefined : withoutSecrets(configuration)(text);
  } catch {
    // A component of the application's own may do anything; there is no example then.
    return undefined;
  }
}
