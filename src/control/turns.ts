/** How long clients keep the process from its own work at a time. */
const TURN_MS = 1;

/** Something to be done; it must not throw. */
export type Turn = () => void;

/**
 * Does what clients ask for one after the other, for a millisecond at a time; then the process has its turn. So it makes no
 * difference to the process whether one client asks or all of them. Its timer does not keep the process alive.
 */
export class Turns {
  /** No `Set`, for the reason that `Clients` gives. */
  readonly #waiting: Turn[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** It waits once, however often it is asked for. */
  ask(turn: Turn): void {
    if (!this.isWaiting(turn)) {
      this.#waiting.push(turn);
      this.#timer ??= this.#later();
    }
  }

  isWaiting(turn: Turn): boolean {
    return this.#waiting.includes(turn);
  }

  /** It is not to be done any more. */
  leave(turn: Turn): void {
    const index = this.#waiting.indexOf(turn);
    if (index >= 0) {
      this.#waiting.splice(index, 1);
    }
  }

  #later(): NodeJS.Timeout {
    return setTimeout(() => { this.#work(); }, TURN_MS).unref();
  }

  #work(): void {
    const end = performance.now() + TURN_MS;
    do {
      this.#waiting.shift()?.();
    } while (this.#waiting.length > 0 && performance.now() < end);
    this.#timer = this.#waiting.length === 0 ? undefined : this.#later();
  }
}
