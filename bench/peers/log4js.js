/** log4js with its synchronous and its streaming file appender. Source: its documentation, "Appenders", "Layouts". */
import { ACCEPTED, customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";

export const members = { message: "message", stack: (record) => record.stack };

const TEXT = { type: "pattern", pattern: "%d{yyyy-MM-dd hh:mm:ss,SSS} [main] %-5p %c - %m" };

/**
 * @param {object} options
 * @param {"fileSync" | "file"} options.appender
 * @param {"text" | "json"} options.format
 * @param {{ maxFileSize: number }} [options.rolling]
 */
export async function open(options) {
  const { file, appender, format, call = "accepted", rolling } = options;
  const { default: log4js } = await import("log4js");
  const { format: printf } = await import("node:util");
  log4js.addLayout("json", () => ({ startTime, level, categoryName, data, context }) => {
    const error = data.at(-1) instanceof Error ? data.pop() : undefined;
    return JSON.stringify({ time: startTime, level: level.levelStr, logger: categoryName, message: printf(...data), ...context, stack: error?.stack });
  });
  log4js.configure({
    appenders: { out: { type: appender, filename: file, ...(rolling === undefined ? {} : { maxLogSize: rolling.maxFileSize, backups: 100 }), layout: format === "text" ? TEXT : { type: "json" } } },
    categories: { default: { appenders: ["out"], level: "info" } },
  });
  const log = log4js.getLogger(LOGGER);
  return {
    write: CALLS[call](log, options),
    inScope: (fields, action) => {
      Object.entries(fields).forEach(([key, value]) => log.addContext(key, value));
      return action();
    },
    close: () => new Promise((resolve) => log4js.shutdown(resolve)),
  };
}

const CALLS = {
  accepted: (log) => (index) => {
    log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
  },
  disabled: (log) => (index) => {
    log.debug(ACCEPTED.printf, index, customerOf(index));
  },
  failed: (log, { errors }) => {
    const errorOf = errorSource(errors);
    return (index) => {
      log.error(FAILED.printf, numberOf(index), customerOf(index), errorOf(index));
    };
  },
};
