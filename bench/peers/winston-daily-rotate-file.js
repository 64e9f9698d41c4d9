/** winston with winston-daily-rotate-file. Source: its README, "Options", `maxSize`. */
import { once } from "node:events";
import { basename, dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";

/** @param {{ file: string, maxFileSize: number }} options - Bytes. */
export async function open({ file, maxFileSize }) {
  const { default: winston } = await import("winston");
  const { default: DailyRotateFile } = await import("winston-daily-rotate-file");
  const { combine, timestamp, splat, printf } = winston.format;
  const output = new DailyRotateFile({ dirname: dirname(file), filename: `${basename(file)}.%DATE%`, maxSize: `${maxFileSize / 1024}k`, auditFile: `${dirname(dirname(file))}/audit.json` });
  const log = winston.createLogger({
    level: "info",
    format: combine(
      timestamp({ format: "YYYY-MM-DD HH:mm:ss,SSS" }),
      splat(),
      printf((info) => `${info.timestamp} [main] ${info.level.toUpperCase().padEnd(5)} ${LOGGER} - ${info.message}`),
    ),
    transports: [output],
  });
  return {
    write: (index) => {
      log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
    },
    close: async () => {
      // `end` while a transport lags behind breaks winston: "write after end".
      while (log.readableLength > 0) {
        await nextTurn();
      }
      const finished = once(output, "finish");
      log.end();
      await finished;
      // The transport is done before its file is.
      await new Promise((resolve) => {
        output.logStream.end(resolve);
      });
    },
  };
}
