import { lstatSync, rmdirSync, unlinkSync } from "node:fs";
import { lstat, rmdir, unlink } from "node:fs/promises";
import { resolve } from "node:path";
import type { Report } from "../core/component.js";
import { archivesOnDisk, type FoundArchive } from "./archive-walk.js";
import type { FileNamePattern } from "./file-name-pattern.js";
import { step, type FileWork } from "./file-steps.js";
import type { RollingCalendar } from "./rolling-calendar.js";

/** What archives are kept. */
export interface ArchiveRemoverOptions {
  /** With a date: its names, compressed or not, are removed. */
  readonly pattern: FileNamePattern;
  readonly calendar: RollingCalendar;
  /** Absolute; the names of a relative pattern lie below it. */
  readonly folder: string;
  /** Periods before the present one whose archives are kept, at least 1. */
  readonly maxHistory: number;
  /** Bytes; 0 for no limit. */
  readonly totalSizeCap: number;
  readonly report: Report;
  /** The file that is written now is never removed, whatever its name. */
  isActive(path: string): boolean;
}

/** An archive may be compressed, or still wait for it; a configuration may have had another ending. */
const ENDINGS = [".gz", ".zip", ".xz", ""] as const;
/** A status for each of a thousand files that cannot be removed would hide all others. */
const MOST_COMPLAINTS = 3;

/**
 * Removes once what is too old or too much, seen from an instant.
 *
 * @returns How many archives it removed.
 */
export function* cleanUp(options: ArchiveRemoverOptions, now: number): FileWork<number> {
  return yield* new CleanUp(options, now).run();
}

class CleanUp {
  readonly #options: ArchiveRemoverOptions;
  readonly #now: number;
  readonly #plain: FileNamePattern;
  /** The dated folders above what was removed. */
  readonly #emptied = new Set<string>();
  #removed = 0;
  #complaints = 0;

  constructor(options: ArchiveRemoverOptions, now: number) {
    this.#options = options;
    this.#now = now;
    this.#plain = options.pattern.withCompression(undefined);
  }

  *run(): FileWork<number> {
    const { folder, calendar, maxHistory, totalSizeCap } = this.#options;
    const failed = (path: string, error: NodeJS.ErrnoException): void => {
      this.#complain(`The folder ${path} could not be searched for old archives`, error);
    };
    const found = yield* archivesOnDisk({ pattern: this.#plain, folder, endings: ENDINGS, near: this.#now, failed });
    const oldest = calendar.plus(this.#now, -maxHistory);
    for (const archive of found) {
      if (archive.time < oldest) {
        yield* this.#remove(archive);
      }
    }
    if (totalSizeCap > 0) {
      yield* this.#cap(found);
    }
    yield* this.#removeEmptyFolders();
    this.#sayWhat();
    return this.#removed;
  }

  *#cap(archives: readonly FoundArchive[]): FileWork<void> {
    const { calendar, maxHistory, totalSizeCap, ...options } = this.#options;
    const [from, until] = [calendar.plus(this.#now, 1 - maxHistory), calendar.next(this.#now)];
    const counted = archives.filter(({ time }) => time >= from && time < until).sort((a, b) => b.time - a.time || b.index - a.index);
    let total = 0;
    for (const archive of counted) {
      total += options.isActive(archive.path) ? 0 : yield* sizeOf(archive.path);
      if (total > totalSizeCap) {
        yield* this.#remove(archive);
      }
    }
  }

  *#remove({ path, datedFolders }: FoundArchive): FileWork<void> {
    if (this.#options.isActive(path)) {
      return;
    }
    try {
      yield* step(
        () => { unlinkSync(path); },
        () => unlink(path),
      );
      this.#removed++;
      for (const folder of datedFolders) {
        this.#emptied.add(folder);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
        this.#complain(`The old archive ${path} could not be removed`, error as NodeJS.ErrnoException);
      }
    }
  }

  /** The innermost first. A folder that is not empty, or is none, stays by the system's own refusal. */
  *#removeEmptyFolders(): FileWork<void> {
    const present = this.#presentFolders();
    for (const folder of [...this.#emptied].sort((a, b) => b.length - a.length)) {
      if (present.has(folder)) {
        continue;
      }
      try {
        yield* step(
          () => { rmdirSync(folder); },
          () => rmdir(folder),
        );
      } catch (error) {
        const { code = "" } = error as NodeJS.ErrnoException;
        if (!["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"].includes(code)) {
          this.#complain(`The empty folder ${folder} could not be removed`, error as NodeJS.ErrnoException);
        }
      }
    }
  }

  /** Where the present archives go: a file may be about to be made there. */
  #presentFolders(): ReadonlySet<string> {
    const folders = new Set<string>();
    const name = this.#plain.format(this.#now);
    for (let slash = name.lastIndexOf("/"); slash > 0; slash = name.lastIndexOf("/", slash - 1)) {
      folders.add(resolve(this.#options.folder, name.slice(0, slash)));
    }
    return folders;
  }

  #complain(what: string, error: NodeJS.ErrnoException): void {
    this.#complaints++;
    if (this.#complaints <= MOST_COMPLAINTS) {
      this.#options.report.warn(`${what} (${error.code ?? error.message}); it is tried again at the next roll.`);
    }
  }

  #sayWhat(): void {
    const { report, pattern } = this.#options;
    if (this.#removed > 0) {
      report.info(`Removed ${String(this.#removed)} ${this.#removed === 1 ? "archive" : "archives"} of "${pattern.text}".`);
    }
    if (this.#complaints > MOST_COMPLAINTS) {
      report.warn(`${String(this.#complaints - MOST_COMPLAINTS)} more files or folders of "${pattern.text}" could not be removed or searched.`);
    }
  }
}

function* sizeOf(path: string): FileWork<number> {
  try {
    const { size } = yield* step(
      () => lstatSync(path),
      () => lstat(path),
    );
    return size;
  } catch {
    // Another process was faster.
    return 0;
  }
}
