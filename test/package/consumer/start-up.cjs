/**
 * Configures the installed library by a `logback.xml` and logs, and says what was loaded for it: modules of Node.js by their
 * names, files by their paths, and how often `Intl.DateTimeFormat` was made, the first of which takes 10 ms and more.
 *
 *   node start-up.cjs <import|require> <folder for the log file>
 */
"use strict";

const { join } = require("node:path");

const [how, folder] = process.argv.slice(2);

const { DateTimeFormat } = Intl;
let formats = 0;
Intl.DateTimeFormat = function (...given) {
  formats++;
  return new DateTimeFormat(...given);
};

(async () => {
  const { configureFromXml, LoggerFactory } = how === "import" ? await import("logback-node") : require("logback-node");
  configureFromXml(
    `<configuration>
      <appender name="FILE" class="FileAppender"><file>${join(folder, "start-up.log")}</file><encoder><pattern>%d %-5level %logger - %msg%n</pattern></encoder></appender>
      <appender name="DAILY" class="RollingFileAppender">
        <file>${join(folder, "daily.log")}</file>
        <rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>${join(folder, "daily.%d.log")}</fileNamePattern></rollingPolicy>
        <encoder class="LogstashEncoder"/>
      </appender>
      <root level="INFO"><appender-ref ref="FILE"/><appender-ref ref="DAILY"/></root>
    </configuration>`,
  );
  LoggerFactory.getLogger("com.acme").info("hello {}", 1);
  const modules = process.moduleLoadList.filter((name) => name.startsWith("NativeModule ")).map((name) => name.slice("NativeModule ".length));
  console.log(JSON.stringify({ modules, files: Object.keys(require.cache), formats }));
})();
