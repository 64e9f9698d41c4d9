import os from "node:os";
import type { Drainable, DrainRegistry } from "../core/lifecycle.js";

/** Listeners stay for a while after the last holder is empty: sinks fill and empty all the time. */
const LINGER_MS = 2_000;

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** What is used of `process`. */
export type ProcessToWatch = Pick<NodeJS.Process, "pid" | "on" | "prependListener" | "off" | "listenerCount" | "kill" | "exit">;

/** What an {@link ExitDrain} is made of. */
export interface ExitDrainOptions {
  readonly process: ProcessToWatch;
  /** False in a worker thread: its exit handlers do not run when it is terminated, so nothing may be held back there. */
  readonly isMainThread: boolean;
  /** How long the listeners outlive the last holder. */
  readonly lingerMs?: number;
}

/**
 * Empties whatever holds unwritten data when the process ends: at its natural end, at `process.exit()`, after an
 * uncaught error or an unhandled rejection, and at SIGTERM, SIGINT and SIGHUP.
 *
 * What cannot be written synchronously is waited for, at the natural end and at a signal that nobody else listens to;
 * a signal that comes during the natural end waits for what is left of that time, a second signal ends the wait. `process.exit()` and errors leave no time: what is not out by then is given up and said.
 *
 * Signal listeners exist only while something is held, because a listener changes what a signal does: Node.js would not
 * end any more. So after the drain the signal is raised again, unless the application listens too: then the end is its
 * business. A loop that never returns to the event loop delays every listener, this one too. SIGKILL and a crash of the
 * process itself cannot be caught.
 */
export class ExitDrain implements DrainRegistry {
  /** True in a worker thread, while everything is drained, and for good after the final drain. */
  writeThrough: boolean;

  readonly #process: ProcessToWatch;
  readonly #isMainThread: boolean;
  readonly #lingerMs: number;
  readonly #holders = new Set<Drainable>();
  readonly #atExit = (): void => {
    this.#drainAll();
    this.writeThrough = true;
    this.#abandonAll();
  };
  readonly #atNaturalEnd = (): void => {
    void this.#finishAll();
  };
  readonly #atSignal = (signal: NodeJS.Signals): void => {
    this.#drainAll();
    const isOthersBusiness = this.#process.listenerCount(signal) > 1;
    const finishing = this.#isEnding || isOthersBusiness ? undefined : this.#finishAll();
    if (finishing === undefined) {
      this.#end(signal);
      return;
    }
    // A second signal does not wait any more.
    this.#isEnding = true;
    void finishing.then(() => {
      this.#isEnding = false;
      this.#drainAll();
      this.#end(signal);
    });
  };
  /** Holders that were asked to finish, and not released since: what they could not do in their time they will not do in twice that. */
  readonly #finishing = new Set<Drainable>();
  /** Of those the ones whose time is not over. */
  readonly #underWay = new Set<Promise<unknown>>();
  #usesSignals = true;
  #atExitIsSet = false;
  #atNaturalEndIsSet = false;
  #isEnding = false;
  /** Signals that are listened to at the moment. */
  readonly #listening = new Set<NodeJS.Signals>();
  #linger: NodeJS.Timeout | undefined;

  constructor({ process, isMainThread, lingerMs = LINGER_MS }: ExitDrainOptions) {
    this.#process = process;
    this.#isMainThread = isMainThread;
    this.#lingerMs = lingerMs;
    this.writeThrough = !isMainThread;
  }

  /** Listens for the end of the process already before anything is held: what an exit handler logs first would come too late. */
  watchExit(): void {
    if (!this.#atExitIsSet) {
      this.#atExitIsSet = true;
      this.#process.on("exit", this.#atExit);
    }
  }

  holds(holder: Drainable): void {
    this.#holders.add(holder);
    this.watchExit();
    if (holder.finish !== undefined && !this.#atNaturalEndIsSet) {
      this.#atNaturalEndIsSet = true;
      this.#process.on("beforeExit", this.#atNaturalEnd);
    }
    if (this.#listening.size < SIGNALS.length) {
      this.#listen();
    }
  }

  released(holder: Drainable): void {
    this.#holders.delete(holder);
    this.#finishing.delete(holder);
    if (this.#holders.size === 0 && this.#listening.size > 0) {
      this.#linger ??= setTimeout(() => {
        this.#linger = undefined;
        if (this.#holders.size === 0) {
          this.#ignore();
        }
      }, this.#lingerMs).unref();
    }
  }

  /** Whether signals are listened to at all. True at first. */
  useSignals(wanted: boolean): void {
    this.#usesSignals = wanted;
    if (!wanted) {
      this.#ignore();
    } else if (this.#holders.size > 0) {
      this.#listen();
    }
  }

  /** Removes every listener. What is still held stays held. */
  dispose(): void {
    clearTimeout(this.#linger);
    this.#linger = undefined;
    this.#ignore();
    this.#process.off("exit", this.#atExit);
    this.#process.off("beforeExit", this.#atNaturalEnd);
    this.#atExitIsSet = false;
    this.#atNaturalEndIsSet = false;
  }

  #drainAll(): void {
    const before = this.writeThrough;
    // What one holder hands on to another, as an async appender does, must not be held again.
    this.writeThrough = true;
    for (const holder of [...this.#holders]) {
      try {
        holder.drain();
      } catch {
        // A drain must not throw; one that does must not keep the others from theirs.
      }
    }
    this.writeThrough = before;
  }

  /** @returns `undefined` when there is nothing to wait for. */
  #finishAll(): Promise<unknown> | undefined {
    for (const holder of this.#holders) {
      if (holder.finish !== undefined && !this.#finishing.has(holder)) {
        this.#finishing.add(holder);
        const finishing: Promise<unknown> = finished(holder).finally(() => this.#underWay.delete(finishing));
        this.#underWay.add(finishing);
      }
    }
    return this.#underWay.size === 0 ? undefined : Promise.all(this.#underWay);
  }

  #abandonAll(): void {
    for (const holder of [...this.#holders]) {
      try {
        holder.abandon?.();
      } catch {
        // As with a drain that throws.
      }
    }
  }

  #listen(): void {
    if (!this.#usesSignals || !this.#isMainThread || this.writeThrough) {
      return;
    }
    for (const signal of SIGNALS) {
      if (!this.#listening.has(signal)) {
        this.#listening.add(signal);
        // First in the row, and gone before the next runs: other listeners that count how many they are, to decide
        // whether to end the process, must not count this one.
        this.#process.prependListener(signal, this.#atSignal);
      }
    }
  }

  #ignore(): void {
    for (const signal of this.#listening) {
      this.#process.off(signal, this.#atSignal);
    }
    this.#listening.clear();
  }

  #end(signal: NodeJS.Signals): void {
    this.#process.off(signal, this.#atSignal);
    this.#listening.delete(signal);
    if (this.#process.listenerCount(signal) > 0) {
      return;
    }
    this.#abandonAll();
    if (this.#process.pid === 1) {
      // The kernel shields the first process of a container from signals that nobody handles: raising it would do nothing.
      this.#process.exit(128 + os.constants.signals[signal]);
    }
    this.#process.kill(this.#process.pid, signal);
  }
}

async function finished(holder: Drainable): Promise<void> {
  try {
    await holder.finish?.();
  } catch {
    // As with a drain that throws.
  }
}
