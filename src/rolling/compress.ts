import { lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../core/component.js";
import { compressFile, type CompressionTask } from "./compression-job.js";
import { HALF_ENDING, HalfArchive, removeFile } from "./half-archive.js";

const DEFAULT_DIR_MODE = 0o750;

/**
 * Compresses rolled files in the background, one at a time and in order.
 *
 * From the moment a file is taken, a file of the archive's name with `.tmp` behind it tells that it is to be compressed; the
 * archive grows there, gets its name when it is complete and on the disk, and only then the file is removed. So a process
 * may end at any time: `takeUpLeftovers` goes on at the next start. The archive has the mode of the file.
 *
 * Status WARN, and the file stays as it is: the archive's name is taken, or the file is gone. Status ERROR, and it stays:
 * everything else. Source: Logback 1.6, `ch.qos.logback.core.rolling.helper.Compressor`.
 */
export class Compressor {
  readonly #report: Report;
  readonly #queue: Job[] = [];
  #running: Promise<void> | undefined;

  constructor({ report }: { readonly report: Report }) {
    this.#report = report;
  }

  /** Takes a file; once, however often it is called before the archive is done. Throws nothing. */
  add(task: CompressionTask): void {
    if (this.#queue.some((job) => job.task.target === task.target)) {
      return;
    }
    if (exists(task.target)) {
      this.#report.warn(targetExists(task));
      return;
    }
    try {
      mkdirSync(dirname(task.target), { recursive: true, mode: task.dirMode ?? DEFAULT_DIR_MODE });
      new HalfArchive(task.target).close();
    } catch (error) {
      this.#failed(task, error as NodeJS.ErrnoException);
      return;
    }
    this.#queue.push({ task, isStopped: false });
    this.#running ??= this.#runAll();
  }

  /** Files that were taken and are not done. */
  get pending(): number {
    return this.#queue.length;
  }

  /** Resolves when everything taken so far is done or has failed. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Stops at once, for an end: no file or name is changed any more. What is not done is taken up at the next start. */
  abandon(): void {
    for (const job of this.#queue.splice(0)) {
      job.isStopped = true;
    }
  }

  /** Stops at once, for files that are about to get other names: what is not done is forgotten, and no half archive stays. */
  cancel(): void {
    const targets = this.#queue.map(({ task }) => task.target);
    this.abandon();
    for (const target of targets) {
      try {
        removeFile(target + HALF_ENDING);
      } catch {
        // The next archive of that name takes its place.
      }
    }
  }

  async #runAll(): Promise<void> {
    for (let job = this.#queue[0]; job !== undefined; job = this.#queue[0]) {
      await this.#run(job);
      if (this.#queue[0] === job) {
        this.#queue.shift();
      }
    }
    this.#running = undefined;
  }

  async #run(job: Job): Promise<void> {
    const { task } = job;
    const isStopped = (): boolean => job.isStopped;
    try {
      // In a turn of its own: the one that added it goes on writing events.
      await (task.notBefore === undefined ? Promise.resolve() : sleep(Math.max(task.notBefore - performance.now(), 0)));
      if (isStopped()) {
        return;
      }
      if (await compressFile(task, isStopped)) {
        this.#report.info(`Compressed ${task.source} to ${task.target}.`);
      } else if (!isStopped()) {
        this.#report.info(`${task.source} is being compressed by another appender or process; it is left to it.`);
      }
    } catch (error) {
      if (!isStopped()) {
        this.#failed(task, error as NodeJS.ErrnoException);
      }
    }
  }

  #failed(task: CompressionTask, error: NodeJS.ErrnoException): void {
    const { source, target } = task;
    try {
      removeFile(target + HALF_ENDING);
    } catch {
      // What is said below matters more.
    }
    if (error.code === "EEXIST" && exists(target)) {
      this.#report.warn(targetExists(task));
    } else if (!exists(source)) {
      if (!exists(target)) {
        this.#report.warn(`${source} is gone; it could not be compressed to ${target}.`);
      }
    } else {
      this.#report.error(`${source} could not be compressed to ${target}; it stays uncompressed.`, error);
    }
  }
}

interface Job {
  readonly task: CompressionTask;
  isStopped: boolean;
}

function targetExists({ source, target }: CompressionTask): string {
  return `The archive ${target} exists already; ${source} stays uncompressed.`;
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder of the path is a file, or may not be entered.
    return false;
  }
}
