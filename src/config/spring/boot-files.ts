import type { ConfigurationReading } from "../reading.js";
import { BOOT_FOLDER, useSpringDialect } from "./dialect.js";

const ROLLING = "ch.qos.logback.core.rolling.RollingFileAppender";

const DATE = "%d{${LOG_DATEFORMAT_PATTERN:-yyyy-MM-dd'T'HH:mm:ss.SSSXXX}}";
const LEVEL = "${LOG_LEVEL_PATTERN:-%5p}";
const APPLICATION = "%esb(){APPLICATION_NAME}%esb{APPLICATION_GROUP}";
const CORRELATION = "${LOG_CORRELATION_PATTERN:-}";
const THROWABLE = "${LOG_EXCEPTION_CONVERSION_WORD:-%wEx}";

const DEFAULTS = `<included>
  <property name="CONSOLE_LOG_PATTERN" value="\${CONSOLE_LOG_PATTERN:-%clr(${DATE}){faint} %clr(${LEVEL}) %clr(\${PID:-}){magenta} %clr(--- ${APPLICATION}[%15.15t] ${CORRELATION}){faint}%clr(%-40.40logger{39}){cyan} %clr(:){faint} %m%n${THROWABLE}}"/>
  <property name="CONSOLE_LOG_CHARSET" value="\${CONSOLE_LOG_CHARSET:-UTF-8}"/>
  <property name="CONSOLE_LOG_THRESHOLD" value="\${CONSOLE_LOG_THRESHOLD:-TRACE}"/>
  <property name="FILE_LOG_PATTERN" value="\${FILE_LOG_PATTERN:-${DATE} ${LEVEL} \${PID:-} --- ${APPLICATION}[%t] ${CORRELATION}%-40.40logger{39} : %m%n${THROWABLE}}"/>
  <property name="FILE_LOG_CHARSET" value="\${FILE_LOG_CHARSET:-UTF-8}"/>
  <property name="FILE_LOG_THRESHOLD" value="\${FILE_LOG_THRESHOLD:-TRACE}"/>
</included>`;

const CONSOLE_APPENDER = `<included>
  <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
    <filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>\${CONSOLE_LOG_THRESHOLD}</level></filter>
    <encoder><pattern>\${CONSOLE_LOG_PATTERN}</pattern><charset>\${CONSOLE_LOG_CHARSET}</charset></encoder>
  </appender>
</included>`;

const FILE_PARTS = `<filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>\${FILE_LOG_THRESHOLD}</level></filter>
    <encoder><pattern>\${FILE_LOG_PATTERN}</pattern><charset>\${FILE_LOG_CHARSET}</charset></encoder>
    <file>\${LOG_FILE}</file>`;

const FILE_APPENDER = `<included>
  <appender name="FILE" class="${ROLLING}">
    ${FILE_PARTS}
    <rollingPolicy class="ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy">
      <fileNamePattern>\${LOGBACK_ROLLINGPOLICY_FILE_NAME_PATTERN:-\${LOG_FILE}.%d{yyyy-MM-dd}.%i.gz}</fileNamePattern>
      <maxFileSize>\${LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE:-10MB}</maxFileSize>
      <maxHistory>\${LOGBACK_ROLLINGPOLICY_MAX_HISTORY:-7}</maxHistory>
      <totalSizeCap>\${LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP:-0}</totalSizeCap>
      <cleanHistoryOnStart>\${LOGBACK_ROLLINGPOLICY_CLEAN_HISTORY_ON_START:-false}</cleanHistoryOnStart>
    </rollingPolicy>
  </appender>
</included>`;

const BASE = `<included>
  <include resource="${BOOT_FOLDER}defaults.xml"/>
  <property name="LOG_FILE" value="\${LOG_FILE:-\${LOG_PATH:-\${LOG_TEMP:-\${java.io.tmpdir:-/tmp}}}/spring.log}"/>
  <include resource="${BOOT_FOLDER}console-appender.xml"/>
  <include resource="${BOOT_FOLDER}file-appender.xml"/>
  <root level="INFO">
    <appender-ref ref="CONSOLE"/>
    <appender-ref ref="FILE"/>
  </root>
</included>`;

const FILES: ReadonlyMap<string, string> = new Map([
  ["base.xml", BASE],
  ["console-appender.xml", CONSOLE_APPENDER],
  ["defaults.xml", DEFAULTS],
  ["file-appender.xml", FILE_APPENDER],
]);

/**
 * The content of a resource that Spring Boot brings along: `defaults.xml`, `base.xml`, `console-appender.xml` and
 * `file-appender.xml` below `org/springframework/boot/logging/logback/`, with the names and defaults that Spring Boot documents.
 *
 * @returns `undefined` for any other resource.
 */
export function bootFile(resource: string, reading: ConfigurationReading): Uint8Array | undefined {
  const name = resource.replace(/^\/+/, "");
  const text = name.startsWith(BOOT_FOLDER) ? FILES.get(name.slice(BOOT_FOLDER.length)) : undefined;
  if (text === undefined) {
    return undefined;
  }
  useSpringDialect(reading);
  return Buffer.from(text);
}
