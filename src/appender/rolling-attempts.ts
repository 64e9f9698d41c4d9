import type { Encoder } from "../core/encoder.js";
import { newStatus, type StatusManager } from "../core/status.js";
import type { RollingPolicy, Rollover } from "../rolling/rolling-policy.js";
import { underRollLock } from "../rolling/roll-lock.js";
import type { FileSink } from "../sink/file-sink.js";
import { errorCode } from "../util/error-code.js";
import { thrownMessage } from "../util/thrown-message.js";
import { footerOf, headerOf } from "./output.js";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Another process renames files now, which takes a moment. */
const BUSY_PAUSE_MS = 10;
/** At a reload the appender before this one writes what it still holds. */
const ALLOWED_GROWTHS = 1;

/** What rolls, and by which rules. */
export interface RollingTarget {
  readonly sink: FileSink;
  readonly policy: RollingPolicy;
  readonly encoder: Encoder | undefined;
  /** Whether other processes may write to the file. */
  readonly prudent: boolean;
  /** Whether rolling renames files, which only one process may do at a time. True unless given. */
  readonly isRenamed?: boolean;
}

/** Rolls a file, and tries again later what failed: with growing pauses, and with the old file until then. */
export class RollingAttempts {
  readonly #name: string;
  readonly #statusManager: StatusManager;
  #isOverdue = false;
  #pauseMs = FIRST_PAUSE_MS;
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(name: string, statusManager: StatusManager) {
    this.#name = name;
    this.#statusManager = statusManager;
  }

  /** Whether a roll failed that is still to be done. */
  get isOverdue(): boolean {
    return this.#isOverdue;
  }

  /** Rolls, unless that failed a moment ago. */
  rollUnlessPaused(target: RollingTarget): void {
    if (performance.now() >= this.#nextAt) {
      this.roll(target);
    }
  }

  /** Rolls now, unless another process is at it. Throws nothing. */
  roll(target: RollingTarget): void {
    const { sink, isRenamed = true } = target;
    if (!isRenamed) {
      this.#roll(target);
    } else if (!underRollLock(sink.path, () => { this.#roll(target); })) {
      this.#isOverdue = true;
      this.#nextAt = performance.now() + BUSY_PAUSE_MS;
    }
  }

  #roll({ sink, policy, encoder, prudent }: RollingTarget): void {
    const { path, kind } = sink;
    if (kind === undefined) {
      // Nothing is open: that is tried again by itself, and nothing can be put aside until then.
      return;
    }
    if (kind !== "file") {
      this.#once("WARN", `${path} is no regular file; it does not roll.`);
      return;
    }
    if (!sink.checkPlace()) {
      this.#once("WARN", `${path} was renamed or removed by somebody else. It is opened anew and rolls when it is due again; let one of the two do it.`);
      sink.reopen();
      this.#isOverdue = false;
      return;
    }
    const isShared = sink.foreignGrowths > 0;
    if (!prudent && sink.foreignGrowths > ALLOWED_GROWTHS) {
      this.#once("WARN", `Somebody else writes to ${path} too, who does not notice when it rolls. Give each process a file of its own, or set <prudent> in all of them.`);
    }
    const footer = footerOf(encoder);
    sink.writeExtra(footer);
    let rollover: Rollover | undefined;
    try {
      sink.exchange({
        between: () => {
          rollover = policy.rollover();
          return rollover;
        },
      });
    } catch (cause) {
      sink.writeExtra(footer === "" ? "" : headerOf(encoder));
      this.#failed(path, cause);
      return;
    }
    this.#succeeded(path);
    try {
      rollover?.done(isShared);
    } catch (cause) {
      const text = `${path} rolled, but its archive could not be dealt with (${reason(cause)}).`;
      this.#statusManager.addOnce(`archive:${this.#name}`, newStatus("WARN", text, { origin: this.#name, cause }));
    }
  }

  #failed(path: string, cause: unknown): void {
    this.#isOverdue = true;
    this.#nextAt = performance.now() + this.#pauseMs;
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    this.#once("ERROR", `${path} could not be rolled (${reason(cause)}); it is written on, and rolling is tried again.`, cause);
  }

  #succeeded(path: string): void {
    // Another process that was at it was no failure.
    if (this.#pauseMs > FIRST_PAUSE_MS) {
      this.#statusManager.info(`${path} rolled at last.`, { origin: this.#name });
      this.#statusManager.resetOnce(this.#failureKey);
    }
    this.#isOverdue = false;
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#nextAt = Number.NEGATIVE_INFINITY;
  }

  #once(level: "WARN" | "ERROR", message: string, cause?: unknown): void {
    const key = level === "ERROR" ? this.#failureKey : `${this.#name}:${message}`;
    this.#statusManager.addOnce(key, newStatus(level, message, { origin: this.#name, cause }));
  }

  get #failureKey(): string {
    return `rolling:${this.#name}`;
  }
}

/** A policy of somebody else may throw anything. */
function reason(cause: unknown): string {
  return errorCode(cause) ?? thrownMessage(cause);
}
