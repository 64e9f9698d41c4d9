import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from "node:fs";
import { errorCode } from "../util/error-code.js";

/** Nothing that happens under a lock takes so long, unless an archive is copied to another file system. */
const ABANDONED_AFTER_MS = 600_000;
/** A lock without a process in it: the disk was full, or its process ended within a moment. */
const EMPTY_AFTER_MS = 10_000;

/**
 * Keeps processes that have one file from renaming it, or its archives, at the same time: by a file `<file>.lock`, there
 * for a moment, with the id of the process in it. That of a process that is gone counts for nothing.
 *
 * Where no such file can be made, because the disk is full or the folder must not be written, it does without.
 *
 * @returns False when another process has it now, and `action` was not called.
 * @throws What `action` throws.
 */
export function underRollLock(file: string, action: () => void): boolean {
  const lock = `${file}.lock`;
  const held = take(lock);
  if (held === "taken") {
    return false;
  }
  try {
    action();
  } finally {
    if (held === "ours") {
      quietly(() => {
        unlinkSync(lock);
      });
    }
  }
  return true;
}

function take(lock: string): "ours" | "taken" | "impossible" {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const fd = openSync(lock, "wx", 0o600);
      quietly(() => writeSync(fd, String(process.pid)));
      closeSync(fd);
      return "ours";
    } catch (error) {
      if (errorCode(error) !== "EEXIST") {
        return "impossible";
      }
      if (!isAbandoned(lock)) {
        return "taken";
      }
      quietly(() => {
        unlinkSync(lock);
      });
    }
  }
  return "taken";
}

function isAbandoned(lock: string): boolean {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const pid = Number(readFileSync(lock, "utf8"));
    return age > ABANDONED_AFTER_MS || (pid > 0 ? !isAlive(pid) : age > EMPTY_AFTER_MS);
  } catch {
    // It is gone by now.
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is one all the same.
    return errorCode(error) === "EPERM";
  }
}

function quietly(action: () => unknown): void {
  try {
    action();
  } catch {
    // What was to be removed is gone, or what was to be written does not matter.
  }
}
