/**
 * Tells the time of events.
 *
 * @public
 */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Nanoseconds within the millisecond that `now()` gave for the same event, 0 to 999,999. */
  nanosWithin(epochMs: number): number;
}

/** How long one anchor of the fine clock is trusted: the process clock drifts against the wall clock. */
const ANCHOR_LIFE_MS = 60_000;

/**
 * The wall clock, with nanoseconds from the process clock anchored to it.
 *
 * `Date.now()` decides the millisecond, so that `%d` and `%micros` of one event never disagree.
 * The anchor is renewed once a minute, and when the two clocks part by more than a millisecond (the wall clock was set).
 */
export class SystemClock implements Clock {
  #anchorMs = 0;
  #anchorNanos = 0n;

  now(): number {
    return Date.now();
  }

  nanosWithin(epochMs: number): number {
    const process = globalThis.process.hrtime.bigint();
    const sinceAnchor = Number(process - this.#anchorNanos);
    const fineMs = this.#anchorMs + sinceAnchor / 1e6;
    if (sinceAnchor > ANCHOR_LIFE_MS * 1e6 || Math.abs(fineMs - epochMs) > 1.5) {
      this.#anchorMs = epochMs;
      this.#anchorNanos = process;
      return 0;
    }
    const within = Math.round((fineMs - epochMs) * 1e6);
    return Math.min(Math.max(within, 0), 999_999);
  }
}
