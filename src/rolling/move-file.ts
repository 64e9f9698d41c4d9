import { closeSync, constants, copyFileSync, fstatSync, fsyncSync, ftruncateSync, lstatSync, openSync, readSync, renameSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { makeFolder } from "../sink/open-log-file.js";
import { errorCode } from "../util/error-code.js";
import { NO_FOLLOW } from "../util/open-flags.js";

/** What became of a file that was moved. */
export interface MovedFile {
  /** `appended`: there was a file of that name, which was kept. `copied`: the target is on another file system. */
  readonly how: "renamed" | "copied" | "appended";
  /** Puts it back; `undefined` where its name is free again but its content was copied. */
  readonly undo: (() => void) | undefined;
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Moves a file to a name, making its folders. A file that is there already is never replaced: the content is appended to it.
 *
 * @param dirMode - Of folders that are made, before the umask.
 * @throws The system's error, or one saying what is in the way. Everything is as it was then.
 */
export function moveFile(source: string, target: string, dirMode: number): MovedFile {
  makeFolder(target, dirMode);
  const inTheWay = lstatSync(target, { throwIfNoEntry: false });
  if (inTheWay !== undefined && !inTheWay.isFile()) {
    throw new Error(`${target} exists and is no file.`);
  }
  if (inTheWay !== undefined) {
    appendFile(source, target);
    unlinkSync(source);
    return { how: "appended", undo: undefined };
  }
  try {
    renameSync(source, target);
    return {
      how: "renamed",
      undo: () => {
        renameSync(target, source);
      },
    };
  } catch (error) {
    if (errorCode(error) !== "EXDEV") {
      throw error;
    }
  }
  copyFile(source, target);
  unlinkSync(source);
  return { how: "copied", undo: undefined };
}

/** The archive appears with its whole content or not at all, with the mode of its source. */
function copyFile(source: string, target: string): void {
  const unfinished = `${target}.copy.tmp`;
  rmSync(unfinished, { force: true });
  try {
    copyFileSync(source, unfinished, constants.COPYFILE_EXCL);
    const fd = openSync(unfinished, "r+");
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function appendFile(source: string, target: string): void {
  const to = openSync(target, constants.O_WRONLY | constants.O_APPEND | NO_FOLLOW);
  try {
    const before = fstatSync(to).size;
    try {
      copyInto(source, to);
      fsyncSync(to);
    } catch (error) {
      ftruncateSync(to, before);
      throw error;
    }
  } finally {
    closeSync(to);
  }
}

function copyInto(source: string, to: number): void {
  const from = openSync(source, constants.O_RDONLY | NO_FOLLOW);
  try {
    const room = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = readSync(from, room); read > 0; read = readSync(from, room)) {
      for (let done = 0; done < read; ) {
        done += writeSync(to, room, done, read - done);
      }
    }
  } finally {
    closeSync(from);
  }
}
