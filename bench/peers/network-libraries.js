/**
 * Other libraries that send over the network.
 *
 * Sources: pino's documentation, "Transports"; pino-socket's; log4js's, "TCP appender"; winston-syslog's.
 */
import { once } from "node:events";
import { connect } from "node:net";
import { format } from "node:util";
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";

export const members = { message: (record) => record.msg ?? record.message };

const FLUSH_MS = 50;

/**
 * @param {object} options
 * @param {"pino" | "pino-socket" | "log4js" | "winston-syslog"} options.library
 */
export function open({ library, port }) {
  return LIBRARIES[library](port);
}

const printf = (log) => (index) => {
  log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
};

const LIBRARIES = {
  pino: async (port) => {
    const { default: pino } = await import("pino");
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return { write: printf(pino({ name: LOGGER }, socket)), close: () => closed(socket) };
  },
  "pino-socket": async (port) => {
    const { default: pino } = await import("pino");
    const transport = pino.transport({ target: "pino-socket", options: { address: "127.0.0.1", port, mode: "tcp" } });
    await once(transport, "ready");
    return {
      write: printf(pino({ name: LOGGER }, transport)),
      close: async () => {
        // A worker transport alone does not keep the process alive.
        const alive = setInterval(() => {}, FLUSH_MS);
        await closed(transport);
        clearInterval(alive);
      },
    };
  },
  log4js: async (port) => {
    const { default: log4js } = await import("log4js");
    log4js.addLayout("line", () => ({ startTime, level, categoryName, data }) => JSON.stringify({ time: startTime, level: level.levelStr, logger: categoryName, message: format(...data) }));
    log4js.configure({
      appenders: { out: { type: "tcp", host: "127.0.0.1", port, endMsg: "\n", layout: { type: "line" } } },
      categories: { default: { appenders: ["out"], level: "info" } },
    });
    return { write: printf(log4js.getLogger(LOGGER)), close: () => new Promise((resolve) => log4js.shutdown(resolve)) };
  },
  "winston-syslog": async (port) => {
    const [{ default: winston }, { Syslog }] = await Promise.all([import("winston"), import("winston-syslog")]);
    const transport = new Syslog({ host: "127.0.0.1", port, protocol: "udp4", app_name: LOGGER, localhost: "host" });
    const log = winston.createLogger({
      levels: winston.config.syslog.levels,
      format: winston.format.combine(winston.format.splat(), winston.format.printf(({ message }) => message)),
      transports: [transport],
    });
    return { write: printf(log), close: () => closed(log, "finish") };
  },
};

async function closed(stream, event = "close") {
  const done = once(stream, event);
  stream.end();
  await done;
}
