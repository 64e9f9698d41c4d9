import type { Sink, SinkCounters } from "../../src/core/sink.js";

/** A sink that keeps the texts it is given. */
export class MemorySink implements Sink {
  readonly #texts: string[] = [];
  #written = 0;
  #dropped = 0;
  #isOpen = false;

  /** One element a `write` or `writeExtra`, in order. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** All of it. */
  get text(): string {
    return this.#texts.join("");
  }

  get counters(): SinkCounters {
    return { written: this.#written, queued: 0, dropped: this.#dropped };
  }

  open(): void {
    this.#isOpen = true;
  }

  /** Dropped and counted when the sink is not open. */
  write(text: string): void {
    if (this.#isOpen) {
      this.#texts.push(text);
      this.#written++;
    } else {
      this.#dropped++;
    }
  }

  beginBatch(): void {}

  endBatch(): void {}

  writeExtra(text: string): void {
    this.#texts.push(text);
  }

  drain(): void {}

  close(): void {
    this.#isOpen = false;
  }

  /** Forgets the texts, not the counts. */
  clear(): void {
    this.#texts.length = 0;
  }
}
