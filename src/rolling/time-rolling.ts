import { statSync } from "node:fs";
import type { Report } from "../core/component.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { ArchiveNames, type ArchiveName } from "./archive-names.js";
import { ArchiveRemover } from "./archive-remover.js";
import { Compressor } from "./compress.js";
import type { FileNamePattern } from "./file-name-pattern.js";
import { takeUpLeftovers } from "./leftovers.js";
import { moveFile } from "./move-file.js";
import { RollingCalendar } from "./rolling-calendar.js";
import type { RollingParent, Rollover } from "./rolling-policy.js";
import { settled } from "./settled.js";
import type { ActiveFile } from "./triggering-policy.js";
import { waiting } from "./waiting.js";

/** What {@link TimeRolling} is made of. */
export interface TimeRollingOptions {
  readonly pattern: FileNamePattern;
  /** Bytes; `Infinity` to roll by time alone, `undefined` where it is missing. */
  readonly maxFileSize: number | undefined;
  /** Periods whose archives are kept beside the present one; 0 for all. */
  readonly maxHistory: number;
  /** Bytes of all archives together; 0 for no limit. */
  readonly totalSizeCap: number;
  readonly cleanHistoryOnStart: boolean;
  readonly report: Report;
}

/**
 * Rolls a file when a period of the clock ends and, with an index in the names, when it is full.
 *
 * The first period after a start is that of the file's last change, and the index goes on from the archives on the disk.
 * A clock that goes back does not end a period, as in Logback. A name that is taken is never written over: the index goes
 * on to the next free one; without an index the archive grows by what rolled.
 *
 * Source: Logback 1.6, `TimeBasedRollingPolicy` and the triggering policies inside it.
 */
export class TimeRolling {
  readonly #options: TimeRollingOptions;
  readonly #problem: string | undefined;
  readonly #maxFileSize: number;
  #running: Running | undefined;
  /** The end of the period: one comparison an event. */
  #nextCheck = Number.POSITIVE_INFINITY;
  /** An instant of the period that the file belongs to. */
  #period = 0;
  #index = 0;

  constructor(options: TimeRollingOptions) {
    this.#options = options;
    this.#maxFileSize = options.maxFileSize ?? Number.POSITIVE_INFINITY;
    this.#problem = problemOf(options);
    if (this.#problem !== undefined) {
      options.report.error(`${this.#problem} The appender cannot be started.`);
    }
  }

  start(parent: RollingParent): string {
    const { pattern } = this.#options;
    if (this.#problem !== undefined) {
      throw new Error(this.#problem);
    }
    if (parent.prudent && pattern.compression !== undefined) {
      throw new Error("Compression is not supported in prudent mode.");
    }
    const running = this.#run(parent, calendarOf(pattern));
    const now = parent.clock.now();
    if (parent.file !== undefined && running.names.matches(parent.file, now)) {
      throw new Error(`The <file> "${parent.file}" collides with the fileNamePattern "${pattern.text}": an archive could have its name.`);
    }
    this.#running = running;
    this.#period = this.#firstPeriod(running, now);
    this.#nextCheck = running.calendar.next(this.#period);
    this.#index = pattern.hasIndex ? firstIndex(running, this.#period) : 0;
    running.path = parent.file ?? running.names.of(this.#period, this.#index).plain;
    if (!parent.prudent) {
      const { compressor, path } = running;
      takeUpLeftovers({ pattern, folder: parent.folder, compressor, dirMode: parent.dirMode, now, report: parent.report, isActive: (name) => name === path });
      running.tidying = compressor.idle();
    }
    if (this.#options.cleanHistoryOnStart) {
      tidyUp(running, now);
    }
    return running.path;
  }

  isTriggeringEvent(file: ActiveFile, event: LoggingEvent): boolean {
    if (event.timestamp >= this.#nextCheck) {
      // An event may carry any time, but no period ends before its time has come.
      if ((this.#running?.parent.clock.now() ?? 0) >= this.#nextCheck) {
        return true;
      }
    }
    return file.reaches(this.#maxFileSize);
  }

  rollover(): Rollover {
    const running = this.#running;
    if (running === undefined) {
      throw new Error("The policy is not started.");
    }
    const { parent, names, path } = running;
    const { compression } = this.#options.pattern;
    const now = parent.clock.now();
    const isOver = now >= this.#nextCheck;
    const period = isOver ? now : this.#period;
    const isMoved = parent.file !== undefined;
    const archive = isMoved ? this.#archiveName(names) : names.of(this.#period, this.#index);
    const index = isOver ? 0 : archive.index + 1;
    const next = isMoved ? { index, plain: path } : nextName(running, period, isOver ? undefined : archive.index);
    if (!isMoved && next.plain === path) {
      // Asked for from outside, while the file has the only name that its period has.
      return { path, undo: () => {}, done: () => {} };
    }
    const moved = isMoved ? moveFile(path, archive.plain, parent.dirMode) : undefined;
    if (moved?.how === "appended") {
      parent.report.warn(`The archive ${archive.plain} existed; what rolled was appended to it.`);
    }
    return {
      path: next.plain,
      undo: moved === undefined ? () => {} : moved.undo,
      done: (isShared) => {
        this.#period = period;
        this.#index = next.index;
        this.#nextCheck = isOver ? running.calendar.next(period) : this.#nextCheck;
        running.path = next.plain;
        if (compression !== undefined) {
          running.compressor.add({ source: archive.plain, target: archive.final, compression, dirMode: parent.dirMode, ...waiting(isShared) });
        }
        tidyUp(running, now);
      },
    };
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#nextCheck = Number.POSITIVE_INFINITY;
    if (running !== undefined) {
      await settled(running.tidying, running.compressor);
    }
  }

  async idle(): Promise<void> {
    await this.#running?.tidying;
  }

  #run(parent: RollingParent, calendar: RollingCalendar): Running {
    const { pattern, maxHistory, totalSizeCap } = this.#options;
    const { folder, report } = parent;
    const running: Running = {
      parent,
      calendar,
      names: new ArchiveNames(pattern, folder),
      compressor: new Compressor({ report }),
      remover:
        maxHistory < 1 ? undefined : new ArchiveRemover({ pattern, calendar, folder, maxHistory, totalSizeCap, report, isActive: (path) => path === running.path }),
      path: "",
      tidying: Promise.resolve(),
    };
    return running;
  }

  /** The file that is there belongs to the period of its last change. */
  #firstPeriod({ parent, calendar }: Running, now: number): number {
    const found = parent.file === undefined ? undefined : statSync(parent.file, { throwIfNoEntry: false });
    if (found?.isFile() !== true) {
      return now;
    }
    const changed = found.mtimeMs;
    if (changed >= calendar.plus(now, 2)) {
      parent.report.warn(`${parent.file ?? ""} was changed in the future, at ${new Date(changed).toISOString()}; it is taken to belong to the present period.`);
      return now;
    }
    return Math.floor(changed);
  }

  #archiveName(names: ArchiveNames): ArchiveName {
    return this.#options.pattern.hasIndex ? names.firstFree(this.#period, this.#index) : names.of(this.#period, 0);
  }
}

/** From start to stop. */
interface Running {
  readonly parent: RollingParent;
  readonly calendar: RollingCalendar;
  readonly names: ArchiveNames;
  readonly compressor: Compressor;
  readonly remover: ArchiveRemover | undefined;
  /** The file that is written now. */
  path: string;
  /** Resolves when nothing is done in the background. */
  tidying: Promise<void>;
}

/** Removes what is too old when archives have their final size. */
function tidyUp(running: Running, now: number): void {
  const { compressor, remover } = running;
  running.tidying = (async () => {
    await compressor.idle();
    await remover?.clean(now);
  })();
}

/** Why the pattern cannot be used. */
function problemOf({ pattern, maxFileSize }: TimeRollingOptions): string | undefined {
  if (maxFileSize === undefined) {
    return "<maxFileSize> is required.";
  }
  if (pattern.primary === undefined) {
    return `Expected %d in the fileNamePattern "${pattern.text}", without "aux".`;
  }
  const calendar = calendarOf(pattern);
  if (calendar.periodicity === "ERRONEOUS") {
    return `The date pattern "${pattern.primary.datePattern}" in the fileNamePattern "${pattern.text}" shows no period: expected one that shows at least the month.`;
  }
  if (!calendar.isCollisionFree) {
    return `The date pattern "${pattern.primary.datePattern}" in the fileNamePattern "${pattern.text}" gives archives of different periods the same name.`;
  }
  if (maxFileSize === Number.POSITIVE_INFINITY && pattern.hasIndex) {
    return `%i in the fileNamePattern "${pattern.text}" needs a size to count by: use SizeAndTimeBasedRollingPolicy with <maxFileSize>, or leave %i out.`;
  }
  if (maxFileSize !== Number.POSITIVE_INFINITY && !pattern.hasIndex) {
    return `Expected %i in the fileNamePattern "${pattern.text}": without it, the files of one period would have the same name.`;
  }
  return undefined;
}

function calendarOf({ primary }: FileNamePattern): RollingCalendar {
  return new RollingCalendar(primary?.datePattern ?? "", primary?.zone);
}

/** Where a start goes on: behind the archives on the disk, or in the last file where names and file are one. */
function firstIndex({ parent, names }: Running, period: number): number {
  const { plain, final } = names.highest(period);
  if (parent.file !== undefined) {
    return Math.max(plain, final) + 1;
  }
  return names.pattern.compression === undefined ? Math.max(plain, 0) : Math.max(plain, final + 1, 0);
}

/**
 * The archive to go on with where there is no other file: with an index behind all that are there, so that none grows
 * beyond its size, except that several processes meet in one.
 *
 * @param full - The last index of the period; `undefined` for a new period.
 */
function nextName({ parent, names }: Running, period: number, full: number | undefined): ArchiveName {
  if (!names.pattern.hasIndex || parent.prudent) {
    return names.of(period, full === undefined ? 0 : full + 1);
  }
  if (full !== undefined) {
    return names.firstFree(period, full + 1);
  }
  const { plain, final } = names.highest(period);
  return names.of(period, Math.max(plain, final) + 1);
}
