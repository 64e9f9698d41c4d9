import type { Destination } from "./destination.js";

/**
 * Which of several destinations is next:
 *
 * - `preferPrimary`: the first, and the others in order while it fails.
 * - `roundRobin`: each in turn.
 * - `random`: any.
 */
export type ConnectionStrategy = "preferPrimary" | "roundRobin" | "random";

/** What a {@link Route} is made of. */
export interface RouteOptions {
  readonly destinations: readonly Destination[];
  readonly strategy: ConnectionStrategy;
  /** Longest pause between two attempts at one destination. */
  readonly reconnectionDelayMs: number;
  /** `preferPrimary`: a connection that lived shorter does not lead back to the first destination at once. */
  readonly minConnectionTimeBeforePrimaryMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
}

const FIRST_PAUSE_MS = 100;

/**
 * Decides where the next connection goes, and when. The first attempt at a destination waits for nothing; after that the
 * pauses double, up to the longest. Each is shortened at random by up to a half, so that many senders do not come back
 * to a receiver at the same moment.
 */
export class Route {
  readonly #options: RouteOptions;
  /** By destination: failures in a row, and when the next attempt is due. */
  readonly #failures: number[];
  readonly #dueAt: number[];
  #index = -1;
  #connectedAt = Number.NEGATIVE_INFINITY;
  /** Whether the choice before led to a connection. */
  #wasConnected = false;

  constructor(options: RouteOptions) {
    this.#options = options;
    this.#failures = options.destinations.map(() => 0);
    this.#dueAt = options.destinations.map(() => Number.NEGATIVE_INFINITY);
  }

  /** Whether the present destination is the first. */
  get isAtPrimary(): boolean {
    return this.#index === 0;
  }

  /** Chooses the next destination; `pauseMs` says how long to wait before it is tried. */
  next(now: number): { readonly destination: Destination; readonly pauseMs: number } {
    this.#index = this.#nextIndex(now);
    const destination = this.#options.destinations[this.#index];
    if (destination === undefined) {
      throw new RangeError("Expected at least one destination.");
    }
    return { destination, pauseMs: Math.max((this.#dueAt[this.#index] ?? 0) - now, 0) };
  }

  /** The destination that was chosen last is connected. */
  connected(now: number): void {
    this.#connectedAt = now;
    this.#wasConnected = true;
  }

  /** The attempt, or the connection that it led to, failed. */
  failed(now: number): void {
    const { reconnectionDelayMs, random } = this.#options;
    const before = this.#failures[this.#index] ?? 0;
    // A connection that held longer than the pause before it was a good one: begin anew.
    const wasGood = this.#wasConnected && now - this.#connectedAt > pauseAfter(before, reconnectionDelayMs);
    const failures = wasGood ? 1 : before + 1;
    this.#failures[this.#index] = failures;
    this.#dueAt[this.#index] = now + pauseAfter(failures, reconnectionDelayMs) * (1 - random() / 2);
  }

  /** The next attempts come at once, and with short pauses: time is running out. */
  hurry(): void {
    this.#failures.fill(0);
    this.#dueAt.fill(Number.NEGATIVE_INFINITY);
  }

  #nextIndex(now: number): number {
    const { destinations, strategy, minConnectionTimeBeforePrimaryMs, random } = this.#options;
    const following = (this.#index + 1) % destinations.length;
    const wasConnected = this.#wasConnected;
    this.#wasConnected = false;
    switch (strategy) {
      case "random":
        return Math.min(Math.floor(random() * destinations.length), destinations.length - 1);
      case "roundRobin":
        return following;
      case "preferPrimary":
        return wasConnected && now - this.#connectedAt >= minConnectionTimeBeforePrimaryMs ? 0 : following;
    }
  }
}

function pauseAfter(failures: number, longestMs: number): number {
  return failures === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 30), Math.max(longestMs, 1));
}
