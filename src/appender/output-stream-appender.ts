import type { Writable } from "node:stream";
import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { StreamSink } from "../sink/stream-sink.js";
import { charsetOf, footerOf, headerOf, NOTHING_DELIVERED, OUTPUT_PROPERTIES, outputOptions, requiredEncoder, type OutputOptions } from "./output.js";

/**
 * What an {@link OutputStreamAppender} is made of.
 *
 * @public
 */
export interface OutputStreamAppenderOptions extends OutputOptions {
  /** Any writable stream, of bytes; without one the appender cannot be started. */
  readonly stream: Writable | undefined;
}

/**
 * Writes events to a stream that the application made.
 *
 * Stopping writes the encoder's footer and ends the stream, unless it is the process's own. The stream writes when it
 * likes: what it still holds when the process ends is lost, so prefer the console and file appenders where they can do it.
 *
 * Source: Logback, `ch.qos.logback.core.OutputStreamAppender`.
 *
 * @public
 */
export class OutputStreamAppender extends BaseAppender {
  readonly encoder: Encoder | undefined;
  /** Of no effect: the stream decides when it writes. */
  readonly immediateFlush: boolean;
  readonly #stream: Writable | undefined;
  #sink: StreamSink | undefined;

  constructor(name: string, context: LoggerContext, { stream, encoder, immediateFlush = true, filters = [] }: OutputStreamAppenderOptions) {
    super(name, context, filters);
    this.encoder = encoder;
    this.immediateFlush = immediateFlush;
    this.#stream = stream;
  }

  protected override open(): void {
    const { context, name } = this;
    const encoder = requiredEncoder(this.encoder, name);
    if (this.#stream === undefined) {
      throw new Error(`No output stream is set for the appender [${name}]. A configuration cannot name one: make the appender in code, or use ConsoleAppender or FileAppender.`);
    }
    this.#sink ??= new StreamSink({ stream: this.#stream, origin: name, statusManager: context.statusManager, charset: charsetOf(encoder) });
    this.#sink.open();
  }

  protected override begin(): void {
    this.#sink?.writeExtra(headerOf(this.encoder));
  }

  protected override end(): void {
    this.#sink?.writeExtra(footerOf(this.encoder));
  }

  override beginBatch(): void {
    this.#sink?.beginBatch();
  }

  override endBatch(): void {
    this.#sink?.endBatch();
  }

  protected append(event: LoggingEvent): void {
    // Both are there: an appender without them does not start.
    this.#sink?.write(this.encoder?.encode(event) ?? "");
  }

  protected override close(): void | Promise<void> {
    return this.#sink?.close();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return this.#sink?.counters ?? NOTHING_DELIVERED;
  }
}

/**
 * `<appender class="ch.qos.logback.core.OutputStreamAppender">`
 *
 * - `<encoder>`, `<layout>`, `<immediateFlush>`, `<filter>`: as those of ConsoleAppender.
 *
 * Status ERROR in any case, since only code can give it a stream: the appender is not started.
 */
export const outputStreamAppender: ComponentDefinition<OutputStreamAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.OutputStreamAppender"],
  properties: OUTPUT_PROPERTIES,
  create: (output, environment) => new OutputStreamAppender(environment.name, environment.context, { ...outputOptions(output, environment), stream: undefined }),
});
