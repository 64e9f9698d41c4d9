import path from "node:path";
import type { ComponentEnvironment } from "../core/component.js";
import type { Sink } from "../core/sink.js";
import { patternOptionsFor } from "../encoder/compile-property.js";
import { compileSyslogLayouts, type StructuredSyslog, type SyslogLayouts, type SyslogPatternProperty } from "../encoder/syslog-layouts.js";
import type { PatternOptions } from "../pattern/compiler.js";
import { isStructuredDataName } from "../pattern/converters/structured-data.js";
import { FACILITY_NAMES, facilityNumber } from "../pattern/syslog-priority.js";
import type { Charset } from "../sink/charset.js";
import { TcpSink } from "../sink/tcp-sink.js";
import { UdpSink } from "../sink/udp-sink.js";
import { defined } from "../util/defined.js";
import { neutralise as neutralised } from "../util/neutralise.js";
import { mainModule } from "../util/main-module.js";
import { tlsFrom } from "./ssl.js";
import { LARGEST_DATAGRAM } from "./syslog-frame.js";
import type { SyslogAppenderOptions, SyslogValues } from "./syslog-settings.js";

const PROTOCOLS = ["udp", "tcp", "tls", "unix"] as const;
const FORMATS = ["rfc3164", "rfc5424"] as const;
const FRAMINGS = ["octetCounting", "newline"] as const;

export const DEFAULT_PORT = 514;
export const DEFAULT_TLS_PORT = 6514;
const DEFAULT_PATH = "/dev/log";
/** Logback's, for datagrams. */
export const DEFAULT_MAX_LENGTH = 65_000;
export const DEFAULT_MAX_STREAM_LENGTH = 1_048_576;

/**
 * What a syslog appender is made of. What keeps it from starting is thrown when it is started, as with every appender,
 * so that it stays visible as one that is not started.
 */
export function syslogOptions(values: SyslogValues, environment: ComponentEnvironment): SyslogAppenderOptions {
  const protocol = wordAmong(PROTOCOLS, values.protocol);
  const format = wordAmong(FORMATS, values.format);
  const framing = wordAmong(FRAMINGS, values.framing);
  const isStream = protocol !== "udp";
  const port = values.port ?? (protocol === "tls" ? DEFAULT_TLS_PORT : DEFAULT_PORT);
  const maxMessageSize = maxLength(values, isStream, environment);
  const clean = (values.neutralise ?? environment.neutralise) ? neutralised : (text: string): string => text;
  if (protocol === "tls" && framing === "newline") {
    environment.reportOn("framing").warn("RFC 5425 asks for octetCounting with TLS; newline is used, as configured.");
  }
  return {
    ...values,
    port,
    maxMessageSize,
    framing: isStream ? (framing ?? "octetCounting") : undefined,
    isStructured: format === "rfc5424",
    filters: values.filter,
    layouts: thrownLater(() => {
      mustBeKnown(protocol, "protocol", values.protocol, PROTOCOLS);
      mustBeKnown(format, "format", values.format, FORMATS);
      mustBeKnown(framing, "framing", values.framing, FRAMINGS);
      return layoutsFor(values, format === "rfc5424" ? structured(values, framing === "newline" ? neutralised : clean) : undefined, environment);
    }),
    clean,
    sink: (charset) => sinkFor({ ...values, protocol: protocol ?? "udp", port }, charset, environment),
  };
}

/** Calls `make` now, and gives its result, or what it threw, when asked. */
function thrownLater<T>(make: () => T): () => T {
  try {
    const made = make();
    return () => made;
  } catch (cause) {
    return () => {
      throw cause;
    };
  }
}

function wordAmong<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word.toLowerCase() === text.toLowerCase());
}

/** @throws Error where a word was not understood. Another one in its place might send in the open what was to be secured. */
function mustBeKnown(word: string | undefined, property: string, text: string, words: readonly string[]): void {
  if (word === undefined) {
    throw new Error(`<${property}>: expected ${words.join(", ")}, got "${text}".`);
  }
}

function maxLength({ maxMessageSize = 0 }: SyslogValues, isStream: boolean, environment: ComponentEnvironment): number {
  if (maxMessageSize <= 0) {
    return isStream ? DEFAULT_MAX_STREAM_LENGTH : DEFAULT_MAX_LENGTH;
  }
  if (!isStream && maxMessageSize > LARGEST_DATAGRAM) {
    environment.reportOn("maxMessageSize").warn(`A datagram has at most ${String(LARGEST_DATAGRAM)} bytes; longer messages are cut there.`);
  }
  return maxMessageSize;
}

function layoutsFor({ facility, suffixPattern, stackTracePattern, neutralise }: SyslogValues, structured: StructuredSyslog | undefined, environment: ComponentEnvironment): SyslogLayouts {
  if (facility === undefined || facility === "") {
    throw new Error("The Facility option is mandatory.");
  }
  if (facilityNumber(facility) === undefined) {
    throw new Error(`<facility>: expected ${FACILITY_NAMES.join(", ")}, got "${facility}".`);
  }
  const shared = patternOptionsFor(neutralise, environment);
  const optionsFor = (property: SyslogPatternProperty): PatternOptions => ({
    ...shared,
    report: ({ level, message, column }) => {
      const report = environment.reportOn(property, column - 1);
      if (level === "ERROR") {
        report.error(message);
      } else {
        report.warn(message);
      }
    },
  });
  const layouts = compileSyslogLayouts({ facility, suffixPattern, stackTracePattern, structured }, optionsFor);
  environment.context.fineClock ||= layouts.message.needsNanos || layouts.stackTrace.needsNanos;
  return layouts;
}

function structured({ appName, procId, messageId, mdcId, keyValueId }: SyslogValues, clean: (text: string) => string): StructuredSyslog {
  for (const id of [mdcId, keyValueId]) {
    if (id !== "" && !isStructuredDataName(id)) {
      throw new Error(`Expected an id such as mdc@32473, at most 32 visible characters without = ] and ", got "${id}".`);
    }
  }
  return {
    appName: appName ?? programName(),
    procId: procId ?? String(process.pid),
    messageId,
    mdcId,
    keyValueId,
    clean,
  };
}

function programName(): string {
  const script = mainModule() ?? "";
  return script === "" ? "node" : path.basename(script, path.extname(script));
}

type Address = Omit<SyslogValues, "protocol" | "port"> & { readonly protocol: (typeof PROTOCOLS)[number]; readonly port: number };

function sinkFor(address: Address, charset: Charset, environment: ComponentEnvironment): Sink {
  const { protocol, port } = address;
  // As Java's loopback address; certificates are for names.
  const { syslogHost = protocol === "tls" ? "localhost" : "127.0.0.1" } = address;
  const { name, context } = environment;
  const tls = tlsFrom(address.ssl, environment);
  if (tls !== undefined && protocol !== "tls") {
    throw new Error(`<ssl> is there, but <protocol> is ${protocol}, which is not secured. Write tls, or take <ssl> out.`);
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`<port>: expected a number from 1 to 65535, got ${String(port)}.`);
  }
  const shared = { origin: name, drains: context.drains, statusManager: context.statusManager, charset };
  if (protocol === "udp") {
    return new UdpSink({ ...shared, destination: { host: syslogHost, port } });
  }
  if (charset.minBytesPerUnit > 1) {
    throw new Error(`<charset>: ${charset.name} cannot be framed in a stream; use UTF-8.`);
  }
  const destination = protocol === "unix" ? { path: address.path ?? DEFAULT_PATH } : { host: syslogHost, port };
  return new TcpSink({
    ...shared,
    destinations: [destination],
    ...(protocol === "tls" ? { tls: tls ?? {} } : {}),
    ...defined("reconnectionDelayMs", address.reconnectionDelay),
    ...defined("connectionTimeoutMs", address.connectionTimeout),
    ...defined("writeTimeoutMs", address.writeTimeout),
    ...defined("maxFlushMs", address.shutdownGracePeriod),
    mostEvents: address.queueSize,
    mostBytes: address.queueBytes,
  });
}
