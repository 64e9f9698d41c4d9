/** What libraries write to that bring no file output of their own: as little as possible between them and the kernel. */
import { closeSync, openSync, writeSync } from "node:fs";

const LIMIT = 8_192;

/** One write per chunk. */
export function directWriter(file) {
  const fd = openSync(file, "a");
  return {
    write: (chunk) => {
      writeSync(fd, chunk);
    },
    close: () => closeSync(fd),
  };
}

/** Collects text as logback-node's file appender does by default, and writes it synchronously. */
export function collectingWriter(file) {
  const fd = openSync(file, "a");
  let collected = "";
  const flush = () => {
    if (collected !== "") {
      writeSync(fd, collected);
      collected = "";
    }
  };
  return {
    write: (chunk) => {
      collected += chunk;
      if (collected.length >= LIMIT) {
        flush();
      }
    },
    close: () => {
      flush();
      closeSync(fd);
    },
  };
}
