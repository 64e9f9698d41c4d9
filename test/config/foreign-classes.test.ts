import { expect, test } from "vitest";
import { adviceFor } from "../../src/config/foreign-classes.js";
import { saidOf } from "../support/configured.js";

const known = [
  { className: "net.logstash.logback.appender.BeatsTcpSocketAppender", advice: /JSON lines over TCP/ },
  { className: "net.logstash.logback.composite.loggingevent.MdcJsonProvider", advice: /part of a JSON line/ },
  { className: "io.sentry.logback.SentryAppender", advice: /Sentry's library for Node\.js/ },
  { className: "io.prometheus.client.logback.InstrumentedAppender", advice: /Prometheus/ },
  { className: "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule", advice: /Jackson/ },
  { className: "com.github.danielwegener.logback.kafka.KafkaAppender", advice: /Kafka/ },
  { className: "de.siegmar.logbackgelf.GelfTcpAppender", advice: /Graylog/ },
  { className: "biz.paluch.logging.gelf.logback.GelfLogbackAppender", advice: /Graylog/ },
  { className: "com.google.cloud.logging.logback.LoggingAppender", advice: /Google Cloud Logging/ },
  { className: "com.gu.logback.appender.kinesis.KinesisAppender", advice: /service of a cloud/ },
  { className: "ch.qos.logback.more.appenders.FluencyLogbackAppender", advice: /service of a cloud/ },
  { className: "com.github.loki4j.logback.Loki4jAppender", advice: /Loki/ },
  { className: "io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender", advice: /observability/ },
  { className: "ch.qos.logback.classic.net.SMTPAppender", advice: /sent mail/ },
  { className: "ch.qos.logback.classic.net.SocketAppender", advice: /serialised Java objects.*LogstashTcpSocketAppender/ },
  { className: "ch.qos.logback.classic.db.DBAppender", advice: /database/ },
  { className: "ch.qos.logback.classic.boolex.JaninoEventEvaluator", advice: /no code in configuration/ },
  { className: "ch.qos.logback.access.PatternLayoutEncoder", advice: /HTTP server/ },
  { className: "ch.qos.logback.classic.net.JMSQueueAppender", advice: /JMS/ },
  { className: "ch.qos.logback.core.db.DriverManagerConnectionSource", advice: /database/ },
  { className: "org.apache.log4j.DailyRollingFileAppender", advice: /RollingFileAppender with a <rollingPolicy>/ },
  { className: "org.apache.log4j.ConsoleAppender", advice: /ch\.qos\.logback\.core\.ConsoleAppender/ },
  { className: "net.logstash.logback.appender.LogstashSocketAppender", advice: /LogstashUdpSocketAppender/ },
  { className: "net.logstash.logback.encoder.LogstashAccessEncoder", advice: /HTTP server/ },
  { className: "io.dropwizard.logging.AsyncAppender", advice: /ch\.qos\.logback\.classic\.AsyncAppender/ },
  { className: "org.apache.skywalking.apm.toolkit.log.logback.v1.x.TraceIdPatternLogbackLayout", advice: /%X\{traceId\}/ },
  { className: "com.codahale.metrics.logback.InstrumentedAppender", advice: /metrics library/ },
  { className: "com.getsentry.raven.logback.SentryAppender", advice: /Sentry's library/ },
  { className: "com.rollbar.logback.RollbarAppender", advice: /reported errors/ },
  { className: "com.splunk.logging.HttpEventCollectorLogbackAppender", advice: /collects logs/ },
  { className: "com.cwbase.logback.RedisAppender", advice: /Redis/ },
  { className: "com.openexchange.logback.extensions.appenders.kafka.KafkaAppender", advice: /Open-Xchange's way to Kafka/ },
  { className: "com.openexchange.logback.extensions.encoders.CustomFieldsAction", advice: /<customFields>/ },
];

for (const { className, advice } of known) {
  test(`${className} is answered with what it was and what to use`, () => {
    expect(adviceFor(className)).toMatch(advice);
  });
}

const unknown = ["com.acme.Appender", "", "__proto__", "constructor", "toString", "x".repeat(100_000), "kafka"];

for (const className of unknown) {
  test(`nothing is known of the class "${className.slice(0, 20)}"`, () => {
    expect(adviceFor(className)).toBe(undefined);
  });
}

test("the advice stands in the status, in place of a suggestion", () => {
  expect(saidOf('<configuration>\n<appender name="A" class="io.sentry.logback.SentryAppender"><level>WARN</level></appender><root><appender-ref ref="A"/></root></configuration>')).toEqual([
    "ERROR logback.xml:2:1 No appender of class [io.sentry.logback.SentryAppender] is known; it is left out. It sent events to Sentry: use Sentry's library for Node.js, or an appender of your own that calls it (registerComponent).",
  ]);
});
