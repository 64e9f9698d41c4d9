/** bunyan on its own file stream and on a stream that writes each line by itself. Source: its README, "Streams", "log.child". */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { ACCEPTED, customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";
import { directWriter } from "./plain-writers.js";

export const members = { message: "msg", stack: (record) => record.err.stack };

/** @param {{ stream: "file" | "direct" }} options */
export async function open(options) {
  const { file, stream, call = "accepted" } = options;
  const { default: bunyan } = await import("bunyan");
  // The same stream that bunyan makes for a `path`, held here so that its end can be waited for.
  const output = stream === "file" ? createWriteStream(file, { flags: "a" }) : directWriter(file);
  const root = bunyan.createLogger({ name: LOGGER, streams: [{ level: "info", stream: output }] });
  const current = { log: root };
  return {
    write: CALLS[call](current, options),
    inScope: (fields, action) => {
      current.log = root.child(fields, true);
      const result = action();
      current.log = root;
      return result;
    },
    close: async () => {
      if (stream === "direct") {
        output.close();
        return;
      }
      const closed = once(output, "close");
      output.end();
      await closed;
    },
  };
}

const CALLS = {
  accepted: (current) => (index) => {
    current.log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
  },
  disabled: ({ log }) => (index) => {
    log.debug(ACCEPTED.printf, index, customerOf(index));
  },
  failed: ({ log }, { errors }) => {
    const errorOf = errorSource(errors);
    return (index) => {
      log.error(errorOf(index), FAILED.printf, numberOf(index), customerOf(index));
    };
  },
};
