import { closeSync, fstatSync, ftruncateSync, type Stats } from "node:fs";
import { resolve } from "node:path";
import type { DrainRegistry } from "../core/lifecycle.js";
import type { Sink, SinkCounters } from "../core/sink.js";
import { newStatus, type StatusManager } from "../core/status.js";
import { UTF_8, type Charset } from "./charset.js";
import { DescriptorWriter } from "./descriptor-writer.js";
import { identify, openLogFile, type LogFileOptions, type OpenedLogFile } from "./open-log-file.js";

/** How often at most the path is looked at for another file. */
const LOOK_MS = 1_000;
/** In a loop that lets no timer run, the clock is read once in so many events. A power of two. */
const EVENTS_A_CLOCK_READING = 512;

export const DEFAULT_FILE_MODE = 0o640;
export const DEFAULT_DIR_MODE = 0o750;

/** What a {@link FileSink} is made of; everything but the first four has a default. */
export interface FileSinkOptions {
  readonly path: string;
  /** Named as the origin of statuses. */
  readonly origin: string;
  readonly drains: DrainRegistry;
  readonly statusManager: StatusManager;
  /** False empties the file when it is opened. True unless given. */
  readonly append?: boolean;
  /** Length of text that is collected before it is written; 0, the default, writes every event at once. */
  readonly bufferSize?: number;
  /** UTF-8 unless given. */
  readonly charset?: Charset;
  /** 0640 unless given. */
  readonly mode?: number;
  /** 0750 unless given. */
  readonly dirMode?: number;
  readonly followSymlinks?: boolean;
  /** Text at the head of every file that is opened, also when it holds something already, as in Logback. */
  readonly header?: () => string;
  /** Whether one that somebody else put in the place of ours gets the header although it holds something. False unless given. */
  readonly headsReplacements?: boolean;
  /** Called with a descriptor that was written to and is about to be closed: the last moment to have it synced. */
  readonly beforeClose?: (fd: number) => void;
  readonly lookMs?: number;
  readonly flushMs?: number;
  readonly stallMs?: number;
}

/** How {@link FileSink.exchange} goes on. */
export interface FileExchange {
  /** The file to go on with; the same path unless given. */
  readonly path?: string;
  /** False empties it. True unless given. */
  readonly append?: boolean;
  /** Runs between the last event of the old file, which is still open, and the first of the next: the moment to rename. */
  readonly between?: () => FileMove | undefined;
}

/** What was done between two files. */
export interface FileMove {
  /** The file to go on with, where only now it is known. */
  readonly path?: string;
  /** Takes the move back: called when the next file cannot be opened, and the old one is written on. */
  readonly undo?: (() => void) | undefined;
}

const NOTHING: OpenedLogFile = { fd: -1, kind: "file", size: 0, dev: 0, ino: 0, notes: [] };

const NO_READER: NodeJS.ErrnoException = Object.assign(new Error("The FIFO has no reader."), { code: "ENXIO" });

/** After these the descriptor is of no use, even if the path still means the same file. */
const DEAD_DESCRIPTOR: ReadonlySet<string | undefined> = new Set(["EBADF", "ESTALE", "EPIPE"]);

/**
 * Writes to a file, a FIFO or a character device; `/dev/stdout` and `/dev/stderr` mean the descriptors 1 and 2.
 *
 * Always with `O_APPEND`, so that several processes can share a file, and one that is truncated goes on at its new end.
 * A file that was renamed or removed from outside is noticed within a second, at the next event, and opened anew.
 */
export class FileSink implements Sink {
  readonly #options: FileSinkOptions;
  readonly #writer: DescriptorWriter;
  readonly #lookMs: number;
  #path: string;
  /** Between `open` and `close`, also while there is no file because the next could not be opened. */
  #isOpen = false;
  #opened: OpenedLogFile = NOTHING;
  #lookIsDue = false;
  #lookTimer: NodeJS.Timeout | undefined;
  /** No 0: V8 tells whole numbers from others, and would compile everything anew at the first that is none. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #events = 0;
  #foreignGrowths = 0;

  constructor(options: FileSinkOptions) {
    this.#options = options;
    this.#path = resolve(options.path);
    this.#lookMs = options.lookMs ?? LOOK_MS;
    const { origin, drains, statusManager, flushMs, stallMs } = options;
    this.#writer = new DescriptorWriter({
      target: () => `the file ${this.#path}`,
      origin,
      drains,
      statusManager,
      flushMs,
      stallMs,
      charset: options.charset ?? UTF_8,
      bufferSize: options.bufferSize ?? 0,
      isFinal: ({ code }) => this.#opened.kind === "inherited" && DEAD_DESCRIPTOR.has(code),
      repair: (error) => this.#repair(error),
    });
  }

  /** Absolute path of the file. */
  get path(): string {
    return this.#path;
  }

  /** Bytes in the file and not in memory: exact while nobody else writes to it, and looked up once a second. */
  get size(): number {
    return this.#writer.size;
  }

  get counters(): SinkCounters {
    return this.#writer.counters;
  }

  /** What is written to; -1 while there is nothing. It changes with the file. */
  get descriptor(): number {
    return this.#writer.fd;
  }

  /** What is open; `undefined` while nothing is. */
  get kind(): OpenedLogFile["kind"] | undefined {
    return this.#opened === NOTHING ? undefined : this.#opened.kind;
  }

  /** How often a look at a file showed that somebody else had added to it. */
  get foreignGrowths(): number {
    return this.#foreignGrowths;
  }

  /**
   * Looks what the path means now. While it is the file that is open, its size is taken over, and growth by others counted.
   *
   * @returns False when somebody else renamed or removed the file.
   */
  checkPlace(): boolean {
    const { kind, dev, ino } = this.#opened;
    if (kind === "inherited") {
      return true;
    }
    let found: Stats | undefined;
    try {
      found = identify(this.#path, this.#options.followSymlinks ?? false);
    } catch {
      // A folder on the way was exchanged for something else: the file is not there.
    }
    if (found === undefined || found.dev !== dev || found.ino !== ino) {
      return false;
    }
    if (kind === "file") {
      // Others may have appended to it or cut it.
      this.#foreignGrowths += found.size > this.#writer.size ? 1 : 0;
      this.#writer.size = found.size;
    }
    return true;
  }

  /**
   * Whether the file, with all that is held back for it, has at least so many bytes. Exact, and nearly free: only close
   * to the limit, where lengths cannot tell, what is held back is written to be counted.
   *
   * While the file takes nothing, what is in it counts alone: what is held back may as well go to the next.
   */
  reaches(bytes: number): boolean {
    const writer = this.#writer;
    if (writer.size + writer.pendingAtMost < bytes) {
      return false;
    }
    if (writer.isFailing) {
      return writer.size >= bytes;
    }
    if (writer.size + writer.pendingAtLeast >= bytes) {
      return true;
    }
    writer.drain();
    return writer.size >= bytes;
  }

  /** @param path - The file to open, where it is another than before. */
  open(path?: string): void {
    this.openBeside(path);
    this.takeOver();
  }

  /** Opens the file while somebody else in this process may still write to it: leaves all as it is until `takeOver`. */
  openBeside(path: string = this.#path): void {
    this.#path = resolve(path);
    this.#begin(openLogFile(this.#fileOptions(true)), false);
    this.#isOpen = true;
  }

  /** Empties the file where that is wanted, and writes the header. @throws The system's error when it cannot be emptied. */
  takeOver(): void {
    const { fd, kind } = this.#opened;
    if (kind === "file" && this.#options.append === false) {
      ftruncateSync(fd);
    }
    this.#writer.size = kind === "file" ? fstatSync(fd).size : 0;
    this.#writer.writeFirst(this.#options.header?.() ?? "");
  }

  write(text: string): void {
    if (this.#lookIsDue || (++this.#events & (EVENTS_A_CLOCK_READING - 1)) === 0) {
      this.#look();
    }
    this.#writer.write(text);
  }

  writeExtra(text: string): void {
    this.#writer.writeExtra(text);
  }

  beginBatch(): void {
    this.#writer.beginBatch();
  }

  endBatch(): void {
    this.#writer.endBatch();
  }

  drain(): void {
    this.#writer.drain();
  }

  /** Closes the file and opens its path anew, for a program that renamed it and says so. */
  reopen(): void {
    if (this.#opened !== NOTHING && this.#opened.kind !== "inherited") {
      this.#writer.drain();
      this.#reopen();
    }
  }

  /**
   * Writes what is held, lets `between` rename the file, opens the next and closes the old: all between two events.
   *
   * When the old file takes nothing any more, what is held goes to the next, and a line that was begun is cut off the
   * old one. Does nothing while the sink is not open.
   *
   * Where the next file cannot be opened and the move cannot be undone, what comes is kept, and opening is tried again
   * and again, like a failing write.
   *
   * @throws What `between` throws, and the system's error when the next file cannot be opened and nothing was moved, or
   * the move was undone: the old file is written on.
   */
  exchange({ path, append = true, between }: FileExchange): void {
    if (!this.#isOpen) {
      return;
    }
    this.#writer.drain();
    const move = between?.();
    const before = this.#path;
    const next = move?.path ?? path;
    this.#path = next === undefined ? before : resolve(next);
    let opened: OpenedLogFile;
    try {
      opened = openLogFile(this.#fileOptions(append));
    } catch (error) {
      if (between === undefined || move?.undo !== undefined) {
        this.#path = before;
        move?.undo?.();
        throw error;
      }
      this.#leave(this.#writer.size, this.#writer.use(-1, 0));
      this.#writer.wait(error as NodeJS.ErrnoException);
      return;
    }
    this.#leave(this.#writer.size, this.#writer.use(-1, 0));
    this.#begin(opened, true);
  }

  close(): void {
    clearTimeout(this.#lookTimer);
    this.#lookTimer = undefined;
    this.#lookIsDue = false;
    this.#isOpen = false;
    const begun = this.#writer.close();
    this.#leave(this.#writer.size, begun);
  }

  #fileOptions(append: boolean): LogFileOptions {
    const { mode = DEFAULT_FILE_MODE, dirMode = DEFAULT_DIR_MODE, followSymlinks = false } = this.#options;
    return { path: this.#path, append, mode, dirMode, followSymlinks };
  }

  #begin(opened: OpenedLogFile, withHeader: boolean): void {
    this.#opened = opened;
    const { statusManager, origin } = this.#options;
    for (const { level, text } of opened.notes) {
      // Once for a path, however many appenders write there.
      statusManager.addOnce(text, newStatus(level, text, { origin }));
    }
    this.#expectLook();
    if (opened.fd < 0) {
      this.#writer.wait(NO_READER);
    } else {
      this.#writer.use(opened.fd, opened.size);
    }
    if (withHeader) {
      this.#writer.writeFirst(this.#options.header?.() ?? "");
    }
  }

  /** The writer failed and will try again: perhaps another file is there by now. */
  #repair({ code }: NodeJS.ErrnoException): NodeJS.ErrnoException | undefined {
    const { kind, fd } = this.#opened;
    if (kind !== "inherited" && (fd < 0 || DEAD_DESCRIPTOR.has(code) || !this.checkPlace())) {
      return this.#reopen(code);
    }
    return undefined;
  }

  /** Looks, at most once a second, whether the path still means the file that is open. */
  #look(): void {
    const now = performance.now();
    if (this.#opened === NOTHING || this.#opened.kind === "inherited" || (!this.#lookIsDue && now - this.#lookedAt < this.#lookMs)) {
      return;
    }
    this.#lookedAt = now;
    this.#lookIsDue = false;
    this.#expectLook();
    if (!this.checkPlace()) {
      this.#writer.drain();
      // Where the writer failed, it may have found the other file itself.
      if (!this.checkPlace()) {
        this.#reopen();
      }
    }
  }

  #expectLook(): void {
    if (this.#opened.kind !== "inherited" && this.#lookTimer === undefined) {
      this.#lookTimer = setTimeout(() => {
        this.#lookIsDue = true;
      }, this.#lookMs).unref();
    } else {
      this.#lookTimer?.refresh();
    }
  }

  /** @param code - The error that the open descriptor gave, if any. @returns Why nothing is open now. */
  #reopen(code?: string): NodeJS.ErrnoException | undefined {
    const { statusManager, origin } = this.#options;
    const { fd, kind, dev, ino } = this.#opened;
    let next: OpenedLogFile;
    try {
      next = openLogFile(this.#fileOptions(true));
    } catch (cause) {
      if (fd >= 0 && !DEAD_DESCRIPTOR.has(code)) {
        const text = `${this.#path} is no longer the file that is open, and could not be opened anew; the old file is written on.`;
        statusManager.addOnce(`${origin}:${text}`, newStatus("WARN", text, { origin, cause }));
        return undefined;
      }
      return cause as NodeJS.ErrnoException;
    }
    const { size } = this.#writer;
    const isSame = kind === "file" && next.kind === "file" && next.dev === dev && next.ino === ino;
    const begun = this.#writer.use(next.fd, next.size, isSame);
    if (code === "EBADF") {
      // The number may belong to someone else by now.
      this.#opened = NOTHING;
    }
    this.#leave(size, begun);
    if (next.fd < 0) {
      this.#opened = next;
      return NO_READER;
    }
    this.#begin(next, next.kind === "file" && !isSame && (next.size === 0 || this.#options.headsReplacements === true));
    return undefined;
  }

  /** Closes the file. A line that was begun, and begins anew elsewhere or never, is cut off where that is safe. */
  #leave(size: number, begun: number): void {
    const { fd, kind } = this.#opened;
    this.#opened = NOTHING;
    if (fd < 0 || kind === "inherited") {
      return;
    }
    try {
      if (begun > 0 && kind === "file" && fstatSync(fd).size === size) {
        ftruncateSync(fd, size - begun);
      }
      this.#options.beforeClose?.(fd);
      closeSync(fd);
    } catch {
      // The descriptor was closed by someone else, or an old write is reported late: nothing can be done about it here.
    }
  }
}
