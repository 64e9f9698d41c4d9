import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logback } from "../support/cli.js";
import { tempDir } from "../support/temp-dir.js";

const XML = `<configuration scan="true" scanPeriod="30 seconds">
  <contextName>shop</contextName>
  <property name="LOG_DIR" value="\${LOGS:-/var/log/shop}"/>
  <property name="DB_PASSWORD" value="sesame" scope="context"/>
  <condition class="ExpressionPropertyCondition"><expression>isDefined("LOGS")</expression></condition>
  <if><then><property name="WHERE" value="told"/></then><else><property name="WHERE" value="default"/></else></if>
  <springProfile name="prod"><logger name="com.acme.audit" level="TRACE"/></springProfile>
  <turboFilter class="ch.qos.logback.classic.turbo.MDCFilter"><MDCKey>user</MDCKey><value>root</value><onMatch>ACCEPT</onMatch></turboFilter>
  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
    <filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>WARN</level></filter>
    <encoder><pattern>%d{HH:mm, UTC} %-5level %logger{0} [%X{user}] %msg%n</pattern></encoder>
  </appender>
  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
    <file>\${LOG_DIR}/app.log</file>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder"/>
  </appender>
  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender"><appender-ref ref="FILE"/></appender>
  <logger name="com.acme" level="DEBUG"><appender-ref ref="ASYNC"/></logger>
  <logger name="com.acme.noise" level="INFO" additivity="false"/>
  <root level="WARN"><appender-ref ref="OUT"/></root>
</configuration>
`;

function file(xml: string = XML): string {
  const name = path.join(tempDir(), "logback.xml");
  writeFileSync(name, xml);
  return name;
}

/** The output with the file's name cut to its last part. */
function explained(args: readonly string[], name: string = file()): string {
  const { output, complaints, code } = logback(["explain", name, ...args]);
  expect({ complaints, code }).toEqual({ complaints: "", code: 0 });
  return output.replaceAll(name, "logback.xml");
}

test("a whole configuration is shown as it is in force", () => {
  expect(explained([]).replace(/\{"@timestamp".*/, "{JSON}")).toBe(`Context
  shop
  logback.xml  looked at every 30 seconds

Properties
  LOG_DIR     = /var/log/shop  logback.xml:3:3
  DB_PASSWORD = (not shown)  context  logback.xml:4:3
  WHERE       = default  logback.xml:6:63
  LOGS        = (not defined)

Conditions
  if isDefined("LOGS"): else  logback.xml:6:3
  springProfile prod: not active  logback.xml:7:3

Turbo filters
  MDCFilter

Loggers
  ROOT                WARN   [OUT]  logback.xml:20:3
    com.acme          DEBUG  [ASYNC], [OUT] of ROOT  logback.xml:18:3
      com.acme.noise  INFO   nowhere  additivity=false  logback.xml:19:3

Appenders
  [FILE] FileAppender  logback.xml:13:3
    encoder      LogstashEncoder
    files        /var/log/shop/app.log
    prints       {JSON}
  [ASYNC] AsyncAppender  logback.xml:17:3
    hands on to  [FILE]
  [OUT] ConsoleAppender  logback.xml:9:3
    encoder      PatternLayoutEncoder
    pattern      %d{HH:mm, UTC} %-5level %logger{0} [%X{user}] %msg%n
    filters      ThresholdFilter
    prints       10:30 WARN  Orders [] Order 4711 was paid
`);
});

test("an event is followed to the appenders that print it, and to those that do not", () => {
  expect(explained(["com.acme.Cart"]).replace(/\{"@timestamp".*/, "{JSON}")).toBe(`INFO of com.acme.Cart is printed by 1 appender

  turbo filter  MDCFilter says NEUTRAL
  level         DEBUG, that of com.acme (logback.xml:18:3): INFO is above it

  yes [ASYNC] by the reference in com.acme, defined in logback.xml:17:3

  yes [FILE] by the reference in [ASYNC], defined in logback.xml:13:3
      {JSON}

  no  [OUT] by the reference in ROOT, defined in logback.xml:9:3
      filter ThresholdFilter says DENY (logback.xml:10:5)
`);
});

test("an event below the level of its logger is not logged", () => {
  expect(explained(["org.other"])).toBe(`INFO of org.other is not logged

  turbo filter  MDCFilter says NEUTRAL
  level         WARN, that of ROOT (logback.xml:20:3): INFO is below it
`);
});

test("values of the MDC count: a turbo filter decides before the level", () => {
  expect(explained(["org.other", "ERROR", "user=root"])).toBe(`ERROR of org.other is printed by 1 appender

  turbo filter  MDCFilter says ACCEPT
  level         WARN, that of ROOT (logback.xml:20:3): ERROR is above it

  yes [OUT] by the reference in ROOT, defined in logback.xml:9:3
      filter ThresholdFilter says NEUTRAL (logback.xml:10:5)
      10:30 ERROR Orders [root] Order 4711 was paid
`.replace("Orders", "other"));
  expect(explained(["org.other", "DEBUG", "user=root"])).toContain("DEBUG of org.other is printed by no appender\n");
});

test("additivity that keeps an event from everywhere is named", () => {
  expect(explained(["com.acme.noise"])).toBe(`INFO of com.acme.noise goes nowhere: no appender is on its way

  turbo filter  MDCFilter says NEUTRAL
  level         INFO, its own (logback.xml:19:3)
  additivity    false on com.acme.noise: appenders of the loggers above do not get it
`);
});

test("an appender that cannot start prints nothing, and its reason is named", () => {
  const name = file('<configuration><appender name="X" class="ConsoleAppender"/><root><appender-ref ref="X"/></root></configuration>');

  expect(explained(["a"], name)).toBe(`INFO of a is printed by no appender

  level         DEBUG, that of ROOT (the default): INFO is above it

  no  [X] by the reference in ROOT, defined in logback.xml:1:16
      does not start: it has no encoder
`);
});

test("--json gives the same as data", () => {
  const name = file();
  const whole = JSON.parse(logback(["explain", "--json", name]).output) as { readonly loggers: readonly object[]; readonly properties: readonly object[] };
  const event = JSON.parse(logback(["explain", "--json", name, "com.acme", "WARN"]).output) as object;

  expect(whole.loggers).toContainEqual({
    name: "com.acme.noise",
    depth: 2,
    effectiveLevel: "INFO",
    levelFrom: "com.acme.noise",
    levelPosition: { file: name, line: 19, column: 3 },
    additive: false,
    appenders: [],
  });
  expect(whole.properties).toContainEqual({ name: "DB_PASSWORD", scope: "context", position: { file: name, line: 4, column: 3 } });
  expect(event).toMatchObject({ loggerName: "com.acme", level: "WARN", isEnabled: true, appenders: [{ name: "ASYNC" }, { name: "FILE", from: "[ASYNC]" }, { name: "OUT", isPrinted: true }] });
});

test("a variable from outside is shown with where it was found", () => {
  const name = file('<configuration><root level="${LEVEL:-INFO}"/><logger name="${NAME}" level="${A_TOKEN:-${OTHER:-WARN}}"/></configuration>');
  const { output } = logback(["explain", "-D", "NAME=com.acme", name], { environment: { LEVEL: "DEBUG", A_TOKEN: "INFO" } });

  expect(output).toContain(`Properties
  LEVEL   = DEBUG  environment
  NAME    = com.acme  program property
  A_TOKEN = (not shown)  environment
  OTHER   = (not defined)
`);
});

test("a secret is not shown", () => {
  expect(explained([])).not.toContain("sesame");
});

test("errors of the file are counted on the standard error, and its good part is shown", () => {
  const name = file('<configuration><appender name="X" class="com.acme.Own"/><root level="INFO"><appender-ref ref="X"/></root></configuration>');

  expect(logback(["explain", name])).toMatchObject({ code: 1, output: expect.stringContaining("  ROOT  INFO   nowhere") as string, complaints: `${name} has 1 error; "logback check ${name}" says which.\n` });
});

test("a file that is no XML is answered with where it ends to be", () => {
  const name = file("<configuration>");

  expect(logback(["explain", name])).toMatchObject({ code: 1, output: "", complaints: expect.stringMatching(/Not well-formed XML/) as string });
});

test("an example keeps its colours where colours are wanted, and loses them elsewhere", () => {
  const name = file('<configuration><appender name="X" class="ConsoleAppender"><encoder><pattern>%red(%level) %msg%n</pattern></encoder></appender><root><appender-ref ref="X"/></root></configuration>');

  expect(logback(["explain", name], { hasColours: true }).output).toContain("\x1b[31mINFO\x1b[0;39m Order 4711 was paid");
  expect(logback(["explain", name]).output).toContain("prints       INFO Order 4711 was paid\n");
});
