import type { StatusManager } from "../core/status.js";
import { MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "./backlog.js";

const MOST_OFTEN_MS = 60_000;

/** Says that a target cannot be written, at most once a minute, and that it can again. */
export class TroubleReport {
  readonly #statusManager: StatusManager;
  readonly #origin: string;
  readonly #nameTarget: () => string;
  #lastSaid = Number.NEGATIVE_INFINITY;
  #failureIsSaid = false;
  #dropped = 0;
  #droppedSaid = 0;

  constructor(statusManager: StatusManager, origin: string, target: string | (() => string)) {
    this.#statusManager = statusManager;
    this.#origin = origin;
    this.#nameTarget = typeof target === "string" ? () => target : target;
  }

  /** An event was dropped because the bounds were reached. */
  dropped(): void {
    this.#dropped++;
  }

  /** A write failed; called at every attempt. */
  failed(cause: NodeJS.ErrnoException, queued: number): void {
    if (!this.#isDue()) {
      return;
    }
    this.#failureIsSaid = true;
    // A pipe that nobody reads yet is no failure.
    const [say, code] = cause.code === "ENXIO" ? (["warn", "ENXIO: it has no reader"] as const) : (["error", cause.code ?? cause.name] as const);
    const bounds = `at most ${String(MOST_KEPT_EVENTS)} events or ${String(MOST_KEPT_BYTES / 1024 / 1024)} MiB; newer ones are dropped`;
    this.#statusManager[say](`Cannot write to ${this.#nameTarget()} (${code}); it is tried again. ${eventsAre(queued)} kept in memory (${bounds}), ${this.#droppedSoFar()}.`, {
      origin: this.#origin,
      cause,
    });
  }

  /** Everything that was kept is out. */
  recovered(): void {
    // The end of a failure that was said is always said, that of a silent one only where it cost something.
    if (this.#failureIsSaid || (this.#dropped > this.#droppedSaid && this.#isDue())) {
      this.#statusManager.info(`Writing to ${this.#nameTarget()} again; nothing is held back, ${this.#droppedSoFar()}.`, { origin: this.#origin });
    }
    this.#failureIsSaid = false;
  }

  /** It will never be written again: said once. */
  switchedOff(cause: NodeJS.ErrnoException): void {
    this.#statusManager.error(`Nobody reads ${this.#nameTarget()} any more (${cause.code ?? cause.name}); its output is switched off, and further events are dropped.`, {
      origin: this.#origin,
      cause,
    });
  }

  /** It is closed; `lost` events were still kept. */
  closed(lost: number): void {
    this.#dropped += lost;
    if (this.#dropped > this.#droppedSaid) {
      this.#statusManager.error(`Closed ${this.#nameTarget()}: ${eventsAre(lost)} lost because it could not be written to the end, ${this.#droppedSoFar()}.`, { origin: this.#origin });
    }
  }

  #droppedSoFar(): string {
    this.#droppedSaid = this.#dropped;
    return `${eventsAre(this.#dropped)} dropped so far`;
  }

  #isDue(): boolean {
    const now = performance.now();
    if (now - this.#lastSaid < MOST_OFTEN_MS) {
      return false;
    }
    this.#lastSaid = now;
    return true;
  }
}

function eventsAre(count: number): string {
  return count === 1 ? "1 event is" : `${String(count)} events are`;
}
