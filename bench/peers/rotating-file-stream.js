/** rotating-file-stream under pino, which writes a line at a time to it. Source: its README, "size". */
import { once } from "node:events";
import { basename, dirname } from "node:path";
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";

export { members } from "./pino.js";

/** @param {{ file: string, maxFileSize: number }} options - Bytes. */
export async function open({ file, maxFileSize }) {
  const { default: pino } = await import("pino");
  const { createStream } = await import("rotating-file-stream");
  const name = basename(file);
  const output = createStream((time, index) => (time === null ? name : `${name}.${index}`), { path: dirname(file), size: `${maxFileSize / 1024}K` });
  const log = pino({ name: LOGGER, level: "info" }, output);
  return {
    write: (index) => {
      log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
    },
    close: async () => {
      const finished = once(output, "finish");
      output.end();
      await finished;
    },
  };
}
