import { closeSync } from "node:fs";
import { DEFAULT_DIR_MODE, DEFAULT_FILE_MODE } from "./file-sink.js";
import { openLogFile, type OpenedLogFile } from "./open-log-file.js";
import { writeFully } from "./write-fully.js";

/** A reader that takes nothing must not hold up the program for what the library says about itself. */
const STALL_MS = 100;

/**
 * Makes a function that appends lines to a file. Statuses are rare, so the file is opened for each: nobody has to close
 * it, and whoever rotates it need tell nobody. A line that cannot be written later is given up.
 *
 * The file is made at once, with mode 0640, and not opened through a symbolic link.
 *
 * @throws Error when the file cannot be opened.
 */
export function openStatusFile(path: string): (line: string) => void {
  close(open(path));
  return (line) => {
    try {
      const file = open(path);
      const bytes = Buffer.from(`${line}\n`);
      // A FIFO that nobody reads has no descriptor yet.
      if (file.fd >= 0) {
        writeFully(file.fd, bytes, 0, bytes.length, STALL_MS, () => {});
      }
      close(file);
    } catch {
      // There is nobody left to tell: this is where statuses go.
    }
  };
}

function open(path: string): OpenedLogFile {
  return openLogFile({ path, append: true, mode: DEFAULT_FILE_MODE, dirMode: DEFAULT_DIR_MODE, followSymlinks: false });
}

function close({ fd, kind }: OpenedLogFile): void {
  if (fd >= 0 && kind !== "inherited") {
    closeSync(fd);
  }
}
