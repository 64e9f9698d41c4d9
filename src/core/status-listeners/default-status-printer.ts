import { formatStatus, isAtLeast, type Status, type StatusListener, type StatusManager } from "../status.js";

/**
 * Prints warnings and errors as long as the configuration names no status listener that would.
 *
 * Statuses of a configuration are printed when it is done, because only then it is known whether it names one.
 * Logback prints on standard output, and nothing after the configuration is done; here it is standard error, so that
 * the output of the application stays what it is, and errors at run time are printed too.
 */
export class DefaultStatusPrinter implements StatusListener {
  readonly #manager: StatusManager;
  readonly #print: (line: string) => void;
  #held: Status[] | undefined;

  constructor(manager: StatusManager, print: (line: string) => void) {
    this.#manager = manager;
    this.#print = print;
  }

  onStatus(status: Status): void {
    if (!isAtLeast(status.level, "WARN")) {
      return;
    }
    if (this.#held !== undefined) {
      this.#held.push(status);
    } else if (!this.#hasOthers) {
      this.#print(formatStatus(status));
    }
  }

  /** Holds statuses back while `configure` runs, then prints them unless there is a listener now. */
  during<T>(configure: () => T): T {
    if (this.#held !== undefined) {
      return configure();
    }
    this.#held = [];
    try {
      return configure();
    } finally {
      const held = this.#held;
      this.#held = undefined;
      if (!this.#hasOthers) {
        for (const status of held) {
          this.#print(formatStatus(status));
        }
      }
    }
  }

  get #hasOthers(): boolean {
    return this.#manager.listeners.some((listener) => listener !== this);
  }
}
