import { closeSync, constants, fstatSync, linkSync, lstatSync, openSync, renameSync, unlinkSync, type Stats } from "node:fs";
import { errorCode } from "../util/error-code.js";
import { NO_FOLLOW } from "../util/open-flags.js";

/** Where an archive is written until it is complete. Such a file beside an archive's name is ours, and tells of work not done. */
export const HALF_ENDING = ".tmp";

const OWNER_ONLY = 0o600;
/** What file systems answer that know no hard links. */
const NO_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EACCES", "EINVAL"]);

/**
 * An archive that is being made, beside its name. Everything is synchronous: between two turns of the event loop it is
 * either there or not.
 */
export class HalfArchive {
  readonly target: string;
  readonly path: string;
  readonly fd: number;
  readonly #identity: Stats;

  /** Takes the place of a half archive that was left behind. Throws the system's error. */
  constructor(target: string) {
    this.target = target;
    this.path = target + HALF_ENDING;
    removeFile(this.path);
    this.fd = openSync(this.path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, OWNER_ONLY);
    this.#identity = fstatSync(this.fd);
  }

  /** False when another process, or a start after this one, has begun anew; `undefined` when it was removed. */
  get isOurs(): boolean | undefined {
    const found = lstatSync(this.path, { throwIfNoEntry: false });
    return found === undefined ? undefined : isSame(found, this.#identity);
  }

  /**
   * Gives the archive its name, never that of one that is there, and removes what it was made from.
   *
   * In this order, so that a process that ends in between leaves what a start can finish: both names mean one file.
   *
   * @param source - Removed only if it is still the file of that identity.
   * @throws Error of the system; `EEXIST` when there is something of that name.
   */
  complete(source: string, identity: Stats): void {
    const isLinked = nameIt(this.path, this.target);
    if (isSame(lstatSync(source, { throwIfNoEntry: false }), identity)) {
      unlinkSync(source);
    }
    if (isLinked) {
      unlinkSync(this.path);
    }
  }

  /** Removes it, if it is still the same. */
  discard(): void {
    if (this.isOurs === true) {
      unlinkSync(this.path);
    }
  }

  close(): void {
    closeSync(this.fd);
  }
}

/** Whether two files are one. */
export function isSame(a: Stats | undefined, b: Stats | undefined): boolean {
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** Removes a file or a link of that name, and nothing else. */
export function removeFile(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) {
    unlinkSync(path);
  }
}

/** @returns False where the file was renamed, so that its first name is gone. */
function nameIt(path: string, target: string): boolean {
  try {
    linkSync(path, target);
    return true;
  } catch (error) {
    if (!NO_LINKS.has(errorCode(error) ?? "") || lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
      throw error;
    }
    renameSync(path, target);
    return false;
  }
}
