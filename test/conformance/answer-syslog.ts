import { hostname } from "node:os";
import { conversionWords } from "../../src/builtins.js";
import { SyslogAppender } from "../../src/appender/syslog-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { compileSyslogLayouts } from "../../src/encoder/syslog-layouts.js";
import { wordMap } from "../../src/pattern/word-map.js";
import { facilityNumber } from "../../src/pattern/syslog-priority.js";
import { charsetNamed, encoded } from "../../src/sink/charset.js";
import { MemorySink } from "../support/memory-sink.js";
import { eventOf, type EventInput } from "./answer-pattern.js";

export interface SyslogInput {
  readonly settings: {
    readonly facility?: string;
    readonly suffixPattern?: string;
    readonly stackTracePattern?: string;
    readonly throwableExcluded?: boolean;
    readonly maxMessageSize?: number;
    readonly charset?: string;
  };
  readonly contextName?: string;
  readonly contextProperties?: Readonly<Record<string, string>>;
  readonly events: readonly EventInput[];
}

export interface SyslogAnswer {
  readonly started: boolean;
  readonly datagrams: readonly string[];
  readonly statusWorst: string;
}

/** Answers a case of kind `syslog`: the datagrams that an appender with these settings sends. */
export function answerSyslog({ settings, contextName = "", contextProperties = {}, events }: SyslogInput): SyslogAnswer {
  const { suffixPattern = "[%thread] %logger %msg", stackTracePattern = "\t", throwableExcluded = false, charset } = settings;
  const { maxMessageSize = 0 } = settings;
  const facility = settings.facility?.trim();
  const context = new LoggerContext();
  const sink = new MemorySink();
  const report = ({ message }: { readonly message: string }): void => {
    context.statusManager.error(message, { origin: "SYSLOG" });
  };
  const appender = new SyslogAppender("SYSLOG", context, {
    facility,
    syslogHost: undefined,
    port: 514,
    suffixPattern,
    stackTracePattern,
    throwableExcluded,
    // 0 is Logback's default too, and stands for what one datagram may hold.
    maxMessageSize: maxMessageSize === 0 ? 65_000 : maxMessageSize,
    charset,
    framing: undefined,
    isStructured: false,
    layouts: () => {
      if (facility === undefined || facilityNumber(facility) === undefined) {
        throw new Error("no such facility");
      }
      return compileSyslogLayouts({ facility, suffixPattern, stackTracePattern }, () => ({ words: wordMap(conversionWords), report }));
    },
    sink: () => sink,
  });
  appender.start();
  const view = { name: contextName, birthTime: events[0]?.timestampMillis ?? 0, properties: new Map(Object.entries(contextProperties)) };
  for (const event of events) {
    appender.doAppend(eventOf(event, view));
  }
  const bytes = charsetNamed(charset ?? "UTF-8");
  // Without a byte order mark, Java takes the high byte for the first, the decoder here for the second.
  const decoder = new TextDecoder(bytes.name === "UTF-16" ? "UTF-16BE" : bytes.name);
  const levels = context.statusManager.statuses.map(({ level }) => level);
  return {
    started: appender.isStarted,
    datagrams: sink.texts.map((text) => decoder.decode(encoded(bytes, text)).replaceAll(hostname(), "<HOSTNAME>")),
    statusWorst: levels.includes("ERROR") ? "ERROR" : levels.includes("WARN") ? "WARN" : "INFO",
  };
}
