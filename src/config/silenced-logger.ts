import type { Appender } from "../core/appender.js";
import { ROOT_NAME, type LoggerContext } from "../core/logger-context.js";
import type { BuiltAppender } from "./build-appenders.js";
import type { AppenderReference, LoggerDraft } from "./draft.js";

/** A logger that a new configuration would leave without output. */
export interface SilencedLogger {
  readonly logger: string;
  /** To the appender that does not run. */
  readonly reference: AppenderReference;
}

/**
 * Looks for a logger whose events go somewhere now and would go nowhere, because an appender that the new configuration
 * names for it could not be made or started.
 *
 * @param loggers - Of the new configuration.
 * @param built - Its appenders, started where that is possible.
 * @param before - Those of the configuration in force.
 * @param context - With that configuration.
 */
export function silencedLogger(
  loggers: ReadonlyMap<string, LoggerDraft>,
  built: ReadonlyMap<string, BuiltAppender>,
  before: ReadonlyMap<string, BuiltAppender>,
  context: LoggerContext,
): SilencedLogger | undefined {
  const byAppender = new Map([...before.values(), ...built.values()].map((one) => [one.appender, one]));
  const runs = (appender: Appender): boolean => {
    const behind = byAppender.get(appender)?.behind ?? [];
    return appender.isStarted && (behind.length === 0 || behind.some(runs));
  };
  const runsNamed = ({ name }: AppenderReference): boolean => {
    const appender = built.get(name)?.appender;
    return appender !== undefined && runs(appender);
  };
  const willBeHeard = (logger: string): boolean => {
    for (let name: string | undefined = logger; name !== undefined; name = parentOf(name)) {
      const draft = loggers.get(name);
      if (draft?.references.some(runsNamed) === true) {
        return true;
      }
      if (draft?.additive === false) {
        return false;
      }
    }
    return false;
  };
  for (const [logger, { references }] of loggers) {
    const reference = references.find((one) => !runsNamed(one));
    if (reference !== undefined && !willBeHeard(logger) && isHeard(context, logger, runs)) {
      return { logger, reference };
    }
  }
  return undefined;
}

function isHeard(context: LoggerContext, loggerName: string, runs: (appender: Appender) => boolean): boolean {
  for (let name: string | undefined = loggerName; name !== undefined; name = parentOf(name)) {
    const logger = context.findLogger(name);
    if (logger?.appenders.some(runs) === true) {
      return true;
    }
    if (logger?.additive === false) {
      return false;
    }
  }
  return false;
}

/** Names part at `.` and at `$`; nothing stands above the root. */
function parentOf(name: string): string | undefined {
  if (name === ROOT_NAME) {
    return undefined;
  }
  const end = Math.max(name.lastIndexOf("."), name.lastIndexOf("$"));
  return end < 0 ? ROOT_NAME : name.slice(0, end);
}
