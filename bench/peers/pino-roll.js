/** pino-roll under pino: as a transport in a worker, and as a stream of the main thread. Source: its README. */
import { once } from "node:events";
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";

export { members } from "./pino.js";

/**
 * @param {object} options
 * @param {"worker" | "main"} options.mode
 * @param {number} options.maxFileSize - Bytes.
 */
export async function open({ file, mode, maxFileSize }) {
  const { default: pino } = await import("pino");
  const settings = { file, size: `${maxFileSize / 1024 / 1024}m`, mkdir: true };
  const output = mode === "worker" ? pino.transport({ target: "pino-roll", options: settings }) : await (await import("pino-roll")).default(settings);
  const log = pino({ name: LOGGER, level: "info" }, output);
  return {
    write: (index) => {
      log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
    },
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
