/**
 * What the buffers of the two systems between sender and receiver can hold at most, generously: bytes handed to a
 * connection before them have been read by the receiver.
 */
const UNCERTAIN_BYTES = 16 * 1024 * 1024;
const BLOCK_BYTES = UNCERTAIN_BYTES / 16;

/**
 * Counts the events that a connection took and the receiver may not have read: TCP gives no receipt, so those of the
 * last 16 MiB.
 */
export class SentWindow {
  readonly #blocks: { events: number; bytes: number }[] = [];
  #current = { events: 0, bytes: 0 };
  #events = 0;
  #bytes = 0;

  /** Events that may not have been read. */
  get events(): number {
    return this.#events;
  }

  add(events: number, bytes: number): void {
    this.#current.events += events;
    this.#current.bytes += bytes;
    this.#events += events;
    this.#bytes += bytes;
    if (this.#current.bytes >= BLOCK_BYTES) {
      this.#blocks.push(this.#current);
      this.#current = { events: 0, bytes: 0 };
      this.#forget();
    }
  }

  #forget(): void {
    for (let oldest = this.#blocks[0]; oldest !== undefined && this.#bytes - oldest.bytes >= UNCERTAIN_BYTES; oldest = this.#blocks[0]) {
      this.#blocks.shift();
      this.#events -= oldest.events;
      this.#bytes -= oldest.bytes;
    }
  }
}
