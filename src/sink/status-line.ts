import { writeFully } from "./write-fully.js";

/** A reader that takes nothing must not hold up the program for what the library says about itself. */
const STALL_MS = 100;

/** Prints a line about the library itself on the standard output (1) or error (2). What cannot be written is given up. */
export function printStatusLine(fd: 1 | 2, line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  writeFully(fd, bytes, 0, bytes.length, STALL_MS, () => {});
}
