import { writeSync } from "node:fs";
import { errorCode } from "../util/error-code.js";

const FIRST_WAIT_MS = 1;
const LONGEST_WAIT_MS = 10;

/**
 * Writes to a descriptor until all is out, also where the kernel takes it in pieces.
 *
 * A pipe or terminal without `O_NONBLOCK` blocks as it does for every program. One with it (libuv sets it on the pipes of
 * `process.stdout`, and other processes share the setting) answers EAGAIN while it is full: then this waits, without
 * spinning, for as long as the reader takes something within `stallMs`.
 *
 * @param failed - Gets the error that ended it.
 * @returns Bytes written, fewer than asked for after an error.
 */
export function writeFully(fd: number, bytes: Uint8Array, from: number, to: number, stallMs: number, failed: (error: NodeJS.ErrnoException) => void): number {
  let at = from;
  let waitMs = FIRST_WAIT_MS;
  let stalledSince: number | undefined;
  while (at < to) {
    try {
      const taken = writeSync(fd, bytes, at, to - at);
      if (taken > 0) {
        at += taken;
        waitMs = FIRST_WAIT_MS;
        stalledSince = undefined;
        continue;
      }
    } catch (error) {
      if (!isBusy(error)) {
        failed(error as NodeJS.ErrnoException);
        break;
      }
      const now = performance.now();
      stalledSince ??= now;
      if (now - stalledSince >= stallMs) {
        failed(error as NodeJS.ErrnoException);
        break;
      }
    }
    pause(waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }
  return at - from;
}

/** Whether an error only says "not now". */
export function isBusy(error: unknown): boolean {
  return errorCode(error) === "EAGAIN";
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
