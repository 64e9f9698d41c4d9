import { readdirSync, type Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { FileNamePattern } from "./file-name-pattern.js";
import { step, type FileWork } from "./file-steps.js";
import { expressionOf, type NameSegment } from "./name-segment.js";

/** A regular file whose name a pattern printed. */
export interface FoundArchive {
  readonly path: string;
  /** 0 for a pattern without a date. */
  readonly time: number;
  readonly index: number;
  /** What stands behind the name: `.gz`, or nothing. */
  readonly ending: string;
  /** The folders above it whose names have a date in them, or stand below one that has: the innermost first. */
  readonly datedFolders: readonly string[];
}

/** Between them, the process gets on with its work: a folder may hold many thousand. */
const NAMES_AT_ONCE = 200;

/** Which files are looked for, and where. */
export interface ArchiveWalkOptions {
  /** Without compression: what the endings stand behind. */
  readonly pattern: FileNamePattern;
  /** Absolute; the names of a relative pattern lie below it. */
  readonly folder: string;
  /** What may follow the name, the longest first. */
  readonly endings: readonly string[];
  /** See `FileNamePattern.parse`. */
  readonly near: number;
  /** Hears of a folder that cannot be read. */
  failed(folder: string, error: NodeJS.ErrnoException): void;
}

/**
 * Finds the files of a pattern on the disk, of all times.
 *
 * It opens only folders that the pattern could have named, and follows no symbolic links below the first of them: a link,
 * a folder, a FIFO of a fitting name is not found.
 */
export function* archivesOnDisk(options: ArchiveWalkOptions): FileWork<readonly FoundArchive[]> {
  const { segments } = options.pattern.matcher;
  const fixed = segments.findIndex(({ literal }) => literal === undefined);
  const prefix = segments.slice(0, fixed).map(({ literal = "" }) => `${literal}/`).join("");
  const found: FoundArchive[] = [];
  yield* walk(options, segments.slice(fixed), { prefix, datedFolders: [], isDated: false }, found);
  return found;
}

interface Place {
  /** Of the name so far, with the slash at its end. */
  readonly prefix: string;
  readonly datedFolders: readonly string[];
  readonly isDated: boolean;
}

function* walk(options: ArchiveWalkOptions, [segment, ...below]: readonly NameSegment[], place: Place, found: FoundArchive[]): FileWork<void> {
  if (segment === undefined) {
    return;
  }
  const folder = resolve(options.folder, place.prefix === "" ? "." : place.prefix);
  const entries = yield* list(folder, options);
  const expression = expressionOf(segment.pieces);
  const isDated = place.isDated || segment.hasDate;
  for (const [at, entry] of entries.entries()) {
    if (at % NAMES_AT_ONCE === NAMES_AT_ONCE - 1) {
      yield* step(() => {}, () => setImmediate());
    }
    if (below.length === 0) {
      found.push(...(entry.isFile() ? archiveOf(options, place, folder, entry.name) : []));
    } else if (entry.isDirectory() && expression.test(entry.name)) {
      const datedFolders = isDated ? [resolve(folder, entry.name), ...place.datedFolders] : place.datedFolders;
      yield* walk(options, below, { prefix: `${place.prefix}${entry.name}/`, datedFolders, isDated }, found);
    }
  }
}

function* list(folder: string, options: ArchiveWalkOptions): FileWork<readonly Dirent[]> {
  try {
    return yield* step(
      () => readdirSync(folder, { withFileTypes: true }),
      () => readdir(folder, { withFileTypes: true }),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") {
      options.failed(folder, error as NodeJS.ErrnoException);
    }
    return [];
  }
}

function archiveOf({ pattern, endings, near }: ArchiveWalkOptions, place: Place, folder: string, fileName: string): readonly FoundArchive[] {
  for (const ending of endings) {
    if (fileName.endsWith(ending)) {
      const name = place.prefix + fileName.slice(0, fileName.length - ending.length);
      const parsed = pattern.parse(name, near);
      if (parsed !== undefined) {
        return [{ path: resolve(folder, fileName), time: parsed.time ?? 0, index: parsed.index, ending, datedFolders: place.datedFolders }];
      }
    }
  }
  return [];
}
