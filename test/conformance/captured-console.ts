import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What was written to the process's standard output and standard error. */
export interface ConsoleText {
  readonly out: string;
  readonly err: string;
}

type WriteBytes = (fd: number, bytes: Uint8Array, offset?: number, length?: number) => number;

/**
 * Keeps what `act` writes to the descriptors 1 and 2 instead of printing it: there a console appender writes, and there
 * the answers themselves are printed.
 */
export async function captureConsole(act: () => Promise<void>): Promise<ConsoleText> {
  const written: Readonly<Record<number, Uint8Array[]>> = { 1: [], 2: [] };
  const { writeSync } = fs;
  const capture: WriteBytes = (fd, bytes, offset = 0, length = bytes.byteLength - offset) => {
    const kept = written[fd];
    if (kept === undefined) {
      return writeSync(fd, bytes, offset, length);
    }
    // A copy: the writer uses its memory again.
    kept.push(Uint8Array.from(bytes.subarray(offset, offset + length)));
    return length;
  };
  fs.writeSync = capture as typeof fs.writeSync;
  syncBuiltinESMExports();
  try {
    await act();
  } finally {
    fs.writeSync = writeSync;
    syncBuiltinESMExports();
  }
  const text = (fd: number): string => Buffer.concat(written[fd] ?? []).toString("utf8");
  return { out: text(1), err: text(2) };
}
