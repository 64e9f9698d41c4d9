/**
 * Texts of events that found no room in a queue, and wait a limited time for it.
 *
 * Source: Open-Xchange's LogstashSocketAppender, `eventDelayLimit`; there the log call waits.
 */
export class ParkedTexts {
  readonly #most: number;
  readonly #waitMs: number;
  #texts: { readonly text: string; readonly until: number }[] = [];
  /** Texts before it are gone. */
  #first = 0;

  /** @param most - Texts that may be parked; @param waitMs - how long each. */
  constructor(most: number, waitMs: number) {
    this.#most = most;
    this.#waitMs = waitMs;
  }

  get count(): number {
    return this.#texts.length - this.#first;
  }

  /** When the first of them has waited long enough; `undefined` when there is none. */
  get dueAt(): number | undefined {
    return this.#texts[this.#first]?.until;
  }

  /** @returns Whether there was a place for it. */
  park(text: string, now: number): boolean {
    if (this.#waitMs <= 0 || this.count >= this.#most) {
      return false;
    }
    this.#texts.push({ text, until: now + this.#waitMs });
    return true;
  }

  /** The next text, without taking it out. */
  peek(): string | undefined {
    return this.#texts[this.#first]?.text;
  }

  /** Takes the next one out. */
  shift(): void {
    this.#first++;
    if (this.#first === this.#texts.length || this.#first > 1_024) {
      this.#texts = this.#texts.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Takes out those that have waited long enough; returns how many. */
  expire(now: number): number {
    let expired = 0;
    for (let due = this.dueAt; due !== undefined && due <= now; due = this.dueAt) {
      this.shift();
      expired++;
    }
    return expired;
  }
}
