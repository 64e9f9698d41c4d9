/** bole, which writes to whatever has a `write`: line by line, or collected by a writer of ours. Source: its README. */
import { ACCEPTED, customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";
import { collectingWriter, directWriter } from "./plain-writers.js";

export const members = { message: "message", stack: (record) => record.err.stack };

/** @param {{ writer: "direct" | "collecting" }} options */
export async function open(options) {
  const { file, writer, call = "accepted" } = options;
  const { default: bole } = await import("bole");
  const stream = writer === "direct" ? directWriter(file) : collectingWriter(file);
  bole.output({ level: "info", stream });
  bole.setFastTime(true);
  return { write: CALLS[call](bole(LOGGER), options), close: () => stream.close() };
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
      log.error(errorOf(index), FAILED.printf, numberOf(index), customerOf(index));
    };
  },
};
