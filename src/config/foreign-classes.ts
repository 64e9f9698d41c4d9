const USE_LOGSTASH_ENCODER = "Use net.logstash.logback.encoder.LogstashEncoder with <customFields> and <fieldNames>";
const USE_CONSOLE_JSON = "write JSON to the console (ConsoleAppender with LogstashEncoder or JsonEncoder) and let the platform collect it";
const USE_OWN_APPENDER = "use that service's own library for Node.js behind an appender of your own (registerComponent)";
const USE_PROPERTIES = "Use <property> with an environment variable";

/** Classes by their full name, and what to do instead. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ["ch.qos.logback.classic.boolex.GEventEvaluator", "It evaluated Groovy and was removed from Logback: no code in configuration. Use OnMarkerEvaluator, LevelFilter or a filter of your own (registerComponent)."],
  ["ch.qos.logback.classic.boolex.JaninoEventEvaluator", "It evaluated Java and was removed from Logback: no code in configuration. Use OnMarkerEvaluator, LevelFilter or a filter of your own (registerComponent)."],
  ["ch.qos.logback.classic.db.DBAppender", `It wrote to a database and was removed from Logback: ${USE_OWN_APPENDER}.`],
  ["ch.qos.logback.classic.net.SMTPAppender", "It sent mail, which is not offered: let the system that collects the logs raise the alarm."],
  ["ch.qos.logback.classic.net.SSLSocketAppender", "It sent serialised Java objects, which are not offered. Send JSON lines with net.logstash.logback.appender.LogstashTcpSocketAppender."],
  ["ch.qos.logback.classic.net.SocketAppender", "It sent serialised Java objects, which are not offered. Send JSON lines with net.logstash.logback.appender.LogstashTcpSocketAppender."],
  ["ch.qos.logback.classic.net.server.ServerSocketAppender", "It sent serialised Java objects, which are not offered. Send JSON lines with net.logstash.logback.appender.LogstashTcpSocketAppender."],
  ["ch.qos.logback.classic.sift.JNDIBasedContextDiscriminator", `It asked a JNDI directory, which only a JVM has. ${USE_PROPERTIES}.`],
  ["ch.qos.logback.classic.turbo.ReconfigureOnChangeFilter", 'It was removed from Logback. Use <configuration scan="true">.'],
  ["com.google.cloud.logging.logback.LoggingAppender", `It wrote to Google Cloud Logging: ${USE_CONSOLE_JSON}.`],
  ["io.prometheus.client.logback.InstrumentedAppender", "It counted events for Prometheus. Leave it out and count in an appender of your own (registerComponent)."],
]);

/** Families of classes, the special before the general. */
const FAMILIES: readonly (readonly [className: RegExp, advice: string])[] = [
  [/^com\.openexchange\.logback\.extensions\..*KafkaAppender$/, `It is Open-Xchange's way to Kafka: ${USE_OWN_APPENDER}.`],
  [/^com\.openexchange\.logback\.extensions\..*CustomFieldsActions?$/, `It added fields to Open-Xchange's JSON. ${USE_LOGSTASH_ENCODER}.`],
  [/^ch\.qos\.logback\.access\./, "It logged requests of a servlet container. Log them from your HTTP server with a logger of their own."],
  [/^ch\.qos\.logback\.classic\.net\.JMS(?:Queue|Topic)Appender$/, `It sent events over JMS and was removed from Logback: ${USE_OWN_APPENDER}.`],
  [/^ch\.qos\.logback\.core\.db\./, `It wrote to a database and was removed from Logback: ${USE_OWN_APPENDER}.`],
  [/^org\.apache\.log4j\.(?:Daily)?RollingFileAppender$/, "It is Log4j's. Use ch.qos.logback.core.rolling.RollingFileAppender with a <rollingPolicy>."],
  [/^org\.apache\.(?:log4j|logging)\./, "It is Log4j's. Logback's appenders are ch.qos.logback.core.ConsoleAppender, ch.qos.logback.core.FileAppender and ch.qos.logback.core.rolling.RollingFileAppender; their patterns are written in <encoder>."],
  [/^com\.fasterxml\.jackson\./, "It configured Jackson, which writes no JSON here. Leave it out."],
  [/^net\.logstash\.logback\.appender\.LogstashSocketAppender$/, "It sent JSON lines over UDP and was renamed: use net.logstash.logback.appender.LogstashUdpSocketAppender."],
  [/^net\.logstash\.logback\..*Access/, "It wrote requests of a servlet container as JSON. Log them from your HTTP server with a logger of their own."],
  [/^net\.logstash\.logback\.composite\./, `It was a part of a JSON line. ${USE_LOGSTASH_ENCODER}.`],
  [/^net\.logstash\.logback\.(?:decorate|mask)\./, `It changed the JSON on its way out. ${USE_LOGSTASH_ENCODER}.`],
  [/^net\.logstash\.logback\.appender\..*Tcp/, "It sent JSON lines over TCP. Use net.logstash.logback.appender.LogstashTcpSocketAppender."],
  [/^net\.logstash\.logback\..*Layout$/, `It wrote JSON as a layout. ${USE_LOGSTASH_ENCODER}.`],
  [/^io\.dropwizard\.logging\..*AsyncAppender$/, "It queued events for Dropwizard. Use ch.qos.logback.classic.AsyncAppender."],
  [/^(?:org\.apache\.skywalking|kamon|com\.yomahub\.tlog)\..*(?:Layout|Converter|Encoder)$/, "It printed the trace id of an agent in the JVM. Put the trace id into the MDC and print it with %X{traceId}."],
  [/InstrumentedAppender$/, "It counted events for a metrics library. Leave it out and count in an appender of your own (registerComponent)."],
  [/^com\.getsentry\./, "It sent events to Sentry: use Sentry's library for Node.js, or an appender of your own that calls it (registerComponent)."],
  [/(?:rollbar|bugsnag|airbrake|honeybadger)[^.]*$/i, `It reported errors to a service: ${USE_OWN_APPENDER}.`],
  [/splunk|logtail|logentries|papertrail|loggly|applicationinsights|awslogs|loghub|elasticsearch|skywalking/i, `It sent events to a service that collects logs: ${USE_CONSOLE_JSON}.`],
  [/redisappender$/i, `It sent events to Redis: ${USE_OWN_APPENDER}.`],
  [/^io\.sentry\./, "It sent events to Sentry: use Sentry's library for Node.js, or an appender of your own that calls it (registerComponent)."],
  [/^org\.springframework\.boot\.logging\.logback\.StructuredLogEncoder$/, `It wrote structured JSON for Spring Boot. Use co.elastic.logging.logback.EcsEncoder for the format ecs, net.logstash.logback.encoder.LogstashEncoder for logstash.`],
  [/^(?:io\.opentelemetry|com\.newrelic|datadog)\./, `It sent events to an observability service: ${USE_CONSOLE_JSON}.`],
  [/^(?:com\.github\.loki4j|pl\.tkowalcz)\./, `It sent events to Loki: ${USE_CONSOLE_JSON}.`],
  [/^ch\.qos\.logback\.more\.appenders\./, `It sent events to a service of a cloud: ${USE_CONSOLE_JSON}.`],
  [/cloudwatch|kinesis|fluen(?:cy|tlogger)|stackdriver|azure/i, `It sent events to a service of a cloud: ${USE_CONSOLE_JSON}.`],
  [/kafka[^.]*appender$/i, `It sent events to Kafka: ${USE_OWN_APPENDER}.`],
  [/gelf/i, `It spoke to Graylog in GELF: ${USE_CONSOLE_JSON}, or send JSON lines with net.logstash.logback.appender.LogstashTcpSocketAppender.`],
  [/jndi/i, `It asked a JNDI directory, which only a JVM has. ${USE_PROPERTIES}.`],
  [/(?:slack|teams|telegram|discord)[^.]*appender$/i, `It sent events to a chat: ${USE_OWN_APPENDER}.`],
  [/mask/i, "It masked what is secret. Use %replace(%msg){'regex', 'replacement'}, or a component of your own (registerComponent)."],
];

/** No class name is that long, and patterns should not look through a file's worth of text. */
const LONGEST_CLASS_NAME = 500;

/** What a well-known class of the Java world was, and the nearest thing to use here; `undefined` for a class nobody knows. */
export function adviceFor(className: string): string | undefined {
  if (className.length > LONGEST_CLASS_NAME) {
    return undefined;
  }
  return BY_NAME.get(className) ?? FAMILIES.find(([pattern]) => pattern.test(className))?.[1];
}
