import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { booleanProperty, defineComponent, stringProperty, textProperty, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { ConsoleSink } from "../sink/console-sink.js";
import { charsetOf, DEFAULT_BUFFER_SIZE, footerOf, headerOf, NOTHING_DELIVERED, OUTPUT_PROPERTIES, outputOptions, requiredEncoder, type OutputOptions } from "./output.js";

/**
 * Where a console appender writes: the standard output or the standard error, by the names that Java has for them.
 *
 * @public
 */
export type ConsoleTarget = "System.out" | "System.err";

/**
 * What a {@link ConsoleAppender} is made of.
 *
 * @public
 */
export interface ConsoleAppenderOptions extends OutputOptions {
  /** `System.out`, the standard output, unless given. */
  readonly target?: ConsoleTarget;
}

const TARGETS: readonly ConsoleTarget[] = ["System.out", "System.err"];

/**
 * Writes events to the standard output or the standard error.
 *
 * Writes to the descriptor in the log call itself, also in worker threads and through pipes, so that nothing is lost at
 * `process.exit()`; Logback follows `System.out`. A pipe that nobody reads any more switches the appender off, with one
 * status; further events are counted as dropped.
 *
 * Source: Logback manual, "Appenders", ConsoleAppender.
 *
 * @public
 */
export class ConsoleAppender extends BaseAppender {
  readonly target: ConsoleTarget;
  readonly encoder: Encoder | undefined;
  readonly immediateFlush: boolean;
  #sink: ConsoleSink | undefined;

  constructor(name: string, context: LoggerContext, { target = "System.out", encoder, immediateFlush = true, filters = [] }: ConsoleAppenderOptions) {
    super(name, context, filters);
    this.target = target;
    this.encoder = encoder;
    this.immediateFlush = immediateFlush;
  }

  protected override open(): void {
    const { context, name } = this;
    const encoder = requiredEncoder(this.encoder, name);
    this.#sink ??= new ConsoleSink({
      fd: this.target === "System.err" ? 2 : 1,
      origin: name,
      drains: context.drains,
      statusManager: context.statusManager,
      bufferSize: this.immediateFlush ? 0 : DEFAULT_BUFFER_SIZE,
      charset: charsetOf(encoder),
    });
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

  protected override close(): void {
    this.#sink?.close();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return this.#sink?.counters ?? NOTHING_DELIVERED;
  }
}

/**
 * `<appender class="ch.qos.logback.core.ConsoleAppender">`
 *
 * - `<target>`: `System.out` (default) or `System.err`, in any letter case.
 * - `<encoder>`: required; a PatternLayoutEncoder unless a class is given. `<layout>` in its place is out of date: WARN.
 * - `<immediateFlush>`: true (default) writes every event at once; false collects 8 KiB, for a quarter of a second at most.
 * - `<filter>`: any number.
 * - `<withJansi>`, `<preferredJansiClassName>`: accepted and of no effect; colours need no help except on old versions of Windows.
 *
 * Status WARN for `<withJansi>true</withJansi>`, which Logback is about to remove.
 * Status WARN for a target that is neither: the standard output is used.
 * Status ERROR without an encoder or with an unknown charset: the appender is not started.
 */
export const consoleAppender: ComponentDefinition<ConsoleAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.ConsoleAppender", "ch.qos.logback.core.JansiConsoleAppender"],
  properties: {
    ...OUTPUT_PROPERTIES,
    target: textProperty<ConsoleTarget>(
      (text, report) => {
        const target = TARGETS.find((known) => known.toLowerCase() === text.toLowerCase());
        if (target === undefined) {
          report.warn(`"${text}" should be one of ${TARGETS.join(", ")}; System.out is used.`);
        }
        return target;
      },
      { fallback: "System.out" },
    ),
    withJansi: booleanProperty(false),
    preferredJansiClassName: stringProperty(),
  },
  create: ({ target, withJansi, ...output }, environment) => {
    const { name, context } = environment;
    if (withJansi) {
      environment.reportOn("withJansi").warn("<withJansi> has no effect here, and Logback is about to remove it: colours are printed without it. Delete it.");
    }
    return new ConsoleAppender(name, context, { ...outputOptions(output, environment), target });
  },
});
