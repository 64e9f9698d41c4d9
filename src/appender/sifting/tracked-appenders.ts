import type { Appender } from "../../core/appender.js";

/** Logback's pause between two looks for appenders that are not needed any more, in event time. */
const LOOK_MS = 1_000;
/** How long an appender stays for late events once its session has ended. */
const LINGER_MS = 10_000;
const MAX_LINGERING = 512;
/** After so many failures to start in a row, nothing is tried until the next look. */
const MAX_FAILURES = 8;

/** An appender for one value. */
export interface TrackedAppender {
  readonly value: string;
  /** `undefined` when it could not be made. */
  readonly appender: Appender | undefined;
  /** Time of its latest event. */
  usedAt: number;
  /** Number of its latest event, by which the one used longest ago is found. */
  use: number;
  /** Its session has ended: it stays a little for events that come late. */
  lingers: boolean;
  inBatch: boolean;
}

/** Why an appender is stopped. */
export type Removal = "timeout" | "limit" | "end of session" | "failure";

/** What a {@link TrackedAppenders} is made of. */
export interface TrackedAppendersOptions {
  readonly timeoutMs: number;
  /** Appenders at one time; those that linger do not count, as in Logback, but there are never more than 512 of them. */
  readonly maxCount: number;
  /** Makes and starts the appender for a value. */
  make(value: string): Appender | undefined;
  /** The appender is not tracked any more. */
  onRemoved(tracked: TrackedAppender, why: Removal): void;
}

/**
 * The appenders of a sifting appender by value, and when they go.
 *
 * Times are those of the events: nothing is stopped while nothing is logged.
 * Source: Logback, `ch.qos.logback.core.spi.AbstractComponentTracker`. There the number is looked at once a second; here
 * it is never exceeded.
 */
export class TrackedAppenders {
  readonly #options: TrackedAppendersOptions;
  readonly #tracked = new Map<string, TrackedAppender>();
  #uses = 0;
  #lingering = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(options: TrackedAppendersOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#tracked.size;
  }

  get all(): readonly TrackedAppender[] {
    return [...this.#tracked.values()];
  }

  /**
   * The one for a value, made if need be.
   *
   * @param endsSession - No more events of the value are expected, but for late ones.
   * @returns `undefined` when so many could not be started that no more are tried now.
   */
  use(value: string, time: number, endsSession = false): TrackedAppender | undefined {
    const tracked = this.#tracked.get(value) ?? this.#add(value, endsSession);
    if (tracked !== undefined) {
      tracked.usedAt = time;
      tracked.use = ++this.#uses;
      if (endsSession && !tracked.lingers) {
        this.#linger(tracked);
      }
    }
    return tracked;
  }

  /** Removes, at most once a second, what has not been used for long. */
  removeStale(now: number): void {
    // Also when the clock was set back.
    if (Math.abs(now - this.#lookedAt) >= LOOK_MS) {
      this.#look(now);
    }
  }

  /** Forgets all of them, without a call of `onRemoved`. */
  clear(): void {
    this.#tracked.clear();
    this.#lingering = 0;
  }

  #add(value: string, endsSession: boolean): TrackedAppender | undefined {
    if (this.#failures >= MAX_FAILURES) {
      return undefined;
    }
    // One that only lingers needs no room among the others.
    while (!endsSession && this.#tracked.size - this.#lingering >= this.#options.maxCount) {
      this.#removeOldest(false);
    }
    const appender = this.#options.make(value);
    this.#failures = appender === undefined || appender.isStarted ? 0 : this.#failures + 1;
    const tracked: TrackedAppender = { value, appender, usedAt: 0, use: 0, lingers: false, inBatch: false };
    this.#tracked.set(value, tracked);
    return tracked;
  }

  #linger(tracked: TrackedAppender): void {
    tracked.lingers = true;
    this.#lingering++;
    if (this.#lingering > MAX_LINGERING) {
      this.#removeOldest(true);
    }
  }

  #look(now: number): void {
    this.#lookedAt = now;
    this.#failures = 0;
    for (const tracked of this.#tracked.values()) {
      const { appender, usedAt, lingers } = tracked;
      if (appender !== undefined && !appender.isStarted) {
        this.#remove(tracked, "failure");
      } else if (usedAt + (lingers ? LINGER_MS : this.#options.timeoutMs) < now) {
        this.#remove(tracked, lingers ? "end of session" : "timeout");
      }
    }
  }

  #removeOldest(lingers: boolean): void {
    let oldest: TrackedAppender | undefined;
    for (const tracked of this.#tracked.values()) {
      if (tracked.lingers === lingers && (oldest === undefined || tracked.use < oldest.use)) {
        oldest = tracked;
      }
    }
    if (oldest !== undefined) {
      this.#remove(oldest, "limit");
    }
  }

  #remove(tracked: TrackedAppender, why: Removal): void {
    this.#tracked.delete(tracked.value);
    this.#lingering -= Number(tracked.lingers);
    this.#options.onRemoved(tracked, why);
  }
}
