import { lstatSync, unlinkSync } from "node:fs";
import type { Report } from "../core/component.js";
import { archivesOnDisk } from "./archive-walk.js";
import type { Compressor } from "./compress.js";
import type { FileNamePattern } from "./file-name-pattern.js";
import { runSync } from "./file-steps.js";
import { HALF_ENDING, isSame, removeFile } from "./half-archive.js";

/** Where to look for work that an earlier process left. */
export interface LeftoverOptions {
  readonly pattern: FileNamePattern;
  /** Absolute; the names of a relative pattern lie below it. */
  readonly folder: string;
  readonly compressor: Compressor;
  readonly dirMode: number;
  /** The present time. */
  readonly now: number;
  readonly report: Report;
  /** The file that is written now is not compressed. */
  isActive(path: string): boolean;
}

const HALF_ENDINGS = [".gz", ".zip", ".xz"].map((ending) => ending + HALF_ENDING);

/**
 * Goes on with what an earlier process did not get done: removes half archives, and has the files compressed that they were
 * made from. Where only the removal of such a file was missing, that is done.
 *
 * At once, so that it is over before the first file rolls: for the start of an appender. Throws nothing.
 */
export function takeUpLeftovers(options: LeftoverOptions): void {
  const { pattern, folder, compressor, dirMode, now, report } = options;
  const plain = pattern.withCompression(undefined);
  const failed = (place: string, cause: unknown): void => {
    report.warn(`${place} could not be searched for archives that an earlier process left half made (${String(cause)}).`);
  };
  for (const { path, ending } of runSync(archivesOnDisk({ pattern: plain, folder, endings: HALF_ENDINGS, near: now, failed }))) {
    try {
      const source = path.slice(0, -ending.length);
      const target = path.slice(0, -HALF_ENDING.length);
      const found = lstatSync(source, { throwIfNoEntry: false });
      const isComplete = isSame(lstatSync(path, { throwIfNoEntry: false }), lstatSync(target, { throwIfNoEntry: false }));
      const isUsable = found?.isFile() === true && !options.isActive(source);
      if (isComplete && isUsable) {
        unlinkSync(source);
      }
      removeFile(path);
      if (!isComplete && isUsable && pattern.compression !== undefined) {
        compressor.add({ source, target: `${source}.${pattern.compression}`, compression: pattern.compression, dirMode });
        report.info(`${source} was not compressed by an earlier process; it is taken up again.`);
      } else {
        report.info(`Removed ${path}, which an earlier process left behind for ${target}.`);
      }
    } catch (cause) {
      report.warn(`${path}, left behind by an earlier process, could not be cleared away (${String(cause)}).`);
    }
  }
}
