/** Time that passes, and tasks that wait for it. */
export interface Timers {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Runs `task` once, `ms` from now. The process does not stay alive for it, unless it says so. */
  after(ms: number, task: () => void, keepsAlive?: boolean): Timer;
  /** Runs `task` after the current turn of the event loop. */
  soon(task: () => void): Timer;
}

/** A task that waits. */
export interface Timer {
  cancel(): void;
}

/** The clock and the timers of Node.js. */
export const SYSTEM_TIMERS: Timers = {
  now: () => performance.now(),
  after: (ms, task, keepsAlive = false) => {
    const timer = setTimeout(task, ms);
    if (!keepsAlive) {
      timer.unref();
    }
    return { cancel: () => { clearTimeout(timer); } };
  },
  soon: (task) => {
    const immediate = setImmediate(task);
    return { cancel: () => { clearImmediate(immediate); } };
  },
};
