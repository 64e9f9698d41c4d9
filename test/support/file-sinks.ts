import { closeSync, constants, openSync, readSync } from "node:fs";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { onTestFinished } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { FileSink, type FileSinkOptions } from "../../src/sink/file-sink.js";
import { RecordingDrains } from "./drains.js";
import { tempDir } from "./temp-dir.js";

export interface MadeFileSink {
  readonly sink: FileSink;
  readonly drains: RecordingDrains;
  readonly file: string;
  /** `LEVEL message` */
  statuses(): string[];
}

/** A sink for a file of its own unless a path is given; closed when the test is over. */
export function makeFileSink(options: Partial<FileSinkOptions> = {}): MadeFileSink {
  const file = options.path ?? path.join(tempDir(), "app.log");
  const statusManager = new StatusManager();
  const drains = new RecordingDrains();
  const sink = new FileSink({ origin: "FILE", drains, statusManager, ...options, path: file });
  onTestFinished(() => {
    sink.close();
  });
  return { sink, drains, file, statuses: () => statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

/** The same, opened. */
export function openFileSink(options: Partial<FileSinkOptions> = {}): MadeFileSink {
  const made = makeFileSink(options);
  made.sink.open();
  return made;
}

/** A named pipe in a folder of its own. */
export function makeFifo(): string {
  const fifo = path.join(tempDir(), "fifo");
  execFileSync("mkfifo", [fifo]);
  return fifo;
}

/** The reading end of a named pipe. */
export class FifoReader {
  readonly #fd: number;
  #isOpen = true;

  constructor(fifo: string) {
    this.#fd = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => {
      this.close();
    });
  }

  /** All that is in the pipe now. */
  read(): string {
    let text = "";
    for (let part = this.readSome(65_536); part !== "" && part !== "end"; part = this.readSome(65_536)) {
      text += part;
    }
    return text;
  }

  /** At most so many bytes of what is in the pipe now; `end` when it is empty and nobody can write to it any more. */
  readSome(bytes: number): string {
    const room = Buffer.alloc(bytes);
    try {
      const count = readSync(this.#fd, room);
      return count === 0 ? "end" : room.toString("latin1", 0, count);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") {
        throw error;
      }
      return "";
    }
  }

  close(): void {
    if (this.#isOpen) {
      this.#isOpen = false;
      closeSync(this.#fd);
    }
  }
}

/** `prefix 0` to `prefix count-1`, each a line of at least `length` characters. */
export function numberedLines(count: number, length = 0): string[] {
  return Array.from({ length: count }, (_, index) => `${String(index).padStart(length - 1, "0")}\n`);
}
