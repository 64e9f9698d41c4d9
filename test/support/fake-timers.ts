import type { Timer, Timers } from "../../src/sink/timers.js";

interface Task {
  readonly at: number;
  readonly run: () => void;
  readonly keepsAlive: boolean;
}

/** Time that passes only when told to. */
export class FakeTimers implements Timers {
  #now = 0;
  #tasks: Task[] = [];

  now(): number {
    return this.#now;
  }

  /** Tasks for which the process would stay alive. */
  get keepingAlive(): number {
    return this.#tasks.filter(({ keepsAlive }) => keepsAlive).length;
  }

  /** Tasks that wait. */
  get waiting(): number {
    return this.#tasks.length;
  }

  after(ms: number, run: () => void, keepsAlive = false): Timer {
    const task = { at: this.#now + ms, run, keepsAlive };
    this.#tasks.push(task);
    return { cancel: () => { this.#tasks = this.#tasks.filter((other) => other !== task); } };
  }

  soon(run: () => void): Timer {
    return this.after(0, run, true);
  }

  /** Lets time pass, and runs what is due on the way. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let due = this.#next(end); due !== undefined; due = this.#next(end)) {
      this.#tasks = this.#tasks.filter((task) => task !== due);
      this.#now = Math.max(due.at, this.#now);
      due.run();
    }
    this.#now = end;
  }

  #next(end: number): Task | undefined {
    return this.#tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
