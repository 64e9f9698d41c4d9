import { cleanUp, type ArchiveRemoverOptions } from "./archive-clean-up.js";
import { runAsync, runSync } from "./file-steps.js";

/**
 * Removes archives that are too old, or too many.
 *
 * What there is, is read from the disk each time: a restart, a clock that jumps or a rolling that failed leaves nothing
 * behind. Only regular files are removed whose names the pattern itself prints, and then the folders that a date in
 * the pattern named and that are empty.
 *
 * `totalSizeCap` follows Logback: it counts the archives of the present period and of the `maxHistory - 1` before it, the
 * newest first; the one that goes beyond the limit, and all that are older, are removed.
 *
 * Unlike Logback, which looks back no further than 32 days or 336 periods after a start, it finds archives of any age.
 * Source: Logback 1.6, `TimeBasedArchiveRemover`, `SizeAndTimeBasedArchiveRemover`.
 */
export class ArchiveRemover {
  readonly #options: ArchiveRemoverOptions;
  #removed = 0;
  #running: Promise<void> | undefined;
  /** Asked for while it ran. */
  #next: number | undefined;

  constructor(options: ArchiveRemoverOptions) {
    this.#options = options;
  }

  /** Archives removed since the start. */
  get removed(): number {
    return this.#removed;
  }

  /**
   * Removes in the background, one run at a time; a call during a run makes another one follow. Never rejects.
   *
   * @param now - The present period is the one that this instant lies in.
   */
  clean(now: number): Promise<void> {
    if (this.#running !== undefined) {
      this.#next = now;
      return this.#running;
    }
    this.#running = this.#runAll(now);
    return this.#running;
  }

  /** Removes at once: for a process that is about to end. Throws nothing. */
  cleanSync(now: number): void {
    try {
      this.#removed += runSync(cleanUp(this.#options, now));
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Resolves when nothing is being removed. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #runAll(first: number): Promise<void> {
    for (let now: number | undefined = first; now !== undefined; now = this.#next) {
      this.#next = undefined;
      try {
        const count = await runAsync(cleanUp(this.#options, now));
        this.#removed += count;
      } catch (error) {
        this.#failed(error);
      }
    }
    this.#running = undefined;
  }

  #failed(cause: unknown): void {
    this.#options.report.error(`Old archives of "${this.#options.pattern.text}" could not be removed.`, cause);
  }
}
