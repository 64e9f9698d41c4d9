/** Longest pause between two attempts at a destination. */
export const RECONNECTION_DELAY_MS = 30_000;

/** For an attempt with everything that belongs to it. */
export const CONNECTION_TIMEOUT_MS = 5_000;

/** How long a write may wait for the receiver. */
export const WRITE_TIMEOUT_MS = 60_000;

/** How long the end waits until everything is sent. */
export const MAX_FLUSH_MS = 5_000;

/** After so long without traffic the systems ask each other whether they are still there. */
export const PROBE_AFTER_MS = 30_000;

/** A connection that lived shorter does not lead back to the first destination at once. */
export const MIN_CONNECTION_TIME_MS = 10_000;
