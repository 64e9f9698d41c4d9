import type { OpenXchangeChanges } from "./open-xchange-changes.js";
import { element, type XmlNode, type XmlPart } from "./print-xml.js";

const EXTENSIONS = "com.openexchange.logback.extensions";

/** Levels as they are shipped. */
const LEVELS: readonly (readonly [logger: string, level: string])[] = [
  ["com.openexchange.login.internal.LoginPerformer", "INFO"],
  ["com.openexchange.sessiond.impl.SessionHandler", "INFO"],
  ["sun.rmi", "INFO"],
  ["org.apache", "WARN"],
  ["com.sun", "INFO"],
  ["javax.management", "INFO"],
  ["javax.jmdns", "WARN"],
  ["com.hazelcast", "WARN"],
  ["com.hazelcast.internal.monitors", "INFO"],
  ["org.glassfish.grizzly", "WARN"],
  ["liquibase.ext.logging.slf4j.Slf4jLogger", "WARN"],
  ["org.jaudiotagger", "ERROR"],
  ["com.openexchange.documentconverter.impl.Manager", "WARN"],
  ["com.gargoylesoftware.htmlunit", "WARN"],
  ["org.docx4j", "WARN"],
  ["org.xlsx4j", "WARN"],
  ["org.pptx4j", "WARN"],
  ["org.apache.cxf", "WARN"],
  ["com.openexchange.soap.cxf.logger", "WARN"],
  ["com.openexchange.ajax.requesthandler.DispatcherServlet", "INFO"],
];

/**
 * The `logback.xml` that Open-Xchange ships, with what an old configuration changes in it. The root always refers to ASYNC.
 *
 * Source: Open-Xchange, `com.openexchange.logback.configuration/conf/logback.xml` and the scripts of its package open-xchange-core.
 */
export function openXchangeConfiguration({ destination, rootLevel, levels }: OpenXchangeChanges): XmlPart {
  const merged = new Map([...LEVELS, ...levels]);
  return element("configuration", {}, [
    { comment: "Loggers that may be traced for one session, context or user." },
    element("property", { scope: "context", name: "com.openexchange.logging.filter.loggerWhitelist", value: "com.openexchange" }),
    element("contextListener", { class: "ch.qos.logback.classic.jul.LevelChangePropagator" }),
    element("define", { name: "syslogPatternLayoutActivator", class: `${EXTENSIONS}.SyslogPatternLayoutActivator` }),
    fileAppender("FILE", `%date{"yyyy-MM-dd'T'HH:mm:ss,SSSZ"} %-5level [%thread] %class.%method\\(%class{0}.java:%line\\)%n%sanitisedMessage%n%lmdc%exception{full}`),
    fileAppender("FILE_COMPAT", `%d{"MMM dd, yyyy H:mm:ss a"} %class.%method\\(%class{0}.java:%line\\)%n%level: %message%n%lmdc%exception{full}`),
    element("appender", { name: "SYSLOG", class: "ch.qos.logback.classic.net.SyslogAppender" }, [
      element("syslogHost", {}, "localhost"),
      element("facility", {}, "local2"),
      element("suffixPattern", {}, "%date open-xchange %-5level [%logger][%thread]: %class.%method\\(%class{0}.java:%line\\)%n%lmdc %n %message%n"),
    ]),
    { comment: "Events go where ASYNC hands them on: FILE, FILE_COMPAT or SYSLOG." },
    element("appender", { name: "ASYNC", class: "ch.qos.logback.classic.AsyncAppender" }, [
      element("queueSize", {}, "2048"),
      element("discardingThreshold", {}, "0"),
      element("includeCallerData", {}, "true"),
      element("appender-ref", { ref: destination }),
    ]),
    element("root", { level: rootLevel ?? "INFO" }, [element("appender-ref", { ref: "ASYNC" })]),
    ...[...merged].map(([name, level]): XmlNode => element("logger", { name, level })),
  ]);
}

function fileAppender(name: string, pattern: string): XmlPart {
  return element("appender", { name, class: "ch.qos.logback.core.rolling.RollingFileAppender" }, [
    element("file", {}, "/var/log/open-xchange/open-xchange.log.0"),
    element("rollingPolicy", { class: `${EXTENSIONS}.FixedWindowRollingPolicy` }, [
      element("fileNamePattern", {}, "/var/log/open-xchange/open-xchange.log.%i"),
      element("minIndex", {}, "1"),
      element("maxIndex", {}, "99"),
    ]),
    element("triggeringPolicy", { class: "ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy" }, [element("maxFileSize", {}, "2MB")]),
    element("encoder", { class: `${EXTENSIONS}.ExtendedPatternLayoutEncoder` }, [element("pattern", {}, pattern)]),
  ]);
}
