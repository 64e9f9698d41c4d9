import { encoded, UTF_8, type Charset } from "./charset.js";

/** Length of text that is sent in one write. */
export const BATCH_LENGTH = 16_384;

/** What is handed to a connection in one write: whole texts, and how many events they are. */
export interface Batch {
  /** A string is to be sent as UTF-8. */
  readonly data: string | Uint8Array;
  readonly events: number;
}

/**
 * Texts that wait for a connection, in order, joined into batches. A batch is encoded once, and only when it has to wait.
 *
 * Bounded in events and bytes; the text of the batch that is not full yet counts a byte for each of its UTF-16 code units,
 * so the bytes can be exceeded by what one batch takes.
 */
export class DeliveryQueue {
  readonly mostEvents: number;
  readonly mostBytes: number;
  readonly #charset: Charset;
  #batches: { readonly data: Uint8Array; readonly events: number }[] = [];
  /** Batches before it are gone; they are cut off now and then, not one by one. */
  #first = 0;
  #text = "";
  #textEvents = 0;
  #events = 0;
  #bytes = 0;

  constructor(mostEvents: number, mostBytes: number, charset: Charset) {
    this.mostEvents = mostEvents;
    this.mostBytes = mostBytes;
    this.#charset = charset;
  }

  get events(): number {
    return this.#events;
  }

  /** Bytes that wait, encoded ones exactly. */
  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return !this.#isFilling && this.#first === this.#batches.length;
  }

  /** Whether the text would not go into the batch that is being filled. */
  exceedsBatch(text: string): boolean {
    return this.#text !== "" && this.#text.length + text.length > BATCH_LENGTH;
  }

  /** Whether one event more may wait. The first always may, however large. */
  hasRoomFor(text: string): boolean {
    return this.#events === 0 || (this.#events < this.mostEvents && this.#bytes + text.length <= this.mostBytes);
  }

  /** Adds a text behind all others, whether there is room or not; `events` is 0 for one that belongs to the event before. */
  add(text: string, events: number): void {
    if (this.exceedsBatch(text)) {
      this.#seal();
    }
    const { prefix } = this.#charset;
    this.#text += prefix === "" ? text : prefix + text;
    this.#textEvents += events;
    this.#events += events;
    this.#bytes += text.length;
  }

  /** Takes the oldest batch out. */
  take(): Batch | undefined {
    const batch = this.#batches[this.#first];
    if (batch === undefined) {
      return this.#isFilling ? this.#takeText() : undefined;
    }
    this.#first++;
    this.#events -= batch.events;
    this.#bytes -= batch.data.length;
    if (this.#first === this.#batches.length || this.#first > 1_024) {
      this.#batches = this.#batches.slice(this.#first);
      this.#first = 0;
    }
    return batch;
  }

  /** Takes everything out, in one batch. */
  takeAll(): Batch | undefined {
    this.#seal();
    const batches = this.#batches.slice(this.#first);
    const events = this.#events;
    this.#batches = [];
    this.#first = 0;
    this.#events = 0;
    this.#bytes = 0;
    return batches.length === 0 ? undefined : { data: Buffer.concat(batches.map(({ data }) => data)), events };
  }

  /** Whether there is anything in the batch that is not full yet; it may be an event without text. */
  get #isFilling(): boolean {
    return this.#text !== "" || this.#textEvents > 0;
  }

  #takeText(): Batch {
    const text = this.#text;
    const events = this.#textEvents;
    this.#text = "";
    this.#textEvents = 0;
    this.#events -= events;
    // Nothing else waits.
    this.#bytes = 0;
    return { data: this.#charset === UTF_8 ? text : encoded(this.#charset, text), events };
  }

  #seal(): void {
    if (this.#isFilling) {
      const text = this.#text;
      // An exact copy: what `encoded` gives lies in a room three times as large.
      const data = this.#charset === UTF_8 ? Buffer.from(text) : Buffer.from(encoded(this.#charset, text));
      this.#batches.push({ data, events: this.#textEvents });
      this.#bytes += data.length - text.length;
      this.#text = "";
      this.#textEvents = 0;
    }
  }
}
