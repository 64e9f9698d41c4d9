/**
 * pino 10, and pino 9 with the sonic-boom before its byte counting.
 *
 * Sources: pino's documentation, "Asynchronous Logging", "Transports", `pino.destination`, `mixin`.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { ACCEPTED, customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";

export const members = { message: "msg", stack: (record) => record.err.stack };

/**
 * @param {object} options
 * @param {"pino" | "pino9"} [options.package]
 * @param {"sync" | "sync-4096" | "async" | "async-4096" | "worker"} options.mode
 * @param {boolean} [options.mixin] - MDC by a mixin that asks an AsyncLocalStorage, instead of by child loggers.
 */
export async function open(options) {
  const { file, mode, call = "accepted", mixin = false } = options;
  const { default: pino } = await import(options.package ?? "pino");
  const storage = new AsyncLocalStorage();
  const output = destinationOf(pino, mode, file);
  const settings = { name: LOGGER, level: "info", ...(mixin ? { mixin: () => storage.getStore() ?? {} } : {}) };
  const root = pino(settings, output);
  if (mode.startsWith("async")) {
    await once(output, "ready");
  }
  const current = { log: root };
  return {
    write: CALLS[call](current, options),
    inScope: mixin ? (fields, action) => storage.run(fields, action) : (fields, action) => withChild(current, root.child(fields), action),
    close: async () => {
      // A worker transport alone does not keep the process alive.
      const alive = setInterval(() => {}, 1_000);
      const closed = once(output, "close");
      output.end();
      await closed;
      clearInterval(alive);
    },
  };
}

function destinationOf(pino, mode, dest) {
  switch (mode) {
    case "sync":
      return pino.destination({ dest, sync: true });
    case "sync-4096":
      return pino.destination({ dest, sync: true, minLength: 4096 });
    case "async":
      return pino.destination({ dest, sync: false });
    case "async-4096":
      return pino.destination({ dest, sync: false, minLength: 4096 });
    case "worker":
      return pino.transport({ target: "pino/file", options: { destination: dest } });
    default:
      throw new Error(`pino has no mode ${mode}`);
  }
}

function withChild(current, child, action) {
  const before = current.log;
  current.log = child;
  try {
    return action();
  } finally {
    current.log = before;
  }
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
