import { closeSync, fdatasync, fdatasyncSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { newStatus, type StatusManager } from "../core/status.js";
import type { AuditSync } from "./audit-event.js";
import type { AuditRecord } from "./audit-record.js";

const ORIGIN = { origin: "audit" };
const FAILED = "audit-sync";

/** What a device, a FIFO or a file system answers that knows no syncing. */
const NOT_SYNCABLE: ReadonlySet<string | undefined> = new Set(["EINVAL", "ENOTSUP", "ENOSYS", "EROFS"]);

/** What a {@link FileSync} is made of. */
export interface FileSyncOptions {
  readonly statusManager: StatusManager;
  /** The file's descriptor now; -1 while there is none. */
  readonly descriptor: () => number;
  /** Nothing waits to be synced any more. */
  readonly atRest: () => void;
}

/**
 * Syncs a file to the disk, and acknowledges the records that are on it by then.
 *
 * Records that come while a sync runs share the next: one writer that waits for each has a sync a record, a thousand
 * writers have a few together. A failed sync is not tried again, because the system forgets what it could not write: its
 * records are rejected.
 */
export class FileSync {
  readonly #options: FileSyncOptions;
  #policy: AuditSync = "never";
  /** Written, and not covered by a sync that was begun. */
  #waiting: AuditRecord[] = [];
  /** Covered by the sync that runs. */
  #covered: AuditRecord[] = [];
  /** Whether something was written since the last sync was begun. */
  #isDirty = false;
  #isRunning = false;
  /** The file that is synced is another one: the answer to an older sync means nothing any more. */
  #file = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FileSyncOptions) {
    this.#options = options;
  }

  /** Whether something that was written is still to be synced. */
  get isPending(): boolean {
    return this.#isDirty || this.#isRunning;
  }

  /** From now on; what was promised to records before still holds. */
  use(policy: AuditSync): void {
    this.#policy = policy;
    if (this.isPending) {
      this.now();
    }
  }

  /** A record was written. */
  wrote(record: AuditRecord, isAtOnce: boolean): void {
    const policy = this.#policy;
    if (policy === "never") {
      record.settle("written");
      return;
    }
    this.#isDirty = true;
    if (policy === "each") {
      this.#waiting.push(record);
    } else {
      record.settle("written");
    }
    if (isAtOnce) {
      this.now();
    } else if (policy === "each") {
      this.#begin();
    } else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#begin();
      }, policy.everyMs).unref();
    }
  }

  /** Syncs before it returns. */
  now(fd: number = this.#options.descriptor()): void {
    if (!this.isPending || fd < 0) {
      return;
    }
    const records = [...this.#covered, ...this.#waiting];
    this.#covered = [];
    this.#waiting = [];
    this.#isDirty = false;
    // What runs in the background is covered by this.
    this.#file++;
    this.#isRunning = false;
    try {
      fdatasyncSync(fd);
      this.#done(records);
    } catch (cause) {
      this.#failed(records, cause as NodeJS.ErrnoException);
    }
    this.#rest();
  }

  /** The file is about to be closed, and another one may stand under its name. */
  leave(fd: number, path: string): void {
    if (this.#policy !== "never" || this.isPending) {
      this.#isDirty = true;
      this.now(fd);
      this.syncFolder(path);
    }
  }

  /** Makes the name of a file last, which syncing the file does not. */
  syncFolder(path: string): void {
    if (this.#policy === "never") {
      return;
    }
    try {
      const folder = openSync(dirname(path), "r");
      try {
        fsyncSync(folder);
      } finally {
        closeSync(folder);
      }
    } catch {
      // Not every system lets a folder be opened or synced; those that do not need no help.
    }
  }

  #begin(): void {
    const fd = this.#options.descriptor();
    if (this.#isRunning || !this.#isDirty || fd < 0) {
      return;
    }
    this.#isRunning = true;
    this.#isDirty = false;
    this.#covered = this.#waiting;
    this.#waiting = [];
    const file = this.#file;
    fdatasync(fd, (error) => {
      if (file === this.#file) {
        this.#answered(error);
      }
    });
  }

  #answered(error: NodeJS.ErrnoException | null): void {
    const records = this.#covered;
    this.#covered = [];
    this.#isRunning = false;
    if (error === null) {
      this.#done(records);
    } else {
      this.#failed(records, error);
    }
    // A timer that ran out meanwhile has begun nothing, and is not set again before the next record.
    if (this.#policy === "each" || this.#timer === undefined) {
      this.#begin();
    }
    this.#rest();
  }

  #done(records: readonly AuditRecord[]): void {
    this.#options.statusManager.resetOnce(FAILED);
    for (const record of records) {
      record.settle("synced");
    }
  }

  #failed(records: readonly AuditRecord[], cause: NodeJS.ErrnoException): void {
    const { statusManager } = this.#options;
    if (NOT_SYNCABLE.has(cause.code)) {
      statusManager.addOnce("audit-not-syncable", newStatus("WARN", `The audit log is no file that can be synced to a disk (${cause.code ?? ""}); its records count as synced when they are written.`, ORIGIN));
      this.#done(records);
      return;
    }
    const text = `The audit log could not be synced to the disk (${cause.code ?? cause.message}): what was written since the last sync may be lost when the machine fails. Said once until it can be synced.`;
    statusManager.addOnce(FAILED, newStatus("ERROR", text, { ...ORIGIN, cause }));
    for (const record of records) {
      record.fail("is written, but could not be synced to the disk.", cause);
    }
  }

  #rest(): void {
    if (!this.isPending) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#options.atRest();
    }
  }
}
