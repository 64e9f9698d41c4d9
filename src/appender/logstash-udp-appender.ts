import { componentProperty, componentsProperty, defineComponent, integerProperty, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { Encoder, Layout } from "../core/encoder.js";
import type { Filter } from "../core/filter.js";
import type { LoggerContext } from "../core/logger-context.js";
import { newStatus } from "../core/status.js";
import { charsetNamed, UTF_8, type Charset } from "../sink/charset.js";
import { UdpSink } from "../sink/udp-sink.js";
import { DeliveringAppender } from "./delivering-appender.js";
import { isPort } from "./destinations.js";
import { charsetOf } from "./output.js";
import { cutToBytes, cutToLength, LARGEST_DATAGRAM } from "./syslog-frame.js";

const DEFAULT_PORT = 514;
const MOST_CHARACTERS = 65_000;

/**
 * `<appender class="net.logstash.logback.appender.LogstashUdpSocketAppender">`: sends each event as one UDP datagram.
 *
 * - `<host>` (or `<syslogHost>`): required. `<port>`: 514 unless given.
 * - `<layout>`: required; LogstashLayout as a rule. An `<encoder>` does as well.
 * - `<maxMessageSize>`: characters of an event, 65000 unless given; a datagram has at most 65507 bytes. What is longer is
 *   cut, between two characters.
 * - `<charset>`: UTF-8 unless given.
 * - `<filter>`: any number.
 *
 * Whether a datagram arrives nobody knows: UDP is for events that may be lost.
 *
 * Status ERROR, and the appender is not started, without a host or a layout, and with a port that is none.
 * Status WARN once when an event is cut, and when datagrams cannot be sent.
 *
 * Source: logstash-logback-encoder 9.0, "UDP Appender".
 */
export const logstashUdpSocketAppender: ComponentDefinition<DeliveringAppender> = defineComponent({
  kind: "appender",
  classNames: ["net.logstash.logback.appender.LogstashUdpSocketAppender"],
  properties: {
    host: stringProperty(),
    syslogHost: stringProperty(),
    port: integerProperty(DEFAULT_PORT),
    layout: componentProperty<Layout>("layout"),
    encoder: componentProperty<Encoder>("encoder"),
    maxMessageSize: integerProperty(MOST_CHARACTERS),
    charset: stringProperty(),
    filter: componentsProperty<Filter>("filter"),
  },
  create: ({ host, syslogHost, port, layout, encoder, maxMessageSize, charset: charsetName, filter }, { name, context, className }) =>
    new DeliveringAppender(name, context, filter, () => {
      const target = host ?? syslogHost;
      if (target === undefined || !isPort(port)) {
        throw new Error(`The appender [${name}] needs a <host> and a <port> from 1 to 65535, got ${target ?? "no host"} and ${String(port)}.`);
      }
      if (layout === undefined && encoder === undefined) {
        throw new Error(`No layout is set for the appender [${name}].`);
      }
      const charset = charsetName !== undefined ? charsetNamed(charsetName) : encoder === undefined ? UTF_8 : charsetOf(encoder);
      const cut = cutter(context, name, maxMessageSize, charset);
      return {
        encode: (event) => cut(layout?.doLayout(event) ?? encoder?.encode(event) ?? ""),
        sink: new UdpSink({ destination: { host: target, port }, origin: name, drains: context.drains, statusManager: context.statusManager, charset }),
      };
    }, className),
});

/** Cuts texts to what a datagram can have, and says so once. */
function cutter({ statusManager }: LoggerContext, name: string, maxLength: number, charset: Charset): (text: string) => string {
  return (text) => {
    const cut = cutToBytes(cutToLength(text, maxLength), LARGEST_DATAGRAM, charset);
    if (cut.length < text.length) {
      const message = `An event of ${String(text.length)} characters was cut to ${String(cut.length)}; <maxMessageSize> is ${String(maxLength)}, a datagram has at most ${String(LARGEST_DATAGRAM)} bytes. Said once.`;
      statusManager.addOnce(`udp-cut:${name}`, newStatus("WARN", message, { origin: name }));
    }
    return cut;
  };
}
