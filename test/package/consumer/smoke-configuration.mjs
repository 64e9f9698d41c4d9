/** The configurations of `smoke.mjs`: between them they name every component and every conversion word that the library has. */

const CLASSIC = "ch.qos.logback.classic";
const CORE = "ch.qos.logback.core";
const OPEN_XCHANGE = "com.openexchange.logback.extensions";

/** Each of them is true. */
const CONDITIONS = [
  `class="${CORE}.boolex.ExpressionPropertyCondition"><expression>isDefined("SMOKE_FOLDER") &amp;&amp; propertyEquals("HAS_FILE", "true")</expression>`,
  `class="${CORE}.boolex.IsPropertyDefinedCondition"><key>HOST</key>`,
  `class="${CORE}.boolex.IsPropertyNullCondition"><key>nowhere</key>`,
  `class="${CORE}.boolex.PropertyEqualityCondition"><key>HAS_RESOURCE</key><value>false</value>`,
];

/** None of them has anything to say about events that the program expects, except those with `unwanted` in them. */
const TURBO_FILTERS = [
  `class="smoke.WordFilter"><word>unwanted</word>`,
  `class="${CLASSIC}.turbo.DuplicateMessageFilter"><AllowedRepetitions>20</AllowedRepetitions>`,
  `class="${CLASSIC}.turbo.DynamicThresholdFilter"><Key>user</Key><DefaultThreshold>TRACE</DefaultThreshold><MDCValueLevelPair class="${CLASSIC}.turbo.MDCValueLevelPair"><value>bob</value><level>OFF</level></MDCValueLevelPair>`,
  `class="${CLASSIC}.turbo.MarkerFilter"><Marker>NOISE</Marker><OnMatch>DENY</OnMatch>`,
  `class="${CLASSIC}.turbo.MDCFilter"><MDCKey>user</MDCKey><Value>eve</Value><OnMatch>DENY</OnMatch>`,
];

const EVALUATORS = [
  `name="onError" class="${CLASSIC}.boolex.OnErrorEvaluator">`,
  `name="onMarker" class="${CLASSIC}.boolex.OnMarkerEvaluator"><marker>AUDIT</marker>`,
  `name="onType" class="${CLASSIC}.boolex.ExceptionMatchEvaluator"><exceptionClass>TypeError</exceptionClass>`,
];

const inLayout = (name, settings = "") => `class="${CORE}.encoder.LayoutWrappingEncoder"><layout class="${name}">${settings}</layout>`;

/** Each gets a file of its own, `encoder-0.log` and so on, into which it has to write something. */
export const ENCODERS = [
  `class="${OPEN_XCHANGE}.ExtendedPatternLayoutEncoder"><pattern>%sanitisedMessage %tid%lmdc%ereplace(%level){'O', '%n'}%n</pattern>`,
  `class="${CLASSIC}.encoder.PatternLayoutEncoder"><pattern>%msg%caller{1, onMarker}%ex{full, onType}%n</pattern>`,
  `class="${CORE}.encoder.EchoEncoder">`,
  inLayout(`${CLASSIC}.PatternLayout`, "<pattern>%msg%n</pattern>"),
  `class="com.openexchange.logback.extensions.logstash.LogstashEncoder">
    <customField class="com.openexchange.logback.extensions.CustomField" name="a" value="1"/>
    <customFields class="com.openexchange.logback.extensions.CustomFields"><field name="b" value="2"/></customFields>`,
  `class="co.elastic.logging.logback.EcsEncoder"><serviceName>smoke</serviceName><additionalField class="co.elastic.logging.AdditionalField"><key>tier</key><value>2</value></additionalField>`,
  inLayout("ch.qos.logback.contrib.json.classic.JsonLayout", `<jsonFormatter class="ch.qos.logback.contrib.jackson.JacksonJsonFormatter"/>`),
  inLayout("net.logstash.logback.layout.LogstashLayout"),
  inLayout("net.logstash.logback.layout.LoggingEventCompositeJsonLayout", "<providers><message/></providers>"),
  inLayout(`${CORE}.layout.EchoLayout`),
  inLayout(`${CLASSIC}.layout.TTLLLayout`),
  inLayout(`${CLASSIC}.log4j.XMLLayout`, "<locationInfo>true</locationInfo><properties>true</properties>"),
  inLayout(
    `${CLASSIC}.html.HTMLLayout`,
    `<cssBuilder class="${CLASSIC}.html.DefaultCssBuilder"/><throwableRenderer class="${CLASSIC}.html.DefaultThrowableRenderer"/>`,
  ),
  inLayout(
    `${CLASSIC}.html.HTMLLayout`,
    `<pattern>%level%msg</pattern><cssBuilder class="${CLASSIC}.html.UrlCssBuilder"><url>smoke.css</url></cssBuilder><throwableRenderer class="${CORE}.html.NOPThrowableRenderer"/>`,
  ),
];

/** The parts of a composite encoder, by class. */
const PROVIDERS = [
  "composite.LogstashVersionJsonProvider",
  "composite.ContextJsonProvider",
  "composite.GlobalCustomFieldsJsonProvider",
  "composite.SequenceJsonProvider",
  "composite.UuidJsonProvider",
  "composite.loggingevent.LoggingEventFormattedTimestampJsonProvider",
  "composite.loggingevent.ArgumentsJsonProvider",
  "composite.loggingevent.CallerDataJsonProvider",
  "composite.loggingevent.ContextNameJsonProvider",
  "composite.loggingevent.KeyValuePairsJsonProvider",
  "composite.loggingevent.LoggerNameJsonProvider",
  "composite.loggingevent.LoggingEventNestedJsonProvider",
  "composite.loggingevent.LoggingEventPatternJsonProvider",
  "composite.loggingevent.LoggingEventThreadNameJsonProvider",
  "composite.loggingevent.LogLevelJsonProvider",
  "composite.loggingevent.LogLevelValueJsonProvider",
  "composite.loggingevent.LogstashMarkersJsonProvider",
  "composite.loggingevent.MdcJsonProvider",
  "composite.loggingevent.MessageJsonProvider",
  "composite.loggingevent.RawMessageJsonProvider",
  "composite.loggingevent.RootStackTraceElementJsonProvider",
  "composite.loggingevent.StackHashJsonProvider",
  "composite.loggingevent.StackTraceJsonProvider",
  "composite.loggingevent.TagsJsonProvider",
  "composite.loggingevent.ThrowableClassNameJsonProvider",
  "composite.loggingevent.ThrowableMessageJsonProvider",
  "composite.loggingevent.ThrowableRootCauseClassNameJsonProvider",
  "composite.loggingevent.ThrowableRootCauseMessageJsonProvider",
];

const ENTRY_WRITERS = [
  'class="net.logstash.logback.composite.loggingevent.mdc.LongMdcEntryWriter">',
  'class="net.logstash.logback.composite.loggingevent.mdc.DoubleMdcEntryWriter">',
  'class="net.logstash.logback.composite.loggingevent.mdc.RegexFilteringMdcEntryWriter"><mdcEntryWriter class="net.logstash.logback.composite.loggingevent.mdc.BooleanMdcEntryWriter"/>',
];

const COLOURS = `%black(black) %red(red) %green(green) %yellow(yellow) %blue(blue) %magenta(magenta) %cyan(cyan) %white(white) %gray(gray) \
%boldRed(boldRed) %boldGreen(boldGreen) %boldYellow(boldYellow) %boldBlue(boldBlue) %boldMagenta(boldMagenta) %boldCyan(boldCyan) %boldWhite(boldWhite)`;

/** Rolling files, each by another policy. Only the size of the last two makes them roll. */
const ROLLING = [
  `<file>\${SMOKE_FOLDER}/daily.log</file>
    <rollingPolicy class="${CORE}.rolling.TimeBasedRollingPolicy">
      <fileNamePattern>\${SMOKE_FOLDER}/daily.%d.log</fileNamePattern>
      <timeBasedFileNamingAndTriggeringPolicy class="${CORE}.rolling.DefaultTimeBasedFileNamingAndTriggeringPolicy"/>
    </rollingPolicy>`,
  `<rollingPolicy class="${CORE}.rolling.SizeAndTimeBasedRollingPolicy">
      <fileNamePattern>\${SMOKE_FOLDER}/sized.%d.%i.log</fileNamePattern><maxFileSize>1</maxFileSize><maxHistory>2</maxHistory>
    </rollingPolicy>`,
  `<file>\${SMOKE_FOLDER}/window.log</file>
    <rollingPolicy class="${CORE}.rolling.FixedWindowRollingPolicy"><fileNamePattern>\${SMOKE_FOLDER}/window.%i.log</fileNamePattern></rollingPolicy>
    <triggeringPolicy class="${CORE}.rolling.SizeBasedTriggeringPolicy"><maxFileSize>1</maxFileSize></triggeringPolicy>`,
  `<file>\${SMOKE_FOLDER}/wide.log</file>
    <rollingPolicy class="com.openexchange.logback.extensions.FixedWindowRollingPolicy">
      <fileNamePattern>\${SMOKE_FOLDER}/wide.%i.log.gz</fileNamePattern><maxIndex>99</maxIndex>
    </rollingPolicy>
    <triggeringPolicy class="${CORE}.rolling.SizeBasedTriggeringPolicy"/>`,
];

const APPENDERS = [
  `name="CONSOLE" class="${CORE}.ConsoleAppender">
    <filter class="${CLASSIC}.filter.LevelFilter"><level>ERROR</level><onMatch>ACCEPT</onMatch><onMismatch>DENY</onMismatch></filter>
    <encoder><pattern>%d %highlight(%-5level) %clr(%logger){faint} %coloredLevel %msg%n%wEx</pattern></encoder>`,
  `name="WORDS" class="${CORE}.FileAppender">
    <file>\${SMOKE_FOLDER}/words.log</file>
    <immediateFlush>false</immediateFlush>
    <encoder>
      <pattern>%date{"yyyy-MM-dd'T'HH:mm:ss,SSS", UTC} %micros %epoch %relative %sn %lsn %-5level [%thread] %contextName %property{__proto__} %logger{12} \
%prefix(%mdc{request} %level) %X %marker %kvp %maskedKvp{secret} %replace(%msg){'\\d+', '#'} %shout ${COLOURS} \
%highlight(%20.30(padded)) %ex{short} %rEx{1} %xEx{full}%n</pattern>
    </encoder>`,
  `name="JSON" class="${CORE}.FileAppender">
    <file>\${SMOKE_FOLDER}/json.log</file>
    <encoder class="${CLASSIC}.encoder.JsonEncoder"><withFormattedMessage>true</withFormattedMessage><neutralise>true</neutralise></encoder>`,
  `name="LOGSTASH" class="${CORE}.FileAppender">
    <file>\${SMOKE_FOLDER}/logstash.log</file>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder">
      <customFields>{"service":"smoke","__proto__":{"polluted":true},"constructor":1}</customFields>
      <includeCallerData>true</includeCallerData>
      <includeNonStructuredArguments>true</includeNonStructuredArguments>
      <fieldNames class="net.logstash.logback.fieldnames.LogstashFieldNames"><mdc>mdc</mdc></fieldNames>
    </encoder>`,
  `name="SHORT" class="${CORE}.FileAppender">
    <file>\${SMOKE_FOLDER}/short.log</file>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder"><fieldNames class="net.logstash.logback.fieldnames.ShortenedFieldNames"/></encoder>`,
  `name="COMPOSITE" class="${CORE}.FileAppender">
    <file>\${SMOKE_FOLDER}/composite.log</file>
    <encoder class="net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder">
      <providers class="net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders">
        ${PROVIDERS.map((name) => `<provider class="net.logstash.logback.${name}"/>`).join("")}
        <nestedField><fieldName>more</fieldName><providers><mdc>${ENTRY_WRITERS.map((writer) => `<mdcEntryWriter ${writer}</mdcEntryWriter>`).join("")}</mdc></providers></nestedField>
      </providers>
    </encoder>`,
  `name="ASYNC" class="${CLASSIC}.AsyncAppender"><includeCallerData>true</includeCallerData><appender-ref ref="CALLS"/>`,
  `name="LIST" class="${CORE}.read.ListAppender"><filter class="${CLASSIC}.filter.ThresholdFilter"><level>WARN</level></filter>`,
  `name="ERRORS" class="${CORE}.read.CyclicBufferAppender">
    <maxSize>2</maxSize>
    <filter class="${CORE}.filter.EvaluatorFilter"><evaluator class="${CLASSIC}.boolex.OnErrorEvaluator"/><OnMismatch>DENY</OnMismatch></filter>`,
  `name="TEXTS" class="${CLASSIC}.helpers.WithLayoutListAppender"><pattern>%level %msg</pattern>`,
  `name="NOWHERE" class="${CORE}.helpers.NOPAppender">`,
  `name="SIFT" class="${CLASSIC}.sift.SiftingAppender">
    <discriminator class="${CLASSIC}.sift.MDCBasedDiscriminator"><key>user</key><defaultValue>nobody</defaultValue></discriminator>
    <sift><appender name="U-\${user}" class="${CORE}.FileAppender"><file>\${SMOKE_FOLDER}/user-\${user}.log</file><encoder><pattern>%msg%n</pattern></encoder></appender></sift>`,
  `name="BY_CONTEXT" class="${CLASSIC}.sift.SiftingAppender">
    <discriminator class="${CLASSIC}.sift.ContextBasedDiscriminator"><defaultValue>nameless</defaultValue></discriminator>
    <sift><appender name="C-\${contextName}" class="${CORE}.read.ListAppender"/></sift>`,
  ...ROLLING.map((policies, index) => `name="R${index}" class="${CORE}.rolling.RollingFileAppender">${policies}<encoder><pattern>%msg%n</pattern></encoder>`),
  ...ENCODERS.map((encoder, index) => `name="E${index}" class="${CORE}.FileAppender"><file>\${SMOKE_FOLDER}/encoder-${index}.log</file><encoder ${encoder}</encoder>`),
];

const elements = (name, contents) => contents.map((content) => `<${name} ${content}</${name}>`).join("\n  ");
const references = APPENDERS.map((appender) => `<appender-ref ref="${/^name="(\w+)"/.exec(appender)?.[1] ?? ""}"/>`).join("");

/** @param {string} level - Of the logger `smoke.Cart`. */
export const configuration = (level) => `<configuration scan="true" scanPeriod="20 milliseconds">
  <statusListener class="${CORE}.status.OnConsoleStatusListener"/>
  <statusListener class="${CORE}.status.OnFileStatusListener"><filename>\${SMOKE_FOLDER}/status.log</filename></statusListener>
  <statusListener class="${CORE}.status.StatusListenerAsList"/>
  <contextName>smoke</contextName>
  <contextListener class="${CLASSIC}.jul.LevelChangePropagator"/>
  <contextListener class="com.openexchange.logging.filter.ExceptionCategoryFilter">
    <rule class="com.openexchange.logging.filter.CategoryRule"><category>USER_INPUT</category><className>ValidationError</className></rule>
  </contextListener>
  <sequenceNumberGenerator class="${CORE}.spi.BasicSequenceNumberGenerator"/>
  <property name="constructor" value="safe"/>
  <property scope="context" name="__proto__" value="property of \${constructor}"/>
  <define name="WORDS" class="${OPEN_XCHANGE}.SyslogPatternLayoutActivator"/>
  <define name="HOST" class="${CORE}.property.CanonicalHostNamePropertyDefiner"/>
  <define name="HAS_FILE" class="${CORE}.property.FileExistsPropertyDefiner"><path>\${SMOKE_FOLDER}/logback.xml</path></define>
  <define name="HAS_RESOURCE" class="${CORE}.property.ResourceExistsPropertyDefiner"><resource>missing.xml</resource></define>
  ${CONDITIONS.map((condition) => `<condition ${condition}</condition><if><then/><else><property scope="context" name="WRONG" value="1"/></else></if>`).join("\n  ")}
  <conversionRule conversionWord="clr" class="org.springframework.boot.logging.logback.ColorConverter"/>
  <conversionRule conversionWord="wEx" class="org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter"/>
  <conversionRule conversionWord="coloredLevel" class="play.api.libs.logback.ColoredLevel"/>
  ${elements("turboFilter", TURBO_FILTERS)}
  ${elements("evaluator", EVALUATORS)}
  ${elements("appender", APPENDERS)}
  <include file="\${SMOKE_FOLDER}/included.xml"/>
  <logger name="smoke.Cart" level="${level}"/>
  <root level="INFO">${references}</root>
</configuration>`;

/** What `configuration` includes. */
export const INCLUDED = `<included>
  <appender name="CALLS" class="${CORE}.FileAppender">
    <file>\${SMOKE_FOLDER}/calls.log</file>
    <encoder class="${CORE}.encoder.LayoutWrappingEncoder">
      <layout class="${CLASSIC}.PatternLayout"><pattern>%class|%method|%file|%line|%caller{1}%nopex</pattern></layout>
    </encoder>
  </appender>
</included>`;

/** Components that are understood, but always complain. */
export const OF_NO_USE = `<configuration>
  <statusListener class="${CORE}.status.NopStatusListener"/>
  <evaluator name="stub" class="${CLASSIC}.boolex.StubEventEvaluator"><matcher class="${CORE}.boolex.Matcher"><name>a</name><regex>b</regex></matcher></evaluator>
  <appender name="STREAM" class="${CORE}.OutputStreamAppender"><encoder><pattern>%msg</pattern></encoder></appender>
  <appender name="FNATP" class="${CORE}.rolling.RollingFileAppender">
    <rollingPolicy class="${CORE}.rolling.TimeBasedRollingPolicy">
      <fileNamePattern>needs-a-size.%d.%i.log</fileNamePattern>
      <timeBasedFileNamingAndTriggeringPolicy class="${CORE}.rolling.SizeAndTimeBasedFNATP"/>
    </rollingPolicy>
    <encoder><pattern>%msg%n</pattern></encoder>
  </appender>
  <root level="OFF"><appender-ref ref="STREAM"/><appender-ref ref="FNATP"/></root>
</configuration>`;

const LOGSTASH = "net.logstash.logback";
const SSL = `${CORE}.net.ssl`;

const DESTINATION = `${LOGSTASH}.appender.destination`;

/** The strategies of an appender that connects, one an appender. */
const STRATEGIES = [
  `<random class="${DESTINATION}.RandomDestinationConnectionStrategy"/>`,
  `<roundRobin class="${DESTINATION}.RoundRobinDestinationConnectionStrategy"><connectionTTL>1 hour</connectionTTL></roundRobin>`,
  `<preferPrimary class="${DESTINATION}.PreferPrimaryDestinationConnectionStrategy"><secondaryConnectionTTL>1 hour</secondaryConnectionTTL></preferPrimary>`,
];

/**
 * Every appender that connects; `SMOKE_TCP` and `SMOKE_UDP` are the ports of receivers. The one with TLS gets no event:
 * its receiver speaks no TLS.
 */
export const NETWORK = `<configuration>
  ${STRATEGIES.map(
    (chosen, index) => `<appender name="TCP${index}" class="${LOGSTASH}.appender.LogstashTcpSocketAppender">
    <destination>localhost:\${SMOKE_TCP}</destination>
    <connectionStrategy class="${DESTINATION}.DelegateDestinationConnectionStrategy">${chosen}</connectionStrategy>
    <encoder><fieldNames><logger>tcp${index}</logger></fieldNames></encoder>
  </appender>`,
  ).join("\n  ")}
  <appender name="OX" class="com.openexchange.logback.extensions.logstash.LogstashSocketAppender">
    <remoteHost>localhost</remoteHost><port>\${SMOKE_TCP}</port>
    <encoder class="${CLASSIC}.encoder.JsonEncoder"/>
  </appender>
  <appender name="RING" class="${LOGSTASH}.appender.LoggingEventAsyncDisruptorAppender"><appender-ref ref="OX"/><appender-ref ref="UDP"/></appender>
  <appender name="UDP" class="${LOGSTASH}.appender.LogstashUdpSocketAppender">
    <host>127.0.0.1</host><port>\${SMOKE_UDP}</port>
    <layout class="${CLASSIC}.PatternLayout"><pattern>%level %msg</pattern></layout>
  </appender>
  <appender name="TLS" class="${LOGSTASH}.appender.LogstashTcpSocketAppender">
    <destination>localhost:\${SMOKE_TCP}</destination><connectionTimeout>1 hour</connectionTimeout><encoder/>
    <ssl class="${SSL}.SSLConfiguration">
      <trustStore class="${SSL}.KeyStoreFactoryBean"><location>\${SMOKE_FOLDER}/trusted.pem</location></trustStore>
      <parameters class="${SSL}.SSLParametersConfiguration"><includedProtocols>TLSv1.3</includedProtocols></parameters>
    </ssl>
  </appender>
  <appender name="SYSLOG" class="${CLASSIC}.net.SyslogAppender">
    <syslogHost>127.0.0.1</syslogHost><port>\${SMOKE_UDP}</port><facility>USER</facility><format>rfc5424</format>
  </appender>
  <logger name="smoke.tls" additivity="false"><appender-ref ref="TLS"/></logger>
  <logger name="smoke.syslog" additivity="false"><appender-ref ref="SYSLOG"/></logger>
  <root level="INFO">${STRATEGIES.map((_, index) => `<appender-ref ref="TCP${index}"/>`).join("")}<appender-ref ref="RING"/></root>
</configuration>`;
