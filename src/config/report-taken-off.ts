import type { Appender } from "../core/appender.js";
import type { LoggerContext } from "../core/logger-context.js";

/**
 * Says which appenders code attached that a new configuration takes off and stops, as it does in Logback.
 *
 * @param configured - Appenders of the configuration in force.
 */
export function reportTakenOff(context: LoggerContext, configured: ReadonlySet<Appender>): void {
  if (context.awaitsConfiguration) {
    // Attaching one would have configured it.
    return;
  }
  for (const logger of context.loggers) {
    for (const { name } of logger.appenders.filter((appender) => !configured.has(appender))) {
      context.statusManager.warn(`Appender [${name}], which code attached to logger [${logger.name}], is taken off and stopped by the new configuration.`, { origin: "configuration" });
    }
  }
}
