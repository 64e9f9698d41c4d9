import type { Filter } from "../core/filter.js";
import type { Sink } from "../core/sink.js";
import type { SyslogLayouts } from "../encoder/syslog-layouts.js";
import type { Charset } from "../sink/charset.js";
import type { TlsSettings } from "../sink/tls.js";
import type { DeliveringSink } from "./delivering-appender.js";
import type { SyslogFraming } from "./syslog-frame.js";

/** What a syslog appender takes from the configuration as it is. */
interface SyslogSettings {
  /** A name in any letter case. */
  readonly facility: string | undefined;
  readonly syslogHost: string | undefined;
  readonly suffixPattern: string;
  /** Stands before each line of a stack trace. */
  readonly stackTracePattern: string;
  readonly throwableExcluded: boolean;
  readonly charset: string | undefined;
}

/** What a SyslogAppender is made of. */
export interface SyslogAppenderOptions extends SyslogSettings {
  readonly port: number;
  /** UTF-16 code units of a message; longer ones are cut. */
  readonly maxMessageSize: number;
  /** `undefined` where each message is a datagram. */
  readonly framing: SyslogFraming | undefined;
  /** Whether messages are those of RFC 5424. */
  readonly isStructured: boolean;
  readonly filters?: readonly Filter[];
  /** Applied to the lines of stack traces; they are sent as they are unless given. */
  readonly clean?: (text: string) => string;
  /** @throws Error when the appender cannot be started. */
  readonly layouts: () => SyslogLayouts;
  /** @throws Error when the appender cannot be started. */
  readonly sink: (charset: Charset) => SyslogSink;
}

/** One that knows when it is full saves making texts that would be dropped. */
export interface SyslogSink extends Sink, Pick<Partial<DeliveringSink>, "isFull" | "refuse"> {}

/** The properties of a syslog appender as the configuration has them. */
export interface SyslogValues extends SyslogSettings {
  /** That of the protocol unless given. */
  readonly port: number | undefined;
  /** That of the protocol unless given, and for 0 or less. */
  readonly maxMessageSize: number | undefined;
  readonly filter: readonly Filter[];
  readonly protocol: string;
  readonly path: string | undefined;
  readonly framing: string;
  readonly format: string;
  readonly appName: string | undefined;
  readonly procId: string | undefined;
  readonly messageId: string | undefined;
  readonly mdcId: string;
  readonly keyValueId: string;
  readonly ssl: TlsSettings | undefined;
  readonly reconnectionDelay: number | undefined;
  readonly connectionTimeout: number | undefined;
  readonly writeTimeout: number | undefined;
  readonly queueSize: number;
  readonly queueBytes: number;
  readonly shutdownGracePeriod: number | undefined;
  readonly neutralise: boolean | undefined;
}
