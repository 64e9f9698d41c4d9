import { writeFully } from "./write-fully.js";

/** A reader that takes nothing must not hold up the program for long. */
const STALL_MS = 1_000;

/** Writes events on the standard error that could not be sent. What it does not take is given up. */
export function persistToStandardError(bytes: Uint8Array): void {
  writeFully(2, bytes, 0, bytes.length, STALL_MS, () => {});
}
