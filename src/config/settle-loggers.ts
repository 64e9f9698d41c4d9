import type { Appender } from "../core/appender.js";
import type { LoggerSettings } from "../core/logger-context.js";
import type { AppenderBuilder } from "./build-appenders.js";
import { originOf, type ConfigurationReading } from "./reading.js";

/** References become appenders; a reference to one that could not be made costs only that reference. */
export function settleLoggers(reading: ConfigurationReading, builder: AppenderBuilder): Map<string, LoggerSettings> {
  const settled = new Map<string, LoggerSettings>();
  for (const [name, { level, additive, references }] of reading.draft.loggers) {
    const appenders: Appender[] = [];
    for (const reference of references) {
      const appender = builder.appenderNamed(reference.name, reference.element, originOf(reference.element, `configuration/${name}`));
      if (appender !== undefined && !appenders.includes(appender)) {
        appenders.push(appender);
      }
    }
    settled.set(name, { level, additive, appenders });
  }
  return settled;
}
