/** This package, sending over the network. */
import { configureFromXml, LoggerFactory, shutdown } from "logback-node";
import { setTimeout as sleep } from "node:timers/promises";
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";

export const members = { message: "message" };

const POLL_MS = 1;

const APPENDERS = {
  tcp: (port) => `<appender name="NET" class="net.logstash.logback.appender.LogstashTcpSocketAppender">
    <destination>127.0.0.1:${port}</destination>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder"><fieldNames><version>[ignore]</version><levelValue>[ignore]</levelValue></fieldNames></encoder>
  </appender>`,
  syslog: (port) => `<appender name="NET" class="ch.qos.logback.classic.net.SyslogAppender">
    <syslogHost>127.0.0.1</syslogHost><port>${port}</port><facility>USER</facility><suffixPattern>[%thread] %logger %msg</suffixPattern>
  </appender>`,
};

/**
 * @param {object} options
 * @param {"tcp" | "syslog"} options.appender
 */
export async function open({ appender, port }) {
  const { statuses } = configureFromXml(`<configuration>${APPENDERS[appender](port)}<root level="INFO"><appender-ref ref="NET"/></root></configuration>`);
  const trouble = statuses.filter(({ level }) => level !== "INFO");
  if (trouble.length > 0) {
    throw new Error(trouble.map(({ level, message }) => `${level} ${message}`).join("\n"));
  }
  const log = LoggerFactory.getLogger(LOGGER);
  await whenConnected();
  return {
    write: (index) => {
      log.info(ACCEPTED.braces, numberOf(index), customerOf(index));
    },
    close: shutdown,
  };
}

/** Others wait for their connection, too. */
async function whenConnected() {
  const { statusManager } = LoggerFactory.getLoggerContext();
  for (let waited = 0; waited < 100 && !statusManager.statuses.some(({ message }) => message.startsWith("Connected to ")); waited += POLL_MS) {
    await sleep(POLL_MS);
  }
}
