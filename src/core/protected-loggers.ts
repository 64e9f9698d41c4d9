import { Level } from "./level.js";
import type { LoggerContext } from "./logger-context.js";
import { LOGGER_WHITELIST } from "./trace-filters.js";

/** What they say is needed in every support case. */
const PROTECTED = ["com.openexchange.login.internal.LoginPerformer", "com.openexchange.sessiond.impl.SessionHandler"];
const NOT_PROTECTED = "com.openexchange.logging.disableOverrideLogLevels";

/**
 * Sets the loggers of logins and sessions to INFO where their own level is missing, WARN, ERROR or OFF, and says so.
 *
 * Only in Open-Xchange's configurations, which are known by `com.openexchange` on the whitelist of traced loggers, and not
 * where the context property `com.openexchange.logging.disableOverrideLogLevels` is `true`.
 *
 * Source: Open-Xchange, `com.openexchange.logging.osgi.LoggingActivator`.
 */
export function protectLoggers(context: LoggerContext): void {
  const whitelist = context.getProperty(LOGGER_WHITELIST)?.split(",") ?? [];
  if (!whitelist.some((name) => name.trim() === "com.openexchange") || context.getProperty(NOT_PROTECTED)?.trim().toLowerCase() === "true") {
    return;
  }
  for (const name of PROTECTED) {
    const level = context.findLogger(name)?.level;
    if (level === undefined || level.value > Level.INFO.value) {
      context.getLogger(name).setLevel(Level.INFO);
      context.statusManager.info(`The level of [${name}] was ${level?.name ?? "not set"} and is INFO now. The context property [${NOT_PROTECTED}] prevents this.`, { origin: "protected loggers" });
    }
  }
}
