import { writeSync } from "node:fs";
import type { Drainable, DrainRegistry } from "../core/lifecycle.js";
import type { SinkCounters } from "../core/sink.js";
import type { StatusManager } from "../core/status.js";
import { Backlog } from "./backlog.js";
import { encoded, type Charset } from "./charset.js";
import { TroubleReport } from "./trouble-report.js";
import { isBusy, writeFully } from "./write-fully.js";

/** How long an event may wait in the buffer when no others follow. */
const FLUSH_MS = 250;
/** How long a full pipe may take nothing before the text is kept in memory instead. */
const STALL_MS = 5_000;

/** Length of text after which a batch is written although it goes on. */
const BATCH_SIZE = 65_536;

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 5_000;
/** A pipe that was full may have room again at any moment. */
const LONGEST_BUSY_RETRY_MS = 250;
const SMALLEST_ROOM_BYTES = 4_096;
const LARGEST_KEPT_ROOM_BYTES = 1024 * 1024;

/** What file and console share, and where they differ. */
export interface DescriptorWriterOptions {
  /** As statuses name it: `the file app.log`. */
  readonly target: string | (() => string);
  readonly origin: string;
  readonly charset: Charset;
  /** Length of text that is collected before it is written; 0 to write every text at once. */
  readonly bufferSize: number;
  readonly drains: DrainRegistry;
  readonly statusManager: StatusManager;
  readonly flushMs?: number | undefined;
  readonly stallMs?: number | undefined;
  /** Whether nothing will ever be written again after this error. */
  readonly isFinal: (error: NodeJS.ErrnoException) => boolean;
  /**
   * Called before a failed write is tried again; may exchange the descriptor.
   *
   * @returns Why there is none now; `undefined` when there is one.
   */
  readonly repair: (error: NodeJS.ErrnoException) => NodeJS.ErrnoException | undefined;
}

/**
 * Writes text to a descriptor, synchronously: unbuffered every text reaches the kernel before `write` returns; buffered
 * the texts are joined, encoded once and written once a chunk.
 *
 * What a failing target does not take is kept within bounds and tried again, with growing pauses, at later writes and by
 * a timer. When the bounds are reached the newest events are dropped and counted: what was kept first is what was logged
 * when the trouble began. A line that was partly written is continued, never cut or doubled.
 */
export class DescriptorWriter implements Drainable {
  /** Bytes in the target, as far as they are known: set when it is opened, counted from there. */
  size = 0;

  readonly #charset: Charset;
  readonly #prefix: string;
  /** Length of text that is collected; 0 writes every text at once. A batch collects in any case. */
  readonly #bufferSize: number;
  readonly #drains: DrainRegistry;
  readonly #flushMs: number;
  readonly #stallMs: number;
  readonly #isFinal: (error: NodeJS.ErrnoException) => boolean;
  readonly #repair: (error: NodeJS.ErrnoException) => NodeJS.ErrnoException | undefined;
  readonly #report: TroubleReport;
  readonly #backlog = new Backlog();
  readonly #rememberError = (error: NodeJS.ErrnoException): void => {
    this.#error = error;
  };
  readonly #tick = (): void => {
    this.#timer = undefined;
    this.#writeOut(0);
  };

  #fd = -1;
  #state: "working" | "failing" | "off" = "off";
  #room: Buffer = Buffer.alloc(0);
  /** The chunk that is collected, and where in it each event ends. */
  #text = "";
  #ends: number[] = [];
  #held = 0;
  #written = 0;
  #dropped = 0;
  #error: NodeJS.ErrnoException = new Error("not opened");
  #retryMs = FIRST_RETRY_MS;
  #retryAt = Number.NEGATIVE_INFINITY;
  #isRegistered = false;
  #inBatch = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DescriptorWriterOptions) {
    this.#charset = options.charset;
    this.#prefix = options.charset.prefix;
    this.#bufferSize = options.bufferSize;
    this.#drains = options.drains;
    this.#flushMs = options.flushMs ?? FLUSH_MS;
    this.#stallMs = options.stallMs ?? STALL_MS;
    this.#isFinal = options.isFinal;
    this.#repair = options.repair;
    this.#report = new TroubleReport(options.statusManager, options.origin, options.target);
  }

  /** -1 while there is none: what comes is kept. */
  get fd(): number {
    return this.#fd;
  }

  /** Whether the target takes nothing now, and what comes is kept. */
  get isFailing(): boolean {
    return this.#state === "failing";
  }

  get counters(): SinkCounters {
    return { written: this.#written, queued: this.#held + this.#backlog.events, dropped: this.#dropped };
  }

  /** Bytes that are sure to follow: at least so many, since some are not encoded yet. */
  get pendingAtLeast(): number {
    return this.#backlog.bytes + Math.floor(this.#text.length * this.#charset.minBytesPerUnit);
  }

  /** Bytes that can follow at most. */
  get pendingAtMost(): number {
    return this.#backlog.bytes + this.#text.length * this.#charset.maxBytesPerUnit;
  }

  /**
   * Goes on with that descriptor.
   *
   * @param size - Bytes that it has already.
   * @param isSameTarget - Whether a line that was begun goes on there; otherwise it begins anew.
   * @returns Bytes of a begun line that stay behind in the old target; the caller may cut them off.
   */
  use(fd: number, size: number, isSameTarget = false): number {
    this.#fd = fd;
    this.size = size;
    if (this.#state === "off" && fd >= 0) {
      this.#state = "working";
    }
    return isSameTarget ? 0 : this.#backlog.restart();
  }

  /** There is no descriptor, for the reason given; what comes is kept until there is one. */
  wait(error: NodeJS.ErrnoException): void {
    this.#fd = -1;
    this.#suspend(error);
  }

  /** Takes one event. Throws nothing. */
  write(text: string): void {
    const line = this.#prefix === "" ? text : this.#prefix + text;
    if (this.#state !== "working") {
      this.#keep(line, true);
    } else if (this.#bufferSize === 0 && !this.#inBatch) {
      this.#put(line, ONE_EVENT, 1);
    } else {
      const whole = this.#text + line;
      this.#text = whole;
      this.#ends[this.#held++] = whole.length;
      if (this.#inBatch) {
        if (whole.length >= BATCH_SIZE) {
          this.#flush();
        }
      } else if (whole.length >= this.#bufferSize || this.#drains.writeThrough) {
        this.#flush();
      } else if (!this.#isRegistered) {
        this.#register();
      }
    }
  }

  /** Collects what comes, to write it at the end of the batch: one write for many events that are there at once. */
  beginBatch(): void {
    this.#inBatch = true;
  }

  endBatch(): void {
    this.#inBatch = false;
    if (this.#bufferSize === 0 || this.#drains.writeThrough) {
      this.#writeOut(this.#stallMs);
    } else if (this.#text !== "" && !this.#isRegistered) {
      this.#register();
    }
  }

  /** Takes text that is no event, and writes it at once. */
  writeExtra(text: string): void {
    if (text === "") {
      return;
    }
    this.#flush();
    this.#keep(this.#prefix + text, false);
  }

  /** Like `writeExtra`, but before anything that is kept: the head of a new target. */
  writeFirst(text: string): void {
    if (text !== "" && this.#state === "failing") {
      this.#backlog.addFirst(encoded(this.#charset, this.#prefix + text));
    } else {
      this.writeExtra(text);
    }
  }

  /** Writes everything held. Where the target takes nothing, it is left for later. */
  drain(): void {
    this.#writeOut(this.#stallMs);
  }

  /**
   * Writes everything held and takes nothing more; what cannot be written is dropped and said. The caller closes the descriptor.
   *
   * @returns Bytes of a line that was begun and will not be finished.
   */
  close(): number {
    this.#writeOut(this.#stallMs);
    const begun = this.#backlog.restart();
    const lost = this.#backlog.clear();
    this.#dropped += lost;
    this.#report.closed(lost);
    this.#state = "off";
    this.#fd = -1;
    this.#room = Buffer.alloc(0);
    this.#release();
    return begun;
  }

  /** Writes what is held now. @param patienceMs - How long to wait for a full pipe whose reader may have stopped. */
  #writeOut(patienceMs: number): void {
    if (this.#state === "failing") {
      this.#retry(patienceMs);
    } else {
      this.#flush();
    }
    if (this.#state !== "failing") {
      this.#release();
    }
  }

  #flush(): void {
    if (this.#text !== "") {
      const [text, held] = [this.#text, this.#held];
      this.#text = "";
      this.#held = 0;
      this.#put(text, this.#ends, held);
    }
  }

  /** Writes a text of `count` events that end at `ends`; the last ends where the text does. */
  #put(text: string, ends: readonly number[], count: number): void {
    const room = this.#roomFor(text.length * this.#charset.maxBytesPerUnit);
    const length = this.#charset.encodeInto(text, room);
    let done: number;
    try {
      // Without an offset: Node.js would check one, which takes a thirtieth of the whole call.
      done = writeSync(this.#fd, room, undefined, length);
    } catch {
      // Tried again below, where patience and the error are dealt with.
      done = 0;
    }
    if (done < length) {
      done += writeFully(this.#fd, room, done, length, this.#stallMs, this.#rememberError);
    }
    this.size += done;
    if (done === length) {
      this.#written += count;
    } else {
      this.#keepRest(text, ends, count, room.subarray(0, length), done);
      this.#suspend(this.#error);
    }
  }

  /** A chunk was written only in part: its unfinished events go to the backlog, each with its own bytes. */
  #keepRest(text: string, ends: readonly number[], count: number, chunk: Uint8Array, done: number): void {
    const bytes = Buffer.from(chunk);
    let start = 0;
    let startUnit = 0;
    for (let index = 0; index < Math.max(count, 1); index++) {
      const isLast = index >= count - 1;
      const endUnit = isLast ? text.length : (ends[index] ?? text.length);
      const end = isLast ? bytes.length : Math.min(start + encoded(this.#charset, text.slice(startUnit, endUnit)).length, bytes.length);
      if (end <= done) {
        this.#written++;
      } else {
        this.#backlog.add(bytes.subarray(start, end), count > 0, Math.max(done - start, 0));
      }
      start = end;
      startUnit = endUnit;
    }
  }

  #keep(text: string, isEvent: boolean): void {
    const isDue = this.#drains.writeThrough || performance.now() >= this.#retryAt;
    if (this.#state === "failing" && isDue) {
      this.#retry(0);
    }
    this.#putOrKeep(text, isEvent);
  }

  #putOrKeep(text: string, isEvent: boolean): void {
    if (this.#state === "working") {
      this.#put(text, ONE_EVENT, isEvent ? 1 : 0);
      return;
    }
    if (this.#state === "failing") {
      const bytes = encoded(this.#charset, text);
      if (this.#backlog.hasRoomFor(bytes.length)) {
        this.#backlog.add(bytes, isEvent);
        return;
      }
      this.#report.dropped();
    }
    this.#dropped += isEvent ? 1 : 0;
  }

  #retry(patienceMs: number): void {
    let patience = patienceMs;
    const missing = this.#repair(this.#error);
    if (missing !== undefined) {
      this.#postpone(missing);
      return;
    }
    while (!this.#backlog.isEmpty) {
      const chunk = this.#backlog.nextChunk();
      const done = writeFully(this.#fd, chunk, 0, chunk.length, patience, this.#rememberError);
      this.size += done;
      this.#written += this.#backlog.advance(done);
      if (done === 0 && chunk.length > 0) {
        this.#postpone(this.#error);
        return;
      }
      // It takes something again: from here on a full pipe deserves patience.
      patience = this.#stallMs;
    }
    this.#state = "working";
    this.#retryMs = FIRST_RETRY_MS;
    this.#report.recovered();
  }

  #postpone(error: NodeJS.ErrnoException): void {
    this.#retryMs = Math.min(this.#retryMs * 2, isBusy(error) ? LONGEST_BUSY_RETRY_MS : LONGEST_RETRY_MS);
    this.#suspend(error);
  }

  #suspend(error: NodeJS.ErrnoException): void {
    this.#error = error;
    if (this.#fd >= 0 && this.#isFinal(error)) {
      this.#dropped += this.#backlog.clear();
      this.#state = "off";
      this.#release();
      this.#report.switchedOff(error);
      return;
    }
    this.#state = "failing";
    this.#retryAt = performance.now() + this.#retryMs;
    this.#register();
    this.#report.failed(error, this.counters.queued);
  }

  /** Something is held: the end of the process must know of it, and a timer must look after it. */
  #register(): void {
    if (!this.#isRegistered) {
      this.#isRegistered = true;
      this.#drains.holds(this);
    }
    this.#wakeIn(this.#state === "failing" ? this.#retryMs : this.#flushMs);
  }

  /** Not called when a full chunk was written, for the next event would only register again: the timer does it when all is calm. */
  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isRegistered) {
      this.#isRegistered = false;
      this.#drains.released(this);
    }
  }

  #wakeIn(ms: number): void {
    this.#timer ??= setTimeout(this.#tick, ms).unref();
  }

  #roomFor(bytes: number): Buffer {
    if (bytes <= this.#room.length) {
      return this.#room;
    }
    const room = Buffer.allocUnsafeSlow(Math.max(SMALLEST_ROOM_BYTES, 2 ** Math.ceil(Math.log2(bytes))));
    if (room.length <= LARGEST_KEPT_ROOM_BYTES) {
      this.#room = room;
    }
    return room;
  }
}

/** Ends of a text that is one event or none: never read, because the last event ends where the text does. */
const ONE_EVENT: readonly number[] = [];
