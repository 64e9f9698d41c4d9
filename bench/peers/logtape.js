/** LogTape with its file sink and with a sink that writes each line by itself. Source: its manual, "Sinks", "Text formatters". */
import { AsyncLocalStorage } from "node:async_hooks";
import { customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";
import { directWriter } from "./plain-writers.js";

export const members = {
  // Its JSON shows strings among the parameters in quotation marks.
  message: (record) => record.message.replaceAll('"', ""),
  stack: (record) => record.properties.error.stack,
  mdc: (record) => record.properties,
};

/**
 * @param {object} options
 * @param {"file" | "blocking-file" | "direct"} options.sink - `file` and `blocking-file` are the sink of @logtape/file. The
 * blocking one writes lines under 200 bytes one by one and syncs each to the disk.
 * @param {"text" | "json"} options.format
 */
export async function open(options) {
  const { file, sink, format, call = "accepted" } = options;
  const logtape = await import("@logtape/logtape");
  const formatter = format === "text" ? textFormatter(logtape) : logtape.getJsonLinesFormatter();
  await logtape.configure({
    sinks: { out: sink === "direct" ? directSink(file, formatter) : await fileSink(file, formatter, sink === "file") },
    loggers: [
      { category: LOGGER.split("."), lowestLevel: "info", sinks: ["out"] },
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: [] },
    ],
    contextLocalStorage: new AsyncLocalStorage(),
  });
  return {
    write: CALLS[call](logtape.getLogger(LOGGER.split(".")), options),
    inScope: (fields, action) => logtape.withContext(fields, action),
    close: () => logtape.dispose(),
  };
}

async function fileSink(file, formatter, nonBlocking) {
  const { getFileSink } = await import("@logtape/file");
  return getFileSink(file, { formatter, nonBlocking });
}

function directSink(file, formatter) {
  const { write } = directWriter(file);
  return (record) => {
    write(formatter(record));
  };
}

/** Its own timestamps have no comma; `value` would put strings in quotation marks. */
function textFormatter({ getTextFormatter }) {
  return getTextFormatter({
    timestamp: (ms) => new Date(ms).toISOString().slice(0, 23).replace("T", " ").replace(".", ","),
    level: "FULL",
    category: ".",
    value: String,
    format: ({ timestamp, level, category, message }) => `${timestamp} [main] ${level.padEnd(5)} ${category} - ${message}`,
  });
}

const CALLS = {
  accepted: (log) => (index) => {
    log.info`Order ${numberOf(index)} accepted for customer ${customerOf(index)}`;
  },
  disabled: (log) => (index) => {
    log.debug`Order ${index} accepted for customer ${customerOf(index)}`;
  },
  failed: (log, { errors }) => {
    const errorOf = errorSource(errors);
    return (index) => {
      log.error(FAILED.of(index), { error: errorOf(index) });
    };
  },
};
