/**
 * winston with its file transport, and with a transport that writes each line by itself.
 *
 * Sources: winston's README, "Formats", "Creating child loggers", "Awaiting logs to be written"; its file transport.
 */
import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ACCEPTED, customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";
import { directWriter } from "./plain-writers.js";

export const members = { message: "message", stack: (record) => record.stack };

/**
 * @param {object} options
 * @param {"file" | "direct"} options.transport
 * @param {"text" | "json"} options.format
 */
export async function open(options) {
  const { file, transport, format, call = "accepted" } = options;
  const { default: winston } = await import("winston");
  const { default: Transport } = await import("winston-transport");
  const output = transport === "file" ? fileTransport(winston, file) : directTransport(Transport, file);
  const root = winston.createLogger({ level: "info", format: FORMATS[format](winston.format), defaultMeta: { logger: LOGGER }, transports: [output] });
  const current = { log: root };
  return {
    write: CALLS[call](current, options),
    inScope: (fields, action) => {
      current.log = root.child(fields);
      const result = action();
      current.log = root;
      return result;
    },
    close: async () => {
      // `end` while a transport lags behind breaks winston: "write after end".
      while (root.readableLength > 0) {
        await nextTurn();
      }
      const finished = once(output, "finish");
      root.end();
      await finished;
    },
  };
}

/** Without `lazy` the file is there from the start; `maxsize` stays off. */
const fileTransport = ({ transports }, filename) => new transports.File({ filename });

function directTransport(Transport, file) {
  const { write } = directWriter(file);
  const MESSAGE = Symbol.for("message");
  class DirectTransport extends Transport {
    log(info, done) {
      write(`${info[MESSAGE]}\n`);
      done();
    }
  }
  return new DirectTransport();
}

const FORMATS = {
  text: ({ combine, timestamp, splat, printf }) =>
    combine(
      timestamp({ format: "YYYY-MM-DD HH:mm:ss,SSS" }),
      splat(),
      printf((info) => `${info.timestamp} [main] ${info.level.toUpperCase().padEnd(5)} ${info.logger} - ${info.message}`),
    ),
  json: ({ combine, timestamp, splat, json }) => combine(timestamp(), splat(), json()),
  // `splat` would take the error for a parameter.
  errors: ({ combine, timestamp, errors, json }) => combine(errors({ stack: true }), timestamp(), json()),
};

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
      log.error(FAILED.of(index), errorOf(index));
    };
  },
};
