import { expect, test } from "vitest";
import { migratedAppender, migratedFromLog4j, migratedFromLog4j2 } from "../../support/migrated-appender.js";

const SIMPLE = "<encoder><pattern>%level - %msg%n</pattern></encoder>";
const threshold = (level: string): string => `<filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>${level}</level></filter>`;
const levelFilter = (level: string, onMatch: string, onMismatch: string): string =>
  `<filter class="ch.qos.logback.classic.filter.LevelFilter"><level>${level}</level><onMatch>${onMatch}</onMatch><onMismatch>${onMismatch}</onMismatch></filter>`;
const JAVA = '<encoder><pattern>%d{"MMM dd, yyyy h:mm:ss a"} %class %method%n%level: %msg%n</pattern></encoder>';
const daily = (pattern: string, more = ""): string =>
  `<rollingPolicy class="ch.qos.logback.core.rolling.${more.includes("maxFileSize") ? "SizeAnd" : ""}TimeBasedRollingPolicy"><fileNamePattern>${pattern}</fileNamePattern>${more}</rollingPolicy>`;
const numbered = (pattern: string, archives: number, size: string, policy = "ch.qos.logback.core.rolling"): string =>
  `<rollingPolicy class="${policy}.FixedWindowRollingPolicy"><fileNamePattern>${pattern}</fileNamePattern><minIndex>1</minIndex><maxIndex>${archives}</maxIndex></rollingPolicy>` +
  `<triggeringPolicy class="ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy"><maxFileSize>${size}</maxFileSize></triggeringPolicy>`;

const log4j: readonly (readonly [className: string, parameters: readonly string[], appender: string, remarks?: readonly string[]])[] = [
  ["ConsoleAppender", ["target=System.err", "ImmediateFlush=true"], `ConsoleAppender"><target>System.err</target>${SIMPLE}`],
  ["ConsoleAppender", ["threshold=FATAL"], `ConsoleAppender">${threshold("ERROR")}${SIMPLE}`],
  ["ConsoleAppender", ["threshold=LOUD"], `ConsoleAppender">${SIMPLE}`, ['warning: Threshold "LOUD" of appender [A] is not carried over: Log4j has no level of that name.']],
  ["ConsoleAppender", ["threshold=ALL"], `ConsoleAppender">${SIMPLE}`],
  ["FileAppender", ["File=/a.log", "Append=false"], `FileAppender"><file>/a.log</file><append>false</append>${SIMPLE}`],
  ["RollingFileAppender", ["File=/a.log"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 1, "10MB")}${SIMPLE}`],
  ["RollingFileAppender", ["File=/a.log", "MaxFileSize=2048", "MaxBackupIndex=21"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 21, "2048")}${SIMPLE}`],
  ["RollingFileAppender", ["File=/a.log", "MaximumFileSize=1 gb", "MaxBackupIndex=22"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 22, "1GB", "com.openexchange.logback.extensions")}${SIMPLE}`],
  ["RollingFileAppender", ["File=/a.log", "MaxBackupIndex=0"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 1, "10MB")}${SIMPLE}`, ["note: Appender [A] kept no archive; Logback keeps one."]],
  ["RollingFileAppender", ["File=/a.log", "MaxBackupIndex=500"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 101, "10MB", "com.openexchange.logback.extensions")}${SIMPLE}`, ['warning: MaxBackupIndex="500" of appender [A] is more than there can be by number; 101 are kept, and older ones are removed.']],
  ["RollingFileAppender", ["File=/a.log", "MaxBackupIndex=many"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 1, "10MB")}${SIMPLE}`, ['warning: MaxBackupIndex="many" of appender [A] is no number; 1 is taken.']],
  ["rolling.RollingFileAppender", ["File=/a.log", "rollingPolicy=org.apache.log4j.rolling.FixedWindowRollingPolicy", "rollingPolicy.FileNamePattern=/a.%i", "rollingPolicy.MinIndex=3", "rollingPolicy.MaxIndex=5", "rollingPolicy.other=x", "triggeringPolicy=org.apache.log4j.rolling.SizeBasedTriggeringPolicy", "triggeringPolicy.MaxFileSize=2048"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.%i", 5, "2048").replace("<minIndex>1", "<minIndex>3")}${SIMPLE}`, ["warning: other=x of the rollingPolicy of appender [A] is not carried over."]],
  ["RollingFileAppender", ["File=/a.log", "MaxFileSize=large"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 1, "10MB")}${SIMPLE}`, ['warning: Size "large" of appender [A] is not carried over; 10MB is taken.']],
  ["DailyRollingFileAppender", ["File=/a.log"], `RollingFileAppender"><file>/a.log</file>${daily("/a.log.%d{yyyy-MM-dd}")}${SIMPLE}`],
  ["DailyRollingFileAppender", ["File=/a", "DatePattern='_'yyyy-MM-dd-HH'.log'"], `RollingFileAppender"><file>/a</file>${daily("/a_%d{yyyy-MM-dd-HH}.log")}${SIMPLE}`],
  ["DailyRollingFileAppender", ["File=/a.log", "DatePattern=.yyyy-MM"], `RollingFileAppender"><file>/a.log</file>${daily("/a.log.%d{yyyy-MM}")}${SIMPLE}`],
  ["rolling.RollingFileAppender", ["rollingPolicy=org.apache.log4j.rolling.TimeBasedRollingPolicy", "rollingPolicy.ActiveFileName=/a.log", "rollingPolicy.FileNamePattern=/a.%d{yyyy-MM}.log.gz"], `RollingFileAppender"><file>/a.log</file>${daily("/a.%d{yyyy-MM}.log.gz")}${SIMPLE}`],
  ["rolling.RollingFileAppender", ["File=/a.log", "rollingPolicy=org.apache.log4j.rolling.TimeBasedRollingPolicy", "rollingPolicy.FileNamePattern=/a.%d{yyyy-MM}.%i", "triggeringPolicy=org.apache.log4j.rolling.SizeBasedTriggeringPolicy", "triggeringPolicy.MaxFileSize=2048"], `RollingFileAppender"><file>/a.log</file>${daily("/a.%d{yyyy-MM}.%i", "<maxFileSize>2048</maxFileSize>")}${SIMPLE}`],
  ["varia.NullAppender", [], 'NOPAppender"/>'],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.LevelMatchFilter", "filter.1.LevelToMatch=WARN", "filter.1.AcceptOnMatch=false"], `ConsoleAppender">${levelFilter("WARN", "DENY", "NEUTRAL")}${SIMPLE}`],
  ["ConsoleAppender", ["filter.b=org.apache.log4j.varia.DenyAllFilter", "filter.a=org.apache.log4j.varia.LevelMatchFilter", "filter.a.LevelToMatch=WARN"], `ConsoleAppender">${levelFilter("WARN", "ACCEPT", "DENY")}${SIMPLE}`],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.LevelRangeFilter", "filter.1.LevelMin=DEBUG", "filter.1.LevelMax=INFO"], `ConsoleAppender">${threshold("DEBUG")}${levelFilter("WARN", "DENY", "NEUTRAL")}${levelFilter("ERROR", "DENY", "NEUTRAL")}${SIMPLE}`],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.LevelRangeFilter", "filter.1.LevelMin=WARN", "filter.1.AcceptOnMatch=true", "filter.2=org.apache.log4j.varia.DenyAllFilter"], `ConsoleAppender">${threshold("WARN")}${SIMPLE}`],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.LevelRangeFilter", "filter.1.LevelMin=WARN", "filter.1.other=x", "filter.2=org.apache.log4j.varia.DenyAllFilter"], `ConsoleAppender">${threshold("WARN")}${threshold("OFF")}${SIMPLE}`, ["warning: other=x of the filter org.apache.log4j.varia.LevelRangeFilter of appender [A] is not carried over."]],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.LevelRangeFilter", "filter.1.LevelMin=ERROR", "filter.1.AcceptOnMatch=true", "filter.2=org.apache.log4j.varia.LevelMatchFilter", "filter.2.LevelToMatch=ERROR", "filter.2.AcceptOnMatch=false"], `ConsoleAppender">${["TRACE", "DEBUG", "INFO", "WARN"].map((level) => levelFilter(level, "DENY", "NEUTRAL")).join("")}${levelFilter("ERROR", "ACCEPT", "NEUTRAL")}${levelFilter("ERROR", "DENY", "NEUTRAL")}${SIMPLE}`],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.DenyAllFilter"], `ConsoleAppender">${threshold("OFF")}${SIMPLE}`],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.StringMatchFilter", "filter.2=org.apache.log4j.varia.DenyAllFilter"], `ConsoleAppender">${SIMPLE}`, [
    "warning: The filter org.apache.log4j.varia.StringMatchFilter of appender [A] is not carried over.",
    "warning: The filter org.apache.log4j.varia.DenyAllFilter of appender [A] is not carried over: without those before it nothing would be printed.",
  ]],
  ["net.SyslogAppender", ["SyslogHost=[2001:db8::1]:1514"], 'SyslogAppender"><syslogHost>2001:db8::1</syslogHost><port>1514</port><facility>USER</facility><suffixPattern>%level - %msg%n</suffixPattern>'],
  ["net.SyslogAppender", ["Facility=${syslog.facility}"], 'SyslogAppender"><syslogHost>localhost</syslogHost><facility>${syslog.facility}</facility><suffixPattern>%level - %msg%n</suffixPattern>'],
  ["net.SyslogAppender", ["SyslogHost=2001:db8::1"], 'SyslogAppender"><syslogHost>2001:db8::1</syslogHost><facility>USER</facility><suffixPattern>%level - %msg%n</suffixPattern>'],
  ["net.SyslogAppender", ["SyslogHost=loghost:1514"], 'SyslogAppender"><syslogHost>loghost</syslogHost><port>1514</port><facility>USER</facility><suffixPattern>%level - %msg%n</suffixPattern>'],
  ["ConsoleAppender", ["filter.1=org.apache.log4j.varia.StringMatchFilter"], `ConsoleAppender">${SIMPLE}`, ["warning: The filter org.apache.log4j.varia.StringMatchFilter of appender [A] is not carried over."]],
  ["ConsoleAppender", ["layout=org.apache.log4j.HTMLLayout"], 'ConsoleAppender"><encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder"><layout class="ch.qos.logback.classic.html.HTMLLayout"/></encoder>'],
  ["ConsoleAppender", ["layout=com.acme.Layout"], 'ConsoleAppender"><encoder><pattern>%msg%n</pattern></encoder>', ["warning: Appender [A] has the layout com.acme.Layout, which is not carried over; Log4j's pattern %m%n is taken."]],
  ["ConsoleAppender", ["errorhandler=com.acme.Handler"], `ConsoleAppender">${SIMPLE}`, ["warning: The error handler com.acme.Handler of appender [A] is not carried over; problems become statuses."]],
  ["net.SocketAppender", ["RemoteHost=loghost"], "", ["warning: Appender [A] is not carried over: there is nothing here for org.apache.log4j.net.SocketAppender."]],
];

for (const [className, parameters, appender, remarks = []] of log4j) {
  test(`Log4j's ${className} with ${parameters.join(", ") || "nothing more"}`, () => {
    expect(migratedFromLog4j(className, ...parameters)).toEqual({ appender, remarks });
  });
}

const MESSAGE = "<encoder><pattern>%msg%n</pattern></encoder>";
const log4j2: readonly (readonly [appender: string, expected: string, remarks?: readonly string[]])[] = [
  ['<Console name="A" target="SYSTEM_ERR" follow="true"/>', `ConsoleAppender"><target>System.err</target>${MESSAGE}`],
  ['<Appender type="File" name="A" fileName="/a.log" append="false"><Layout type="PatternLayout"><Pattern>%m%n</Pattern></Layout></Appender>', `FileAppender"><file>/a.log</file><append>false</append>${MESSAGE}`],
  ['<File name="A" fileName="${sys:log.dir}/${env:NAME:-a}.log"/>', `FileAppender"><file>\${log.dir}/\${NAME:-a}.log</file>${MESSAGE}`],
  ['<File name="A" fileName="/a.log"><PatternLayout pattern="$${ctx:user} %m%n"/></File>', 'FileAppender"><file>/a.log</file><encoder><pattern>%X{user} %msg%n</pattern></encoder>'],
  ['<File name="A" fileName="/${web:name}.log"/>', `FileAppender"><file>/\${web:name}.log</file>${MESSAGE}`, ["warning: ${web:name} is not carried over: Logback has no such lookup here."]],
  ['<File name="A" fileName="/$${ctx:user}.log"/>', `FileAppender"><file>/$\${ctx:user}.log</file>${MESSAGE}`, ["warning: ${ctx:user} is not carried over: Logback has no such lookup here."]],
  ['<RollingFile name="A" fileName="/a.log" filePattern="/a.%d{yyyy-MM-dd}.log"><TimeBasedTriggeringPolicy/></RollingFile>', `RollingFileAppender"><file>/a.log</file>${daily("/a.%d{yyyy-MM-dd}.log")}${MESSAGE}`],
  ['<RollingFile name="A" filePattern="/a.%d.log"><TimeBasedTriggeringPolicy interval="6"/></RollingFile>', `RollingFileAppender">${daily("/a.%d{yyyy-MM-dd}.log")}${MESSAGE}`, ['warning: interval="6" of appender [A] is not carried over; it rolls once in each period of its date.']],
  ['<RollingFile name="A" fileName="/a.log" filePattern="/$${date:yyyy}/a.%d{yyyy-MM-dd}.%03i.gz"><Policies><TimeBasedTriggeringPolicy/><SizeBasedTriggeringPolicy size="5 MB"/></Policies></RollingFile>', `RollingFileAppender"><file>/a.log</file>${daily("/%d{yyyy, aux}/a.%d{yyyy-MM-dd}.%i.gz", "<maxFileSize>5MB</maxFileSize>")}${MESSAGE}`],
  ['<RollingFile name="A" fileName="/a.log" filePattern="/a.%d{yyyy-MM-dd}.log.gz"><SizeBasedTriggeringPolicy size="${size}"/></RollingFile>', `RollingFileAppender"><file>/a.log</file>${daily("/a.%d{yyyy-MM-dd}.log.%i.gz", "<maxFileSize>7MB</maxFileSize>")}${MESSAGE}`, ["note: Appender [A] rolls by time too, because its filePattern has a date."]],
  ['<RollingFile name="A" fileName="/a.log" filePattern="/a.%i"><SizeBasedTriggeringPolicy/><DefaultRolloverStrategy max="3" fileIndex="min"/></RollingFile>', `RollingFileAppender"><file>/a.log</file>${numbered("/a.%i", 3, "10MB")}${MESSAGE}`],
  ['<Null name="A"/>', 'NOPAppender"/>'],
  ['<Console name="A"><KeyValuePair key="a" value="b"/></Console>', `ConsoleAppender">${MESSAGE}`, ["warning: <KeyValuePair> of appender [A] is not carried over."]],
  ['<Console name="A"><LevelMatchFilter level="fatal" onMatch="ACCEPT" onMismatch="DENY"/></Console>', `ConsoleAppender">${levelFilter("ERROR", "ACCEPT", "DENY")}${MESSAGE}`],
  ['<Console name="A"><Filters><ThresholdFilter level="warn" onMatch="ACCEPT" onMismatch="DENY"/><BurstFilter/></Filters></Console>', `ConsoleAppender">${threshold("WARN")}${MESSAGE}`, ["warning: <BurstFilter> of appender [A] is not carried over."]],
  ['<Console name="A"><ThresholdFilter level="warn" onMatch="DENY" onMismatch="NEUTRAL"/></Console>', `ConsoleAppender">${levelFilter("WARN", "DENY", "NEUTRAL")}${levelFilter("ERROR", "DENY", "NEUTRAL")}${MESSAGE}`],
  ['<Console name="A"><ThresholdFilter/></Console>', `ConsoleAppender">${threshold("ERROR")}${MESSAGE}`],
  ['<Console name="A"><ThresholdFilter level="${sys:L}" onMatch="DENY"/></Console>', `ConsoleAppender">${MESSAGE}`, ["warning: <ThresholdFilter> of appender [A] is not carried over."]],
  ['<Console name="A"><ThresholdFilter level="${sys:L:-info}"/></Console>', `ConsoleAppender">${threshold("${L:-info}")}${MESSAGE}`],
  ['<Console name="A"><ThresholdFilter level="info" onMatch="MAYBE"/></Console>', `ConsoleAppender">${MESSAGE}`, ["warning: <ThresholdFilter> of appender [A] is not carried over."]],
  ['<Console name="A"><Filters><ThresholdFilter level="error" onMatch="ACCEPT" onMismatch="NEUTRAL"/><LevelMatchFilter level="debug" other="x"/></Filters></Console>', `ConsoleAppender">${levelFilter("ERROR", "ACCEPT", "NEUTRAL")}${levelFilter("DEBUG", "NEUTRAL", "DENY")}${MESSAGE}`, ["warning: other=x of <LevelMatchFilter> of appender [A] is not carried over."]],
  ['<Console name="A"><LevelRangeFilter minLevel="warn" maxLevel="info" onMatch="ACCEPT" onMismatch="DENY"/></Console>', `ConsoleAppender">${threshold("INFO")}${levelFilter("ERROR", "DENY", "NEUTRAL")}${MESSAGE}`],
  ['<Console name="A"><LevelRangeFilter minLevel="info" maxLevel="error"/></Console>', `ConsoleAppender">${["TRACE", "DEBUG", "INFO", "WARN", "ERROR"].map((level) => levelFilter(level, "DENY", "NEUTRAL")).join("")}${MESSAGE}`],
  ['<Console name="A"><LevelRangeFilter minLevel="error" maxLevel="warn" onMatch="DENY" onMismatch="NEUTRAL"/></Console>', `ConsoleAppender">${levelFilter("WARN", "DENY", "NEUTRAL")}${levelFilter("ERROR", "DENY", "NEUTRAL")}${MESSAGE}`],
  ['<Syslog name="A" host="loghost" port="514" protocol="UDP" facility="LOG_AUDIT"/>', 'SyslogAppender"><syslogHost>loghost</syslogHost><port>514</port><facility>AUDIT</facility><suffixPattern>%msg%n</suffixPattern>'],
  ['<Syslog name="A" host="loghost" port="514" protocol="UDP" facility="log_alert"/>', 'SyslogAppender"><syslogHost>loghost</syslogHost><port>514</port><facility>ALERT</facility><suffixPattern>%msg%n</suffixPattern>'],
  ['<Syslog name="A" host="loghost" port="514" protocol="UDP" facility="${sys:syslog.facility:-local1}"/>', 'SyslogAppender"><syslogHost>loghost</syslogHost><port>514</port><facility>${syslog.facility:-local1}</facility><suffixPattern>%msg%n</suffixPattern>'],
  ['<Syslog name="A" host="loghost" port="514" protocol="UDP"><GelfLayout/></Syslog>', 'SyslogAppender"><syslogHost>loghost</syslogHost><port>514</port><facility>LOCAL0</facility><suffixPattern>%msg</suffixPattern>', ["warning: The layout of appender [A] is not carried over; its messages are sent."]],
  ['<Console name="A"><GelfLayout/></Console>', `ConsoleAppender">${MESSAGE}`, ["warning: <GelfLayout> of appender [A] is not carried over; its messages are printed."]],
  ['<RollingFile name="A" fileName="/a.log" filePattern="/${size}/${dated}"><TimeBasedTriggeringPolicy/></RollingFile>', `RollingFileAppender"><file>/a.log</file>${daily("/${size}/a.%d{yyyy-MM}")}${MESSAGE}`],
  ['<RollingFile name="A" fileName="/a.log" filePattern="/a.log.gz"/>', `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i.gz", 7, "10MB")}${MESSAGE}`, ["note: The archives of appender [A] get a number: /a.log.%i.gz."]],
  ['<RollingFile name="A" fileName="/a.log"/>', `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 7, "10MB")}${MESSAGE}`, ["note: The archives of appender [A] get a number: /a.log.%i."]],
  ['<Async name="A"><AppenderRef ref="C"/><AppenderRef ref="Missing"/></Async><Console name="C"/>', 'AsyncAppender"><queueSize>1024</queueSize><discardingThreshold>0</discardingThreshold><appender-ref ref="C"/>', ["warning: Appender [A] refers to appender [Missing], which the file does not have."]],
  ['<File name="B" fileName="/a.log"/><File name="A" fileName="/a.log"/>', `FileAppender"><file>/a.log</file>${MESSAGE}`, ["warning: Appender [A] writes to the file of appender [B], which Logback refuses; it does not start."]],
  ['<Syslog name="A" host="loghost" port="1514" protocol="TCP" facility="local3"/>', 'SyslogAppender"><syslogHost>loghost</syslogHost><port>1514</port><facility>LOCAL3</facility><suffixPattern>%msg%n</suffixPattern>', ["note: Appender [A] sent over TCP; Logback's sends over UDP. <protocol> changes that here."]],
  ['<Async name="A" blocking="false" includeLocation="true"><AppenderRef ref="K"/><AppenderRef ref="C"/></Async><Console name="C"/><Kafka name="K"/>', 'AsyncAppender"><queueSize>1024</queueSize><neverBlock>true</neverBlock><includeCallerData>true</includeCallerData><appender-ref ref="C"/>', ["warning: Appender [K] is not carried over: there is nothing here for <Kafka>."]],
  ['<Async name="A"><AppenderRef ref="C" level="error"/><AppenderRef ref="D"/><ThresholdFilter level="warn"/><ArrayBlockingQueue/></Async><Console name="C"/><Console name="D"/>', `AsyncAppender">${threshold("WARN")}<queueSize>1024</queueSize><discardingThreshold>0</discardingThreshold><appender-ref ref="C"/>`, [
    "warning: The level and filters of the reference of appender [A] to [C] are not carried over; give the appender a ThresholdFilter.",
    "note: Appender [A] hands events on to [C] only, because Logback's takes one; loggers refer to [D] directly.",
    "warning: The filters of appender [A] do not hold for [D] any more.",
    "warning: <ArrayBlockingQueue> of appender [A] is not carried over.",
  ]],
  ['<Async name="A"><AppenderRef ref="A"/></Async>', "", ["warning: Appender [A] is not carried over: no appender is left behind it."]],
  ['<constructor name="A"/>', "", ["warning: Appender [A] is not carried over: there is nothing here for <constructor>."]],
  ['<Kafka name="A" topic="t"/>', "", ["warning: Appender [A] is not carried over: there is nothing here for <Kafka>."]],
];

for (const [appender, expected, remarks = []] of log4j2) {
  test(`Log4j 2's ${appender}`, () => {
    expect(migratedFromLog4j2(appender, '<Property name="size" value="7 MB"/><Property name="dated" value="a.%d{yyyy-MM}"/>')).toEqual({ appender: expected, remarks });
  });
}

test("Log4j 1's AsyncAppender keeps its threshold and its filters", () => {
  const appender = `<appender name="A" class="org.apache.log4j.AsyncAppender"><param name="Threshold" value="INFO"/><param name="BufferSize" value="0"/><appender-ref ref="C"/><filter class="org.apache.log4j.varia.LevelRangeFilter"><param name="LevelMin" value="WARN"/></filter></appender>`;
  const text = `<log4j:configuration xmlns:log4j="http://jakarta.apache.org/log4j/">${appender}<appender name="C" class="org.apache.log4j.ConsoleAppender"/><root><level value="info"/><appender-ref ref="A"/></root></log4j:configuration>`;

  expect(migratedAppender("log4j.xml", text).appender).toBe(`AsyncAppender">${threshold("INFO")}${threshold("WARN")}<queueSize>1</queueSize><discardingThreshold>0</discardingThreshold><appender-ref ref="C"/>`);
});

const handlers: readonly (readonly [handler: string, settings: readonly string[], expected: string, remarks?: readonly string[]])[] = [
  ["ConsoleHandler", [], `ConsoleAppender">${threshold("INFO")}<target>System.err</target>${JAVA}`],
  ["ConsoleHandler", ["level=ALL", "encoding=UTF-8"], `ConsoleAppender"><target>System.err</target>${JAVA.replace("<encoder>", "<encoder><charset>UTF-8</charset>")}`],
  ["FileHandler", ["pattern=%t/a%u.log", "append=true", "formatter=java.util.logging.SimpleFormatter"], `FileAppender"><file>\${java.io.tmpdir}/a0.log</file>${JAVA}`],
  ["FileHandler", ["pattern=/a.%g.log", "limit=5000", "count=5", "formatter=java.util.logging.SimpleFormatter"], `RollingFileAppender"><file>/a.0.log</file>${numbered("/a.%i.log", 4, "5000")}${JAVA}`, ["note: The file of handler [A] was emptied at every start; one that is archived goes on in Logback."]],
  ["FileHandler", ["pattern=/a.log", "append=true", "limit=5000", "formatter=java.util.logging.SimpleFormatter"], `RollingFileAppender"><file>/a.log</file>${numbered("/a.log.%i", 1, "5000")}${JAVA}`, ["note: The file of handler [A] was emptied when it reached its limit; Logback keeps one archive of it."]],
  ["FileHandler", ["pattern=/a.%g.log", "append=true", "count=5", "formatter=java.util.logging.SimpleFormatter"], `FileAppender"><file>/a.0.log</file>${JAVA}`, ["warning: count=5 of handler [A] is not carried over: without a limit files were archived at every start only."]],
  ["FileHandler", ["pattern=/a.%g.log", "append=true", "limit=1k", "count=200", "formatter=java.util.logging.SimpleFormatter"], `FileAppender"><file>/a.0.log</file>${JAVA}`, ["warning: limit=1k of handler [A] is no number; 0 is taken.", "warning: count=200 of handler [A] is not carried over: without a limit files were archived at every start only."]],
  ["FileHandler", ["pattern=/a.%g.log", "append=true", "limit=9", "count=200", "formatter=java.util.logging.SimpleFormatter"], `RollingFileAppender"><file>/a.0.log</file>${numbered("/a.%i.log", 101, "9", "com.openexchange.logback.extensions")}${JAVA}`, ["warning: count=200 of handler [A] is more than there can be by number; 101 are kept, and older ones are removed."]],
  ["FileHandler", ["append=true", "level=LOUD", "maxLocks=7"], `FileAppender"><file>\${user.home}/java0.log</file>${JAVA}`, [
    "warning: The formatter java.util.logging.XMLFormatter of handler [A] is not carried over; that of SimpleFormatter is taken.",
    'warning: Level "LOUD" of handler [A] is not carried over: java.util.logging has none of that name.',
    "warning: maxLocks=7 of handler [A] is not carried over.",
  ]],
  ["SocketHandler", ["host=loghost"], "", ["warning: Handler [A] is not carried over: there is nothing here for java.util.logging.SocketHandler. net.logstash.logback.appender.LogstashTcpSocketAppender sends events to a host, as lines of JSON."]],
];

for (const [handler, settings, expected, remarks = []] of handlers) {
  test(`${handler} of java.util.logging with ${settings.join(", ") || "nothing more"}`, () => {
    const text = [".level=INFO", `handlers= java.util.logging.${handler}`, ...settings.map((line) => `java.util.logging.${handler}.${line}`)].join("\n");
    const found = migratedAppender("logging.properties", text, handler);

    expect({ ...found, remarks: found.remarks.map((remark) => remark.replace(`[${handler}]`, "[A]")).toSorted() }).toEqual({ appender: expected, remarks: remarks.toSorted() });
  });
}
