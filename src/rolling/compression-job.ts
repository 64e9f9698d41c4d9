import { closeSync, constants, fchmodSync, fstatSync, fsync, openSync, read, write, type Stats } from "node:fs";
import { basename } from "node:path";
import type { ArchiveCodec } from "./archive-codec.js";
import { gzCodec } from "./compress-gz.js";
import { XZ_LIBRARY, xzCodec, xzLibrary } from "./compress-xz.js";
import { zipCodec } from "./compress-zip.js";
import type { Compression } from "./file-name-pattern.js";
import { HalfArchive } from "./half-archive.js";
import { errorCode } from "../util/error-code.js";
import { onDemand } from "../util/on-demand.js";
import { once } from "../util/once.js";
import { NO_FOLLOW, NON_BLOCKING } from "../util/open-flags.js";

/** One file to be compressed. */
export interface CompressionTask {
  /** Absolute. Removed when the archive is complete. */
  readonly source: string;
  /** Absolute. Never overwritten. */
  readonly target: string;
  readonly compression: Compression;
  /** Name of the file inside a zip archive, without a `.zip` at its end; the source's base name when omitted. */
  readonly entryName?: string;
  /** Of folders that are made, before the umask. */
  readonly dirMode?: number;
  /** On the clock of `performance.now()`: until then others may still write to the file. Unless given, at once. */
  readonly notBefore?: number;
}

const CHUNK_BYTES = 512 * 1024;
const READ_FLAGS = constants.O_RDONLY | NO_FOLLOW | NON_BLOCKING;

const files = once(() => {
  const { promisify } = onDemand.util;
  return { readAt: promisify(read), writeAt: promisify(write), flush: promisify(fsync) };
});

/**
 * Compresses one file: into a half archive beside the target, which gets its name when all of it is on the disk.
 *
 * @param isStopped - Asked after everything that takes time; then nothing is changed any more.
 * @returns False when it was stopped, or when another one has begun anew.
 * @throws Error saying why not; the file stays, and no half archive.
 */
export async function compressFile(task: CompressionTask, isStopped: () => boolean): Promise<boolean> {
  const from = openSync(task.source, READ_FLAGS);
  try {
    const stats = fstatSync(from);
    if (!stats.isFile()) {
      throw new Error(`${task.source} is no regular file.`);
    }
    const half = new HalfArchive(task.target);
    try {
      fchmodSync(half.fd, stats.mode & 0o777);
      return (await writeArchive(from, half, codecFor(task, stats), isStopped)) && finished(task, from, stats, half);
    } catch (error) {
      if (!isStopped()) {
        half.discard();
      }
      throw error;
    } finally {
      half.close();
    }
  } finally {
    closeSync(from);
  }
}

function codecFor({ compression, source, entryName = basename(source) }: CompressionTask, { size, mtime, mode }: Stats): ArchiveCodec {
  switch (compression) {
    case "gz":
      return gzCodec();
    case "zip":
      return zipCodec({ name: entryName.replace(/\.zip$/, ""), modified: mtime, mode, size });
    case "xz": {
      const library = xzLibrary();
      if (library === undefined) {
        throw new Error(`The package ${XZ_LIBRARY} is not installed, or does not run here.`);
      }
      return xzCodec(library);
    }
  }
}

/** False when it was stopped. */
async function writeArchive(from: number, half: HalfArchive, codec: ArchiveCodec, isStopped: () => boolean): Promise<boolean> {
  const room = Buffer.allocUnsafe(CHUNK_BYTES);
  let at = await writeAll(half.fd, codec.begin(), 0);
  for (;;) {
    const { bytesRead } = await files().readAt(from, room, 0, CHUNK_BYTES, null);
    if (isStopped()) {
      return false;
    }
    if (bytesRead === 0) {
      break;
    }
    const compressed = await codec.compress(room.subarray(0, bytesRead));
    at = await writeAll(half.fd, compressed, at);
  }
  await writeAll(half.fd, codec.end(), at);
  if (codec.finalBegin !== undefined) {
    await writeAll(half.fd, codec.finalBegin(), 0);
  }
  await files().flush(half.fd);
  return !isStopped();
}

/** The rest takes no time, so nothing can come between. */
function finished({ source, target }: CompressionTask, from: number, before: Stats, half: HalfArchive): boolean {
  const { isOurs } = half;
  if (isOurs === undefined) {
    throw new Error(`${half.path} was removed while it was written.`);
  }
  if (!isOurs) {
    return false;
  }
  const now = fstatSync(from);
  if (now.size !== before.size) {
    throw new Error(`${source} is still written to: it had ${String(before.size)} bytes, and has ${String(now.size)}.`);
  }
  try {
    half.complete(source, now);
  } catch (error) {
    throw errorCode(error) === "EEXIST" ? Object.assign(new Error(`${target} exists already.`), { code: "EEXIST" }) : error;
  }
  return true;
}

/** @returns Where the next byte goes. */
async function writeAll(fd: number, bytes: Uint8Array, at: number): Promise<number> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await files().writeAt(fd, bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
  return at + bytes.length;
}
