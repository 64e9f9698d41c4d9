import { booleanProperty, componentProperty, componentsProperty, defineComponent, integerProperty, stringProperty, stringsProperty, textProperty, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { Filter } from "../core/filter.js";
import { MOST_KEPT_BYTES } from "../sink/backlog.js";
import { CONNECTION_TIMEOUT_MS, MAX_FLUSH_MS, RECONNECTION_DELAY_MS, WRITE_TIMEOUT_MS } from "../sink/tcp-defaults.js";
import { TcpSink } from "../sink/tcp-sink.js";
import { STRATEGY_PROPERTY, type ChosenStrategy } from "./connection-strategy.js";
import { DeliveringAppender } from "./delivering-appender.js";
import { isPort, LOGSTASH_PORT, readDestinations } from "./destinations.js";
import { bytesProperty, countProperty, durationProperty } from "./network-properties.js";
import { charsetOf, requiredEncoder } from "./output.js";
import { RING_BUFFER_PROPERTIES, RING_BUFFER_SIZE } from "./ring-buffer-properties.js";
import { SSL_PROPERTY, tlsFrom } from "./ssl.js";

/** Words that stand for a line end. */
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ["SYSTEM", "\n"],
  ["UNIX", "\n"],
  ["WINDOWS", "\r\n"],
]);

/**
 * `<appender class="net.logstash.logback.appender.LogstashTcpSocketAppender">`: sends events over TCP or TLS.
 *
 * - `<destination>`: `host:port`, any number, also with commas between them; port 4560 unless given. Required.
 *   `<remoteHost>` and `<port>` in its place are out of date.
 * - `<encoder>`: required; LogstashEncoder as a rule.
 * - `<ssl>`: secures the connection.
 * - `<connectionStrategy>`: `<preferPrimary>` (default), `<roundRobin>` or `<random>`; `<secondaryConnectionTTL>` is that of `<preferPrimary>`.
 * - `<reconnectionDelay>`: the longest pause between two attempts at a destination, 30 seconds unless given. Pauses begin
 *   with a tenth of a second and double, each shortened at random; logstash-logback-encoder always waits the whole time.
 * - `<connectionTimeout>`: 5 seconds unless given.
 * - `<writeTimeout>`: how long the receiver may take nothing before the connection is given up, 0 for ever; 1 minute
 *   unless given, in Java for ever.
 * - `<keepAliveDuration>`: after so long without an event `<keepAliveMessage>` is sent, a line end unless given
 *   (`SYSTEM`, `UNIX`, `WINDOWS`). Whether the receiver is still there the systems ask each other in any case, every 30 seconds.
 * - `<ringBufferSize>` (or `<queueSize>`): events that may wait, 8192 unless given; `<queueBytes>`: bytes that may wait, 16 MB
 *   unless given. Newer events are dropped, counted and said.
 * - `<shutdownGracePeriod>`: how long the end waits until everything is sent, 0 for as long as it takes; 5 seconds unless given, in Java a minute.
 * - `<filter>`: any number.
 * - Accepted and of no effect, because they are about threads: `<appendTimeout>`, `<appendRetryFrequency>`, `<waitStrategyType>`,
 *   `<producerType>`, `<threadNameFormat>`, `<daemon>`, `<writeBufferSize>`, `<droppedWarnFrequency>`, `<addDefaultStatusListener>`,
 *   `<includeCallerData>`, `<keepAliveCharset>`.
 *
 * Each event is sent once at most: what was handed to a connection that broke is not sent again, but counted as possibly lost.
 *
 * Status ERROR, and the appender is not started, without an encoder or a destination, with both kinds of destinations, and
 * when `<ssl>` cannot be used. Status WARN when a connection fails or breaks, and with the number of events dropped.
 *
 * Source: logstash-logback-encoder 9.0, "TCP Appenders".
 */
export const logstashTcpSocketAppender: ComponentDefinition<DeliveringAppender> = defineComponent({
  kind: "appender",
  classNames: ["net.logstash.logback.appender.LogstashTcpSocketAppender"],
  properties: {
    destination: stringsProperty(),
    remoteHost: stringProperty(),
    port: integerProperty(LOGSTASH_PORT),
    encoder: componentProperty<Encoder>("encoder", { defaultClassName: "net.logstash.logback.encoder.LogstashEncoder" }),
    ssl: SSL_PROPERTY,
    connectionStrategy: STRATEGY_PROPERTY,
    secondaryConnectionTTL: durationProperty(undefined, 1),
    reconnectionDelay: durationProperty(RECONNECTION_DELAY_MS, 1),
    connectionTimeout: durationProperty(CONNECTION_TIMEOUT_MS, 1),
    writeTimeout: durationProperty(WRITE_TIMEOUT_MS),
    keepAliveDuration: durationProperty(undefined, 1),
    keepAliveMessage: textProperty((text) => SEPARATORS.get(text) ?? text, { fallback: "\n" }),
    keepAliveCharset: stringProperty(),
    ringBufferSize: countProperty(RING_BUFFER_SIZE),
    queueSize: countProperty(RING_BUFFER_SIZE),
    queueBytes: bytesProperty(MOST_KEPT_BYTES),
    shutdownGracePeriod: durationProperty(MAX_FLUSH_MS),
    ...RING_BUFFER_PROPERTIES,
    writeBufferSize: integerProperty(0),
    includeCallerData: booleanProperty(false),
    filter: componentsProperty<Filter>("filter"),
  },
  create: (values, environment) => {
    const { context, name, isWritten } = environment;
    const { encoder, keepAliveDuration, remoteHost, secondaryConnectionTTL } = values;
    const listed = readDestinations(values.destination, environment);
    const destinations = remoteHost === undefined ? listed : [{ host: remoteHost, port: values.port }];
    const both = remoteHost !== undefined && isWritten("destination");
    if (remoteHost !== undefined) {
      environment.reportOn("remoteHost").warn(`<remoteHost> and <port> are out of date; write <destination>${remoteHost}:${String(values.port)}</destination>.`);
    }
    const chosen: ChosenStrategy = values.connectionStrategy ?? { strategy: "preferPrimary", connectionTtlMs: secondaryConnectionTTL };
    if (values.connectionStrategy !== undefined && secondaryConnectionTTL !== undefined) {
      environment.reportOn("secondaryConnectionTTL").warn("<secondaryConnectionTTL> belongs in the <preferPrimary> of <connectionStrategy>; it is ignored.");
    }
    const tls = tlsFrom(values.ssl, environment);
    return new DeliveringAppender(name, context, values.filter, () => {
      const using = requiredEncoder(encoder, name);
      if (both) {
        throw new Error(`The appender [${name}] has a <destination> and a <remoteHost>; expected one of them.`);
      }
      if (destinations.length === 0 || !destinations.every(({ port }) => isPort(port))) {
        throw new Error(`No destination is set for the appender [${name}]: expected <destination>host:port</destination>.`);
      }
      const sink = new TcpSink({
        destinations,
        origin: name,
        drains: context.drains,
        statusManager: context.statusManager,
        tls,
        charset: charsetOf(using),
        ...chosen,
        reconnectionDelayMs: values.reconnectionDelay,
        connectionTimeoutMs: values.connectionTimeout,
        writeTimeoutMs: values.writeTimeout,
        keepAlive: keepAliveDuration === undefined || values.keepAliveMessage === "" ? undefined : { afterMs: keepAliveDuration, text: values.keepAliveMessage },
        mostEvents: isWritten("ringBufferSize") ? values.ringBufferSize : values.queueSize,
        mostBytes: values.queueBytes,
        maxFlushMs: values.shutdownGracePeriod,
      });
      return { encode: (event) => using.encode(event), sink };
    }, environment.className);
  },
});
