import type { DrainRegistry } from "../core/lifecycle.js";
import type { Sink, SinkCounters } from "../core/sink.js";
import type { StatusManager } from "../core/status.js";
import { UTF_8, type Charset } from "./charset.js";
import { DescriptorWriter } from "./descriptor-writer.js";

/** What a {@link ConsoleSink} is made of. */
export interface ConsoleSinkOptions {
  /** 1 for the standard output, 2 for the standard error. */
  readonly fd: number;
  /** Named as the origin of statuses. */
  readonly origin: string;
  readonly drains: DrainRegistry;
  readonly statusManager: StatusManager;
  /** Length of text that is collected before it is written; 0, the default, writes every event at once. */
  readonly bufferSize?: number;
  /** UTF-8 unless given. */
  readonly charset?: Charset;
  readonly flushMs?: number;
  readonly stallMs?: number;
}

/** Whoever read it is gone and does not come back. */
const NOBODY_READS: ReadonlySet<string | undefined> = new Set(["EPIPE", "EBADF", "ECONNRESET", "ENOTCONN"]);

/**
 * Writes to one of the process's own descriptors, synchronously, so that nothing is lost at `process.exit()` behind a
 * slow pipe; in worker threads too.
 *
 * A full pipe is waited for while its reader takes something at least every five seconds; then the text is kept in
 * memory within bounds, and written when the reader goes on. When the reader is gone the sink switches itself off.
 */
export class ConsoleSink implements Sink {
  readonly #fd: number;
  readonly #writer: DescriptorWriter;

  constructor({ fd, origin, drains, statusManager, bufferSize = 0, charset = UTF_8, flushMs, stallMs }: ConsoleSinkOptions) {
    this.#fd = fd;
    this.#writer = new DescriptorWriter({
      target: fd === 2 ? "the standard error" : "the standard output",
      origin,
      drains,
      statusManager,
      bufferSize,
      charset,
      flushMs,
      stallMs,
      isFinal: ({ code }) => NOBODY_READS.has(code),
      repair: () => undefined,
    });
  }

  get counters(): SinkCounters {
    return this.#writer.counters;
  }

  open(): void {
    this.#writer.use(this.#fd, 0, true);
  }

  write(text: string): void {
    this.#writer.write(text);
  }

  writeExtra(text: string): void {
    this.#writer.writeExtra(text);
  }

  beginBatch(): void {
    this.#writer.beginBatch();
  }

  endBatch(): void {
    this.#writer.endBatch();
  }

  drain(): void {
    this.#writer.drain();
  }

  /** The descriptor stays open: it belongs to the process. */
  close(): void {
    this.#writer.close();
  }
}
