import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import {
  booleanProperty,
  componentProperty,
  componentsProperty,
  defineComponent,
  optionalIntegerProperty,
  stringProperty,
  textProperty,
  type ComponentDefinition,
} from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { Filter } from "../core/filter.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import type { SinkCounters } from "../core/sink.js";
import { newStatus } from "../core/status.js";
import type { ThrowableInfo } from "../core/throwable-info.js";
import { PATTERN_PROPERTIES } from "../encoder/compile-property.js";
import { ENCODER_PROPERTIES } from "../encoder/encoder-properties.js";
import type { SyslogLayouts } from "../encoder/syslog-layouts.js";
import { throwableFields } from "../pattern/throwable-fields.js";
import { MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "../sink/backlog.js";
import { charsetNamed, UTF_8, type Charset } from "../sink/charset.js";
import type { DeliveryCounters } from "../sink/delivery.js";
import { thrownMessage } from "../util/thrown-message.js";
import { bytesProperty, countProperty, durationProperty } from "./network-properties.js";
import { NOTHING_DELIVERED } from "./output.js";
import { SSL_PROPERTY } from "./ssl.js";
import { cutToBytes, cutToLength, LARGEST_DATAGRAM, syslogFrame, withoutLongData } from "./syslog-frame.js";
import { DEFAULT_MAX_LENGTH, DEFAULT_MAX_STREAM_LENGTH, DEFAULT_PORT, DEFAULT_TLS_PORT, syslogOptions } from "./syslog-options.js";
import type { SyslogAppenderOptions, SyslogSink } from "./syslog-settings.js";

/**
 * Sends events to a syslog server.
 *
 * The lines of a stack trace are messages of their own, one behind the other, as in Logback. So is the format, unless
 * RFC 5424 is asked for: that of RFC 3164, one datagram a message.
 *
 * Source: Logback manual, "Appenders", SyslogAppender; RFC 3164, RFC 5424, RFC 5425, RFC 6587.
 */
export class SyslogAppender extends BaseAppender {
  readonly facility: string | undefined;
  readonly syslogHost: string | undefined;
  readonly port: number;
  readonly suffixPattern: string;
  readonly stackTracePattern: string;
  readonly throwableExcluded: boolean;
  readonly maxMessageSize: number;
  readonly #options: SyslogAppenderOptions;
  #layouts: SyslogLayouts | undefined;
  #charset: Charset = UTF_8;
  #sink: SyslogSink | undefined;

  constructor(name: string, context: LoggerContext, options: SyslogAppenderOptions) {
    super(name, context, options.filters ?? []);
    this.facility = options.facility;
    this.syslogHost = options.syslogHost;
    this.port = options.port;
    this.suffixPattern = options.suffixPattern;
    this.stackTracePattern = options.stackTracePattern;
    this.throwableExcluded = options.throwableExcluded;
    this.maxMessageSize = options.maxMessageSize;
    this.#options = options;
  }

  /** What in its configuration keeps it from starting; `undefined` where nothing does. */
  get defect(): string | undefined {
    try {
      this.#options.layouts();
      return undefined;
    } catch (error) {
      return thrownMessage(error);
    }
  }

  /** What became of the events that it took. */
  get deliveryCounters(): DeliveryCounters {
    const { written, queued, dropped, ...more }: SinkCounters & Partial<DeliveryCounters> = this.#sink?.counters ?? NOTHING_DELIVERED;
    return { accepted: written + queued + dropped, sent: written, persisted: 0, possiblyLost: 0, ...more, written, queued, dropped };
  }

  get queueCapacity(): number | undefined {
    return this.#sink?.queueCapacity;
  }

  get reconnects(): number | undefined {
    return this.#sink?.reconnects;
  }

  protected override open(): void {
    const { charset, layouts, sink } = this.#options;
    this.#layouts ??= layouts();
    this.#charset = charset === undefined ? UTF_8 : charsetNamed(charset);
    this.#sink ??= sink(this.#charset);
    this.#sink.open();
  }

  override beginBatch(): void {
    this.#sink?.beginBatch();
  }

  override endBatch(): void {
    this.#sink?.endBatch();
  }

  protected append(event: LoggingEvent): void {
    const layouts = this.#layouts;
    const sink = this.#sink;
    if (layouts === undefined || sink === undefined) {
      return;
    }
    if (sink.isFull === true) {
      sink.refuse?.();
      return;
    }
    const { framing } = this.#options;
    const throwable = this.throwableExcluded || event.throwable === undefined ? undefined : event.throwableInfo;
    const message = this.#cut(layouts.message.convert(event));
    const lines = throwable === undefined ? undefined : this.#stackTrace(throwable, layouts.stackTrace.convert(event));
    if (framing === undefined) {
      sink.write(message);
      lines?.forEach((line) => {
        sink.writeExtra(line);
      });
    } else {
      const first = syslogFrame(message, framing, this.#charset);
      sink.write(lines === undefined ? first : first + lines.map((line) => syslogFrame(line, framing, this.#charset)).join(""));
    }
  }

  #stackTrace(throwable: ThrowableInfo, start: string): readonly string[] {
    const { clean = (text: string): string => text, framing, isStructured } = this.#options;
    // As in Logback, <maxMessageSize> is for messages only.
    const most = framing === undefined && !isStructured ? Number.POSITIVE_INFINITY : this.maxMessageSize;
    return stackTraceLines(throwable).map((line) => this.#cut(start + clean(line), most));
  }

  protected override close(): void | Promise<void> {
    return this.#sink?.close();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return this.#sink?.counters ?? NOTHING_DELIVERED;
  }

  /** To what may be sent. What is left out is said once. */
  #cut(message: string, maxMessageSize = this.maxMessageSize): string {
    const { framing, isStructured } = this.#options;
    const whole = isStructured && message.length > maxMessageSize ? withoutLongData(message, maxMessageSize) : message;
    const fitting = cutToLength(whole, maxMessageSize);
    const cut = framing === undefined ? cutToBytes(fitting, LARGEST_DATAGRAM, this.#charset) : fitting;
    if (cut.length < message.length) {
      const limits = [
        ...(Number.isFinite(maxMessageSize) ? [`<maxMessageSize> is ${String(maxMessageSize)}`] : []),
        ...(framing === undefined ? [`a datagram has at most ${String(LARGEST_DATAGRAM)} bytes`] : []),
      ].join(", ");
      const text = `Appender [${this.name}]: a message of ${String(message.length)} characters was cut to ${String(cut.length)}; ${limits}. Said once.`;
      this.context.statusManager.addOnce(`syslog-cut:${this.name}`, newStatus("WARN", text, { origin: this.name }));
    }
    return cut;
  }
}

/** The throwable and its causes line by line. Suppressed ones are left out and common frames are not, as in Logback. */
function stackTraceLines(throwable: ThrowableInfo): string[] {
  const lines: string[] = [];
  for (let info: ThrowableInfo | undefined = throwable; info !== undefined; info = info.cause) {
    const fields = throwableFields(info);
    lines.push(`${info === throwable ? "" : "Caused by: "}${info.className}: ${info.message ?? "null"}`, ...(fields === "" ? [] : [fields]), ...info.frames.map(({ text }) => `at ${text}`));
  }
  return lines;
}

/**
 * `<appender class="ch.qos.logback.classic.net.SyslogAppender">`
 *
 * As in Logback:
 * - `<facility>`: KERN, USER, MAIL, ..., LOCAL0 to LOCAL7, in any letter case. Required.
 * - `<syslogHost>`: this machine unless given; `<port>`: 514 unless given, 6514 for TLS.
 * - `<suffixPattern>`: what is written behind time and host; `[%thread] %logger %msg` unless given.
 * - `<stackTracePattern>`: stands before each line of a stack trace, which is a message of its own; a tab unless given.
 * - `<throwableExcluded>`: true leaves stack traces out.
 * - `<maxMessageSize>`: characters of a message, 65000 unless given, 1048576 over TCP; a datagram has at most 65507 bytes.
 *   In datagrams of the old format, lines of stack traces may be longer, as in Logback.
 * - `<charset>`: UTF-8 unless given. `<lazy>`, of earlier versions of Logback, is accepted and has no effect: WARN.
 * - `<filter>`: any number.
 *
 * Besides:
 * - `<protocol>`: `udp` (default), `tcp`, `tls` or `unix`, a socket of the stream kind at `<path>`.
 * - `<framing>`: how messages are told apart in a stream: `octetCounting` (default) or `newline`.
 * - `<format>`: `rfc3164` (default) or `rfc5424`, and for the latter:
 *   `<appName>` (the program's file without its extension), `<procId>` (the process id), `<messageId>` (a pattern such as
 *   `%marker`; a hyphen), `<mdcId>` (`mdc@32473`), `<keyValueId>` (`kvp@32473`): ids of the elements with the MDC and the
 *   key-value pairs, empty for none.
 * - `<ssl>`: certificates, for `tls`.
 * - Of connections, `<reconnectionDelay>` (30 seconds), `<connectionTimeout>` (5 seconds), `<writeTimeout>` (a minute),
 *   `<queueSize>` (8192 events), `<queueBytes>` (16 MB) and `<shutdownGracePeriod>` (5 seconds): longest pause between two
 *   attempts, patience with them and with a receiver that does not read, what may wait, and for how long at the end.
 * - `<neutralise>`: true makes control characters in logged data visible; as the configuration says unless given.
 *
 * Status ERROR, and the appender is not started, without a facility or with one that there is not, with an unknown
 * protocol, format or framing, a port out of range, and with a charset that cannot be framed.
 * Status WARN for a `<layout>`, which is ignored, and once when a message is cut.
 */
export const syslogAppender: ComponentDefinition<SyslogAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.classic.net.SyslogAppender"],
  properties: {
    facility: stringProperty(),
    syslogHost: stringProperty(),
    port: optionalIntegerProperty(`${String(DEFAULT_PORT)} is used, ${String(DEFAULT_TLS_PORT)} for TLS`),
    suffixPattern: stringProperty({ fallback: "[%thread] %logger %msg" }),
    stackTracePattern: stringProperty({ fallback: "\t" }),
    throwableExcluded: booleanProperty(false),
    maxMessageSize: optionalIntegerProperty(`${String(DEFAULT_MAX_LENGTH)} is used, ${String(DEFAULT_MAX_STREAM_LENGTH)} in a stream`),
    charset: ENCODER_PROPERTIES.charset,
    lazy: booleanProperty(false),
    layout: componentProperty<Layout>("layout", { defaultClassName: "ch.qos.logback.classic.PatternLayout" }),
    filter: componentsProperty<Filter>("filter"),
    protocol: stringProperty({ fallback: "udp" }),
    path: stringProperty(),
    framing: stringProperty({ fallback: "octetCounting" }),
    format: stringProperty({ fallback: "rfc3164" }),
    appName: stringProperty(),
    procId: stringProperty(),
    messageId: textProperty((text) => (text === "" ? undefined : text)),
    mdcId: { ...stringProperty({ fallback: "mdc@32473" }), takesEmpty: true },
    keyValueId: { ...stringProperty({ fallback: "kvp@32473" }), takesEmpty: true },
    ssl: SSL_PROPERTY,
    reconnectionDelay: durationProperty(undefined, 1),
    connectionTimeout: durationProperty(undefined, 1),
    writeTimeout: durationProperty(undefined),
    queueSize: countProperty(MOST_KEPT_EVENTS),
    queueBytes: bytesProperty(MOST_KEPT_BYTES),
    shutdownGracePeriod: durationProperty(undefined),
    neutralise: PATTERN_PROPERTIES.neutralise,
  },
  create: ({ layout, ...values }, environment) => {
    if (environment.isWritten("lazy")) {
      environment.reportOn("lazy").warn("<lazy> has no effect, and Logback has it no more. Delete it.");
    }
    if (layout !== undefined) {
      environment.reportOn("layout").warn("The layout of a SyslogAppender cannot be set; use <suffixPattern>. It is ignored.");
    }
    return new SyslogAppender(environment.name, environment.context, syslogOptions(values, environment));
  },
});
