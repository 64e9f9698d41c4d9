import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { RollingAttempts, type RollingTarget } from "../appender/rolling-attempts.js";
import type { Report } from "../core/component.js";
import type { Drainable } from "../core/lifecycle.js";
import type { LoggerContext } from "../core/logger-context.js";
import { reportTo } from "../core/report-to.js";
import { newStatus } from "../core/status.js";
import { FixedWindowRollingPolicy } from "../rolling/fixed-window-rolling-policy.js";
import { DEFAULT_DIR_MODE, FileSink } from "../sink/file-sink.js";
import type { AuditFileSettings } from "./audit-event.js";
import type { AuditRecord } from "./audit-record.js";
import { FileSync } from "./file-sync.js";

/** Name of the appender in Open-Xchange; statuses come from it. */
const NAME = "Slf4jAuditLogAppender";
/** Audit records are nobody else's business. */
const MODE = 0o600;
const OTHERS = 0o077;
const FULL = "audit-full";
/** What {@link RollingAttempts} says once until it rolls. */
const ROLLING = `rolling:${NAME}`;
/** How often it is looked whether a full disk takes records again. */
const LOOK_MS = 50;
/** How long the natural end of the process, or a signal, waits for a disk that is full. */
const FINISH_MS = 5_000;

/**
 * The file of the dedicated mode, with its archives `.1`, the newest, to `.N`.
 *
 * Every record is one write, made within the call. While the disk is full, records wait, and what was begun is finished
 * first: none is cut, doubled or overtaken. They are 8,192, or 16 MiB, at most; what is more is rejected, counted and said.
 */
export class AuditFile implements Drainable {
  readonly #context: LoggerContext;
  readonly #report: Report;
  readonly #sink: FileSink;
  readonly #sync: FileSync;
  #attempts: RollingAttempts;
  #settings: AuditFileSettings;
  #target: RollingTarget;
  /** Records that the sink keeps because the disk takes nothing, the oldest first. */
  #waiting: AuditRecord[] = [];
  /** What the sink dropped, as far as it was dealt with. */
  #dropped = 0;
  #lost = 0;
  /** Of the sink's, those that were told of, or were another file's. */
  #foreignGrowths = 0;
  /** Records that were logged while another was being written, by whoever listens to statuses. */
  readonly #later: (readonly [text: string, record: AuditRecord])[] = [];
  #isWriting = false;
  /** Is told when it has closed; set while it is to close as soon as nothing waits. */
  #closed: (() => void) | undefined;
  #isRegistered = false;
  #timer: NodeJS.Timeout | undefined;

  /**
   * Opens it.
   *
   * @throws The system's error when that is refused, RangeError for a path that archives cannot have.
   */
  constructor(context: LoggerContext, settings: AuditFileSettings) {
    this.#context = context;
    this.#settings = settings;
    const { drains, statusManager } = context;
    this.#report = reportTo(statusManager, { origin: NAME });
    this.#attempts = this.#newAttempts();
    this.#sync = new FileSync({
      statusManager,
      descriptor: () => this.#sink.descriptor,
      atRest: () => {
        this.#release();
      },
    });
    this.#sink = new FileSink({
      path: settings.location,
      origin: NAME,
      drains,
      statusManager,
      mode: MODE,
      header: () => this.#header(),
      headsReplacements: true,
      beforeClose: (fd) => {
        this.#settleWritten();
        this.#sync.leave(fd, this.#sink.path);
      },
    });
    this.#target = this.#targetOf(settings);
    this.#sink.open();
    this.#sync.use(settings.sync);
    this.#sync.syncFolder(this.#sink.path);
  }

  /** Records that wait for a disk that is full. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Records that were lost, each of them rejected. */
  get lost(): number {
    return this.#lost;
  }

  /**
   * Goes on with other settings; what waits goes with it. Where it was about to close, it stays.
   *
   * @throws The system's error when another file cannot be opened: everything stays as it is.
   */
  change(settings: AuditFileSettings): void {
    const target = this.#targetOf(settings);
    if (resolve(settings.location) !== this.#sink.path) {
      this.#sink.exchange({ path: settings.location });
      this.#attempts = this.#newAttempts();
      this.#foreignGrowths = this.#sink.foreignGrowths;
      this.#sync.syncFolder(this.#sink.path);
      this.#sink.drain();
    }
    this.#closed = undefined;
    this.#settings = settings;
    this.#target = target;
    this.#sync.use(settings.sync);
    this.#settleWritten();
  }

  /** Writes a record, and settles it as soon as it is known what became of it. */
  write(text: string, record: AuditRecord): void {
    this.#later.push([text, record]);
    if (this.#isWriting) {
      return;
    }
    this.#isWriting = true;
    try {
      for (let next = this.#later.shift(); next !== undefined; next = this.#later.shift()) {
        this.#put(...next);
      }
    } finally {
      this.#isWriting = false;
    }
  }

  drain(): void {
    this.#sink.drain();
    this.#settleWritten();
    this.#sync.now();
    this.#closeIfDone();
  }

  /** Closes when nothing waits any more, which may be now, and tells so. Nothing is written in the meantime. */
  closeWhenDone(closed: () => void): void {
    this.#closed = closed;
    this.drain();
  }

  async finish(): Promise<void> {
    const end = performance.now() + FINISH_MS;
    while (this.#waiting.length > 0 && performance.now() < end) {
      await new Promise((done) => {
        setTimeout(done, LOOK_MS);
      });
      this.drain();
    }
  }

  abandon(): void {
    const records = this.#waiting.splice(0);
    if (records.length > 0) {
      const text = `${records.length} audit records, from number ${records[0]?.sequenceNumber ?? 0} on, could not be written to ${this.#sink.path} and are lost.`;
      this.#context.statusManager.error(text, { origin: NAME });
      this.#fail(records, "is lost: the disk took nothing until the end.");
    }
  }

  /** Writes what waits if it can be written, syncs if that was promised, and closes. */
  close(): void {
    const closed = this.#closed;
    this.#closed = undefined;
    this.drain();
    this.#sink.close();
    this.abandon();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#release();
    closed?.();
  }

  #closeIfDone(): void {
    if (this.#closed !== undefined && this.#waiting.length === 0) {
      this.close();
    }
  }

  /** What failed with one file is no matter of another. */
  #newAttempts(): RollingAttempts {
    const { statusManager } = this.#context;
    statusManager.resetOnce(ROLLING);
    return new RollingAttempts(NAME, statusManager);
  }

  /** What stands before the first record of a file that is opened, which is asked for each, whoever made it. */
  #header(): string {
    const { path, kind, descriptor } = this.#sink;
    if (kind !== "file") {
      return "";
    }
    const isCut = endsWithinLine(path);
    if (isCut) {
      this.#report.warn(`${path} ends within a line, as when a machine fails. The next record begins a new one.`);
    }
    const { mode } = fstatSync(descriptor);
    if (process.platform !== "win32" && (mode & OTHERS) !== 0) {
      // Once: where files have no modes, each that the audit log makes is as open.
      const text = `${path} was there already, and is open to others than the process's user (mode ${(mode & 0o777).toString(8)}). It is written to as it is.`;
      this.#context.statusManager.addOnce(text, newStatus("WARN", text, { origin: NAME }));
    }
    return isCut ? "\n" : "";
  }

  #put(text: string, record: AuditRecord): void {
    if (this.#sink.reaches(this.#settings.size) || this.#attempts.isOverdue) {
      this.#attempts.rollUnlessPaused(this.#target);
    }
    if (this.#sink.foreignGrowths > this.#foreignGrowths) {
      this.#foreignGrowths = this.#sink.foreignGrowths;
      const shared = `Somebody else writes to ${this.#sink.path}, too, and does not notice when it rolls. Give each process a file of its own.`;
      this.#context.statusManager.addOnce(shared, newStatus("WARN", shared, { origin: NAME }));
    }
    this.#sink.write(text);
    this.#waiting.push(record);
    this.#settleWritten();
  }

  /** Acknowledges what the sink has written: it works in order, and drops only what comes when it can keep no more. */
  #settleWritten(): void {
    const { queued, dropped } = this.#sink.counters;
    const lost = dropped - this.#dropped;
    this.#dropped = dropped;
    const refused = lost > 0 ? this.#waiting.splice(Math.max(this.#waiting.length - lost, 0)) : [];
    const written = this.#waiting.splice(0, Math.max(this.#waiting.length - queued, 0));
    for (const record of written) {
      this.#sync.wrote(record, this.#context.drains.writeThrough);
    }
    if (refused.length > 0) {
      const text = `The disk takes nothing, and no more audit records can wait for ${this.#sink.path}: from number ${refused[0]?.sequenceNumber ?? 0} on they are lost, and their callers told. Said once until the disk takes records again.`;
      this.#context.statusManager.addOnce(FULL, newStatus("ERROR", text, { origin: NAME }));
      this.#fail(refused, "is lost: the disk takes nothing, and no more records can wait.");
    }
    if (written.length > 0) {
      this.#context.statusManager.resetOnce(FULL);
    }
    if (this.#waiting.length > 0) {
      this.#hold();
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#settleWritten();
        this.#closeIfDone();
      }, LOOK_MS).unref();
    } else if (this.#sync.isPending) {
      this.#hold();
    } else {
      this.#release();
    }
  }

  #fail(records: readonly AuditRecord[], reason: string): void {
    this.#lost += records.length;
    for (const record of records) {
      record.fail(reason);
    }
  }

  #targetOf({ location, count }: AuditFileSettings): RollingTarget {
    const { clock } = this.#context;
    const file = resolve(location);
    if (file.includes("%") || (sep === "/" && file.includes("\\"))) {
      throw new RangeError(`Expected a path without "%" and "\\", which names of archives cannot have, got ${location}.`);
    }
    const policy = new FixedWindowRollingPolicy({ fileNamePattern: `${file}.%i`, maxIndex: count, largestWindow: count });
    policy.start({ name: NAME, file, folder: dirname(file), prudent: false, dirMode: DEFAULT_DIR_MODE, clock, report: this.#report });
    // True, so that of others who write only this class tells: the advice for appenders is none for the audit log.
    return { sink: this.#sink, policy, encoder: undefined, prudent: true };
  }

  #hold(): void {
    if (!this.#isRegistered) {
      this.#isRegistered = true;
      this.#context.drains.holds(this);
    }
  }

  #release(): void {
    if (this.#isRegistered && this.#waiting.length === 0 && !this.#sync.isPending) {
      this.#isRegistered = false;
      this.#context.drains.released(this);
    }
  }
}

/** A file that cannot be read is taken as it is. */
function endsWithinLine(path: string): boolean {
  let fd: number | undefined;
  try {
    fd = openSync(path, "r");
    const last = Buffer.alloc(1);
    return readSync(fd, last, 0, 1, Math.max(fstatSync(fd).size - 1, 0)) === 1 && last.toString("latin1") !== "\n";
  } catch {
    return false;
  } finally {
    if (fd !== undefined) {
      closeSync(fd);
    }
  }
}
