/** Addresses that are remembered; who comes from more of them can have the oldest forgotten. */
const MOST_ADDRESSES = 1_000;

/** Where wrong credentials came from lately. */
export class WrongLogins {
  readonly #forgetMs: number;
  /** Milliseconds of the monotonic clock, oldest first. */
  readonly #lastAt = new Map<string, number>();

  constructor(forgetMs: number) {
    this.#forgetMs = forgetMs;
  }

  add(address: string): void {
    this.#lastAt.delete(address);
    this.#lastAt.set(address, performance.now());
    if (this.#lastAt.size > MOST_ADDRESSES) {
      const [oldest = ""] = this.#lastAt.keys();
      this.#lastAt.delete(oldest);
    }
  }

  cameFrom(address: string): boolean {
    return performance.now() - (this.#lastAt.get(address) ?? Number.NEGATIVE_INFINITY) < this.#forgetMs;
  }
}
