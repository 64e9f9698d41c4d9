/** Bounds of what a sink keeps while it cannot write. */
export const MOST_KEPT_EVENTS = 8_192;
export const MOST_KEPT_BYTES: number = 16 * 1024 * 1024;

/** Small enough to be joined without a thought, large enough to make many lines one write. */
const CHUNK_BYTES = 64 * 1024;

interface Kept {
  readonly bytes: Uint8Array;
  readonly isEvent: boolean;
}

/**
 * Records that wait for a target that takes nothing. It knows where each begins and how much of the first is out
 * already, so that a line is neither cut nor doubled, and every event is counted once.
 */
export class Backlog {
  #records: Kept[] = [];
  /** Records before it are out; they are cut off now and then, not one by one. */
  #first = 0;
  #begun = 0;
  #bytes = 0;
  #events = 0;

  get isEmpty(): boolean {
    return this.#first === this.#records.length;
  }

  get events(): number {
    return this.#events;
  }

  /** Bytes that are not out yet. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether there is room for one event more. The first is always taken, however large. */
  hasRoomFor(bytes: number): boolean {
    return this.isEmpty || (this.#events < MOST_KEPT_EVENTS && this.#bytes + bytes <= MOST_KEPT_BYTES);
  }

  /** @param begun - Bytes of it that are out; only for the first record. */
  add(bytes: Uint8Array, isEvent: boolean, begun = 0): void {
    this.#records.push({ bytes, isEvent });
    this.#begun += begun;
    this.#bytes += bytes.length - begun;
    this.#events += isEvent ? 1 : 0;
  }

  /** Puts text that is no event before everything; nothing may be begun. */
  addFirst(bytes: Uint8Array): void {
    this.#records.splice(this.#first, 0, { bytes, isEvent: false });
    this.#bytes += bytes.length;
  }

  /** What to write next: the rest of the first record and whole records after it. */
  nextChunk(): Uint8Array {
    const first = this.#records[this.#first];
    if (first === undefined) {
      return new Uint8Array(0);
    }
    const parts = [first.bytes.subarray(this.#begun)];
    let length = parts[0]?.length ?? 0;
    for (let index = this.#first + 1; index < this.#records.length; index++) {
      const record = this.#records[index];
      if (record === undefined || length + record.bytes.length > CHUNK_BYTES) {
        break;
      }
      parts.push(record.bytes);
      length += record.bytes.length;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, length);
  }

  /**
   * Takes away what was written.
   *
   * @returns Events that are now out completely.
   */
  advance(written: number): number {
    let finished = 0;
    this.#begun += written;
    this.#bytes -= written;
    for (let record = this.#records[this.#first]; record !== undefined && this.#begun >= record.bytes.length; record = this.#records[this.#first]) {
      this.#begun -= record.bytes.length;
      this.#first++;
      finished += record.isEvent ? 1 : 0;
    }
    if (this.#first > MOST_KEPT_EVENTS || this.isEmpty) {
      this.#records = this.#records.slice(this.#first);
      this.#first = 0;
    }
    this.#events -= finished;
    return finished;
  }

  /**
   * Makes the first record whole again, because it will begin anew in another file.
   *
   * @returns Bytes of it that are out already.
   */
  restart(): number {
    const begun = this.#begun;
    this.#bytes += begun;
    this.#begun = 0;
    return begun;
  }

  /** Forgets everything; returns how many events that were. */
  clear(): number {
    const lost = this.#events;
    this.#records = [];
    this.#first = 0;
    this.#begun = 0;
    this.#bytes = 0;
    this.#events = 0;
    return lost;
  }
}
