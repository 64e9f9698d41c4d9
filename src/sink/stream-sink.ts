import type { Writable } from "node:stream";
import type { Sink, SinkCounters } from "../core/sink.js";
import { newStatus, type StatusManager } from "../core/status.js";
import { MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "./backlog.js";
import { encoded, UTF_8, type Charset } from "./charset.js";

/** What a {@link StreamSink} is made of. */
export interface StreamSinkOptions {
  readonly stream: Writable;
  /** Named as the origin of statuses. */
  readonly origin: string;
  readonly statusManager: StatusManager;
  /** UTF-8 unless given. */
  readonly charset?: Charset;
  /** How long closing waits for the stream; 5 seconds unless given. */
  readonly closeMs?: number;
}

const CLOSE_MS = 5_000;

/**
 * Writes to a stream that the application made.
 *
 * The stream writes when it likes: what it still holds when the process ends is lost. It may hold 8,192 events or 16 MiB;
 * newer ones are dropped. After its first error all further events are dropped.
 */
export class StreamSink implements Sink {
  readonly #stream: Writable;
  readonly #origin: string;
  readonly #statusManager: StatusManager;
  readonly #charset: Charset;
  readonly #closeMs: number;
  #isOpen = false;
  #written = 0;
  #queued = 0;
  #dropped = 0;
  readonly #onError = (cause: unknown): void => {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#statusManager.error("The output stream failed; further events are dropped.", { origin: this.#origin, cause });
    }
  };

  constructor({ stream, origin, statusManager, charset = UTF_8, closeMs = CLOSE_MS }: StreamSinkOptions) {
    this.#stream = stream;
    this.#origin = origin;
    this.#statusManager = statusManager;
    this.#charset = charset;
    this.#closeMs = closeMs;
  }

  get counters(): SinkCounters {
    return { written: this.#written, queued: this.#queued, dropped: this.#dropped };
  }

  open(): void {
    if (!this.#stream.writable) {
      throw new Error("The output stream is closed.");
    }
    this.#stream.off("error", this.#onError).on("error", this.#onError);
    this.#isOpen = true;
  }

  write(text: string): void {
    if (!this.#isOpen || !this.#stream.writable) {
      this.#dropped++;
      return;
    }
    const bytes = encoded(this.#charset, this.#charset.prefix + text);
    if (this.#queued > 0 && (this.#queued >= MOST_KEPT_EVENTS || this.#stream.writableLength + bytes.length > MOST_KEPT_BYTES)) {
      this.#dropped++;
      const bounds = `${String(MOST_KEPT_EVENTS)} events or ${String(MOST_KEPT_BYTES / 1024 / 1024)} MiB`;
      this.#statusManager.addOnce(`stream-full:${this.#origin}`, newStatus("WARN", `The output stream holds ${bounds}; events are dropped until it has room. Said once; see the counters.`, { origin: this.#origin }));
      return;
    }
    this.#queued++;
    this.#stream.write(bytes, (error) => {
      this.#queued--;
      if (error === null || error === undefined) {
        this.#written++;
      } else {
        this.#dropped++;
      }
    });
  }

  beginBatch(): void {
    this.#stream.cork();
  }

  endBatch(): void {
    this.#stream.uncork();
  }

  writeExtra(text: string): void {
    if (text !== "" && this.#isOpen && this.#stream.writable) {
      this.#stream.write(encoded(this.#charset, this.#charset.prefix + text));
    }
  }

  /** A stream cannot be made to write at once. */
  drain(): void {}

  /** Ends the stream, unless it is the process's standard output or error. Resolves when it has written everything. */
  close(): Promise<void> {
    const stream = this.#stream;
    this.#isOpen = false;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#closeMs);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      if (!stream.writable) {
        done();
      } else if (isOfProcess(stream)) {
        stream.write("", () => {
          stream.off("error", this.#onError);
          done();
        });
      } else {
        stream.end(done);
      }
    });
  }
}

function isOfProcess(stream: Writable): boolean {
  const { fd } = stream as { readonly fd?: unknown };
  return fd === 1 || fd === 2;
}
