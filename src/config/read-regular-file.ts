import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";

/** Most that is read of a file which a configuration names. */
const MAX_FILE_BYTES: number = 1024 * 1024;

const CHUNK_BYTES = 64 * 1024;
const NOT_THERE: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ERR_INVALID_ARG_VALUE"]);

/** A file that was read. */
export interface RegularFile {
  readonly content: Uint8Array;
  /** Without symbolic links: by it the same file is known under every name. */
  readonly realPath: string;
}

/** A file that is there and is not read; `refusal` says why, and never what it holds. */
export interface RefusedFile {
  readonly refusal: string;
}

/**
 * Reads a file that a configuration names: a regular one, through one descriptor and up to a limit. A FIFO would stop the
 * process and a device would never end.
 *
 * @returns `undefined` when there is no such file.
 */
export function readRegularFile(path: string, maxBytes: number = MAX_FILE_BYTES): RegularFile | RefusedFile | undefined {
  let fd: number;
  try {
    // Without O_NONBLOCK, opening a FIFO waits for its writer. Windows knows neither.
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK || 0));
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    return NOT_THERE.has(code) ? undefined : { refusal: `it cannot be opened (${code})` };
  }
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) {
      return { refusal: "it is no regular file" };
    }
    const content = stats.size > maxBytes ? undefined : readUpTo(fd, maxBytes);
    return content === undefined ? { refusal: `it has more than ${maxBytes} bytes` } : { content, realPath: realpathSync(path) };
  } catch (cause) {
    return { refusal: `it cannot be read (${(cause as NodeJS.ErrnoException).code ?? "unknown error"})` };
  } finally {
    closeSync(fd);
  }
}

/** All of the file, however large it says it is; `undefined` when that is more than the limit. */
function readUpTo(fd: number, maxBytes: number): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const length = readSync(fd, chunk, 0, chunk.length, null);
    if (length === 0) {
      return Buffer.concat(chunks);
    }
    size += length;
    if (size > maxBytes) {
      return undefined;
    }
    chunks.push(chunk.subarray(0, length));
  }
}
