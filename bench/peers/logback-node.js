/** This package, by its own name and through its public API only. */
import { createRequire } from "node:module";
import { ACCEPTED, customerOf, errorSource, FAILED, LOGGER, numberOf } from "../harness/messages.js";
import { unavailable } from "./unavailable.js";

export const members = { message: "message", stack: (record) => record.stack_trace };

/** `[main]` stands for the thread, as in the layouts of the other libraries. */
const PATTERN = "%d [%thread] %-5level %logger - %msg%n";

/** The first has the members that JSON of other libraries has; the second is what a configuration gets that says no more. */
const ENCODERS = {
  text: { pattern: PATTERN },
  json: { class: "LogstashEncoder", fieldNames: { version: "[ignore]", levelValue: "[ignore]" } },
  logstash: { class: "LogstashEncoder" },
};

/** Filters that do not match: none of these keys is in the MDC with that value. */
const TURBO_FILTERS = {
  none: () => [],
  mdcFilters: (count) => Array.from({ length: count }, (_, index) => ({ class: "MDCFilter", MDCKey: "session", value: `other-${index}`, OnMatch: "ACCEPT" })),
};

/**
 * @param {object} options
 * @param {"text" | "json" | "logstash"} options.encoder
 * @param {boolean} options.immediateFlush
 * @param {{ maxFileSize: number }} [options.rolling] - Bytes.
 */
export async function open(options) {
  const { file, loader = "import", call = "accepted", ownTurboFilters = 0, traceFilters = 0, traced = "ROOT", mdcElsewhere = false } = options;
  const { configure, configureFromXml, LoggerFactory, MDC, shutdown, tracing } = loader === "require" ? createRequire(import.meta.url)("logback-node") : await import("logback-node");
  // A code configuration cannot say `appender-ref` within an appender.
  expectNoTrouble(options.async === true ? configureFromXml(asyncXml(file)) : configure(configuration(options)));
  const context = LoggerFactory.getLoggerContext();
  for (let count = 0; count < ownTurboFilters; count += 1) {
    context.addTurboFilter({ decide: () => "NEUTRAL" });
  }
  if (traceFilters > 0) {
    context.putProperty("com.openexchange.logging.filter.loggerWhitelist", "ROOT");
  }
  for (let user = 0; user < traceFilters; user += 1) {
    tracing.addUserFilter({ contextId: 1, userId: user, loggers: { [traced]: "DEBUG" } });
  }
  if (mdcElsewhere) {
    MDC.run({ requestId: "1" }, () => {});
  }
  const log = LoggerFactory.getLogger(LOGGER);
  return { write: CALLS[call](log, options), close: shutdown, inScope: (fields, action) => MDC.run(fields, action) };
}

const CALLS = {
  accepted: (log) => (index) => {
    log.info(ACCEPTED.braces, numberOf(index), customerOf(index));
  },
  disabled: (log) => (index) => {
    log.debug(ACCEPTED.braces, index, customerOf(index));
  },
  failed: (log, { errors }) => {
    const errorOf = errorSource(errors);
    return (index) => {
      log.error(FAILED.braces, numberOf(index), customerOf(index), errorOf(index));
    };
  },
};

function configuration({ file, encoder = "text", immediateFlush = true, bufferSize, turboFilters = ["none"], rolling }) {
  const [kind, count] = turboFilters;
  const policies = rolling === undefined ? {} : { rollingPolicy: { class: "SizeAndTimeBasedRollingPolicy", fileNamePattern: `${file}.%d.%i`, maxFileSize: String(rolling.maxFileSize) } };
  return {
    appenders: { FILE: { class: rolling === undefined ? "FileAppender" : "RollingFileAppender", file, immediateFlush, ...policies, ...(bufferSize === undefined ? {} : { bufferSize }), encoder: ENCODERS[encoder] } },
    root: { level: "INFO", appenders: ["FILE"] },
    turboFilters: TURBO_FILTERS[kind](count),
  };
}

/** `discardingThreshold` 0: nothing is thrown away when the queue is full. */
const asyncXml = (file) => `
  <configuration>
    <appender name="FILE" class="FileAppender">
      <file>${file}</file>
      <immediateFlush>false</immediateFlush>
      <encoder><pattern>${PATTERN}</pattern></encoder>
    </appender>
    <appender name="ASYNC" class="AsyncAppender">
      <discardingThreshold>0</discardingThreshold>
      <appender-ref ref="FILE"/>
    </appender>
    <root level="INFO"><appender-ref ref="ASYNC"/></root>
  </configuration>`;

/** A configuration that is only half understood would measure something else. */
function expectNoTrouble({ statuses }) {
  const trouble = statuses.filter(({ level }) => level !== "INFO");
  const unknown = trouble.map(({ message }) => /^No .+ of class \[(.+?)\] is known/.exec(message)?.[1]).find((name) => name !== undefined);
  if (unknown !== undefined) {
    throw unavailable(`there is no ${unknown} yet`);
  }
  if (trouble.length > 0) {
    throw new Error(trouble.map(({ level, message }) => `${level} ${message}`).join("\n"));
  }
}
