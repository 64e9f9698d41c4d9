import { booleanProperty, componentProperty, componentsProperty, defineComponent, integerProperty, stringProperty, type ComponentDefinition, type ComponentEnvironment } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { Filter } from "../core/filter.js";
import { OpenXchangeJsonEncoder } from "../encoder/open-xchange-json-encoder.js";
import { persistToStandardError } from "../sink/persist.js";
import { CONNECTION_TIMEOUT_MS, PROBE_AFTER_MS, RECONNECTION_DELAY_MS } from "../sink/tcp-defaults.js";
import { TcpSink } from "../sink/tcp-sink.js";
import { DeliveringAppender } from "./delivering-appender.js";
import { isPort } from "./destinations.js";
import { countProperty, durationProperty } from "./network-properties.js";
import { charsetOf } from "./output.js";

const QUEUE_SIZE = 2_048;
const LOAD_FACTOR = 0.67;

/** The two homes that the class had, each with the home of its context properties. */
const PROPERTY_PREFIXES = ["com.openexchange.logback.extensions.logstash.", "com.openexchange.logback.extensions.appenders.logstash."];

/**
 * `<appender class="com.openexchange.logback.extensions.logstash.LogstashSocketAppender">`: Open-Xchange's way to Logstash over TCP.
 *
 * - `<remoteHost>`, `<port>`: required.
 * - `<encoder>`: Open-Xchange's LogstashEncoder unless given.
 * - `<queueSize>`: events that may wait, 2048 unless given.
 * - `<eventDelayLimit>`: how long an event may wait for room in the queue before it is dropped, 0 unless given. In Java the
 *   log call waits; here as many events again as the queue holds wait outside it.
 * - `<reconnectionDelay>`: the longest pause between two attempts, 30 seconds unless given; pauses begin shorter.
 * - `<acceptConnectionTimeout>`: 5 seconds unless given.
 * - `<keepAlive>`: whether the systems ask each other if they are still there; true unless given, in Java false.
 * - `<filter>`: any number.
 *
 * Properties of the context, with `com.openexchange.logback.extensions.logstash.` or, as later versions have it,
 * `com.openexchange.logback.extensions.appenders.logstash.` before them:
 *
 * - `loadFactor`: after a failed attempt or a broken connection the queue is thrown out when it is fuller than that; 0.67 unless given.
 * - `alwaysPersistEvents`: what is thrown out, and what is left at the end, goes to the standard error as JSON lines.
 * - `queueSize`, `connectionTimeout` in milliseconds: used where `<queueSize>` or `<acceptConnectionTimeout>` is not given.
 * - `enabled`: in Java it shows the length of the queue to JMX; here `deliveryCounters` always has it.
 *
 * What waits at the end is sent, within five seconds; in Java it is lost.
 *
 * Status ERROR, and the appender is not started, without a host or with a port that is none.
 * Status WARN for an `encoder` in the context, which is not looked at, and for a load factor, a queue size or a timeout there that
 * is no number, when a connection fails or breaks, and with the number of events dropped.
 */
export const openXchangeLogstashSocketAppender: ComponentDefinition<DeliveringAppender> = defineComponent({
  kind: "appender",
  classNames: [
    "com.openexchange.logback.extensions.logstash.LogstashSocketAppender",
    "com.openexchange.logback.extensions.appenders.logstash.LogstashSocketAppender",
  ],
  properties: {
    remoteHost: stringProperty(),
    port: integerProperty(0),
    encoder: componentProperty<Encoder>("encoder", { defaultClassName: "com.openexchange.logback.extensions.logstash.LogstashEncoder" }),
    queueSize: countProperty(undefined),
    eventDelayLimit: durationProperty(0),
    reconnectionDelay: durationProperty(RECONNECTION_DELAY_MS, 1),
    acceptConnectionTimeout: durationProperty(undefined, 1),
    keepAlive: booleanProperty(true),
    filter: componentsProperty<Filter>("filter"),
  },
  create: ({ remoteHost, port, eventDelayLimit, reconnectionDelay, keepAlive, filter, ...given }, environment) => {
    const { name, context } = environment;
    const encoder = given.encoder ?? defaultEncoder(environment);
    const queueSize = given.queueSize ?? count("queueSize", QUEUE_SIZE, environment);
    const connectionTimeoutMs = given.acceptConnectionTimeout ?? count("connectionTimeout", CONNECTION_TIMEOUT_MS, environment);
    const discardAbove = Math.trunc(loadFactor(environment) * queueSize);
    const persists = contextProperty("alwaysPersistEvents", environment)?.toLowerCase() === "true";
    return new DeliveringAppender(name, context, filter, () => {
      if (remoteHost === undefined || !isPort(port)) {
        throw new Error(`The appender [${name}] needs a <remoteHost> and a <port> from 1 to 65535, got ${remoteHost ?? "no host"} and ${String(port)}.`);
      }
      const sink = new TcpSink({
        destinations: [{ host: remoteHost, port }],
        origin: name,
        drains: context.drains,
        statusManager: context.statusManager,
        charset: charsetOf(encoder),
        mostEvents: queueSize,
        parkMs: eventDelayLimit,
        reconnectionDelayMs: reconnectionDelay,
        connectionTimeoutMs,
        probeAfterMs: keepAlive ? PROBE_AFTER_MS : undefined,
        discardAbove,
        persist: persists ? persistToStandardError : undefined,
      });
      return { encode: (event) => encoder.encode(event), sink };
    }, environment.className);
  },
});

function contextProperty(name: string, { property }: ComponentEnvironment): string | undefined {
  return PROPERTY_PREFIXES.map((prefix) => property(prefix + name)).find((value) => value !== undefined);
}

/** That of Open-Xchange, whatever else the context names. */
function defaultEncoder(environment: ComponentEnvironment): Encoder {
  const named = contextProperty("encoder", environment);
  if (named !== undefined && !/\b(?:JSONEncoder|LogstashEncoder)$/.test(named.trim())) {
    environment.report.warn(`The encoder of Logstash in the context, "${named}", is not looked at; write it as <encoder>.`);
  }
  return new OpenXchangeJsonEncoder();
}

/** A whole number from 1 that the context has. */
function count(name: string, fallback: number, environment: ComponentEnvironment): number {
  const text = contextProperty(name, environment)?.trim();
  if (text === undefined || /^0*[1-9]\d{0,8}$/.test(text)) {
    return Number(text ?? fallback);
  }
  environment.report.warn(`Expected a whole number from 1 as the ${name} of Logstash, got "${text}"; ${String(fallback)} is used.`);
  return fallback;
}

function loadFactor(environment: ComponentEnvironment): number {
  const text = contextProperty("loadFactor", environment)?.trim();
  const factor = text === undefined ? LOAD_FACTOR : Number(text === "" ? Number.NaN : text);
  if (Number.isFinite(factor)) {
    return factor;
  }
  environment.report.warn(`Expected a number as the loadFactor of Logstash, got "${text ?? ""}"; ${String(LOAD_FACTOR)} is used.`);
  return LOAD_FACTOR;
}
