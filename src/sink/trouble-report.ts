import type { SinkCounters } from "../core/sink.js";
import type { StatusManager } from "../core/status.js";
import { MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "./backlog.js";

const MOST_OFTEN_MS = 60_000;

/** Says that a target cannot be written, at most once a minute, and that it can again. */
export class TroubleReport {
  readonly #statusManager: StatusManager;
  readonly #origin: string;
  readonly #target: string;
  #lastSaid = Number.NEGATIVE_INFINITY;
  #isSaid = false;
  #droppedSaid = 0;

  constructor(statusManager: StatusManager, origin: string, target: string) {
    this.#statusManager = statusManager;
    this.#origin = origin;
    this.#target = target;
  }

  /** A write failed; called at every attempt. */
  failed(cause: NodeJS.ErrnoException, { queued, dropped }: SinkCounters): void {
    const now = performance.now();
    if (now - this.#lastSaid < MOST_OFTEN_MS) {
      return;
    }
    this.#lastSaid = now;
    this.#isSaid = true;
    this.#droppedSaid = dropped;
    const bound = `at most ${String(MOST_KEPT_EVENTS)} events or ${String(MOST_KEPT_BYTES / 1024 / 1024)} MiB; newer ones are dropped`;
    // A pipe that nobody reads yet is no failure.
    const say = cause.code === "ENXIO" ? "warn" : "error";
    this.#statusManager[say](
      `Cannot write to ${this.#target} (${cause.code ?? cause.name}${cause.code === "ENXIO" ? ": it has no reader" : ""}); it is tried again. ${eventsAre(queued)} kept in memory (${bound}), ${eventsAre(dropped)} dropped so far.`,
      { origin: this.#origin, cause },
    );
  }

  /** Everything that was kept is out. */
  recovered({ dropped }: SinkCounters): void {
    if (this.#isSaid) {
      this.#statusManager.info(`Writing to ${this.#target} again; nothing is held back. ${eventsAre(dropped)} dropped so far.`, { origin: this.#origin });
      this.#droppedSaid = dropped;
    }
    this.#isSaid = false;
  }

  /** It will never be written again: said once. */
  switchedOff(cause: NodeJS.ErrnoException): void {
    this.#statusManager.error(`Nobody reads ${this.#target} any more (${cause.code ?? cause.name}); its output is switched off, and further events are dropped.`, {
      origin: this.#origin,
      cause,
    });
  }

  /** It is closed; `lost` events were still kept. */
  closed(lost: number, { dropped }: SinkCounters): void {
    if (lost > 0 || dropped > this.#droppedSaid) {
      this.#statusManager.error(`Closed ${this.#target}: ${eventsAre(lost)} lost because it could not be written to the end; ${eventsAre(dropped)} dropped in all.`, {
        origin: this.#origin,
      });
    }
  }
}

function eventsAre(count: number): string {
  return count === 1 ? "1 event is" : `${String(count)} events are`;
}
