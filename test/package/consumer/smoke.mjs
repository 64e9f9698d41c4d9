/**
 * Uses everything the library has once: appenders, encoders, filters, conversion words, MDC, markers, the fluent API,
 * errors, call sites, a reload, components of its own, and names that are dangerous as keys. It is run as it is and from
 * a bundle, under flags of Node.js that forgive nothing; whatever is not as it should be throws. Writes nothing to the
 * standard error; the last line of its output says what it saw.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as library from "logback-node";

const { configure, configureFromXml, defineComponent, Level, LoggerFactory, MarkerFactory, MDC, registerComponent, registerConversionWord, shutdown, stringProperty } = library;

const RELOAD_LIMIT_MS = 20_000;
const PROTOTYPES = [Object, Array, Map, Error, Function, String].map(({ prototype }) => prototype);
const ownNames = () => JSON.stringify(PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype)));

const namesBefore = ownNames();
const folder = mkdtempSync(join(tmpdir(), "smoke-"));
const file = join(folder, "logback.xml");
const dangerous = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1}');
const linesOf = (name) => readFileSync(join(folder, name), "utf8").split("\n").slice(0, -1);
/** Where call sites are: this program, or what it was made from when source maps are in force. */
const source = process.argv[2] ?? process.argv[1] ?? "";
const context = LoggerFactory.getLoggerContext();
const listed = (name) => context.findAppender(name)?.list.map(({ formattedMessage }) => formattedMessage);
const log = LoggerFactory.getLogger("smoke.Cart");

class Cart {
  buy(item) {
    log.info("bought {}", item);
  }
}

registerComponent(
  defineComponent({
    kind: "turboFilter",
    classNames: ["smoke.WordFilter"],
    properties: { word: stringProperty() },
    create: ({ word }) => ({ decide: (_marker, _logger, _level, message) => (message?.includes(word) === true ? "DENY" : "NEUTRAL") }),
  }),
);
let number = 0;
registerComponent(
  defineComponent({ kind: "sequenceNumberGenerator", classNames: ["smoke.Numbers"], properties: {}, create: () => ({ next: () => ++number }) }),
);
registerConversionWord("shout", () => ({ message }) => message.toUpperCase());

/** Each of them is true. */
const CONDITIONS = [
  'class="ch.qos.logback.core.boolex.ExpressionPropertyCondition"><expression>isDefined("FOLDER") &amp;&amp; propertyEquals("HAS_FILE", "true")</expression>',
  'class="ch.qos.logback.core.boolex.IsPropertyDefinedCondition"><key>HOST</key>',
  'class="ch.qos.logback.core.boolex.IsPropertyNullCondition"><key>nowhere</key>',
  'class="ch.qos.logback.core.boolex.PropertyEqualityCondition"><key>HAS_RESOURCE</key><value>false</value>',
];

/** Each gets a file of its own, into which it has to write something. */
const ENCODERS = [
  'class="ch.qos.logback.classic.encoder.PatternLayoutEncoder"><pattern>%msg%n</pattern>',
];

const xml = (level) => `<configuration scan="true" scanPeriod="20 milliseconds">
  <statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener"/>
  <contextName>smoke</contextName>
  <property name="FOLDER" value="\${SMOKE_FOLDER}"/>
  <property name="constructor" value="safe"/>
  <define name="HOST" class="ch.qos.logback.core.property.CanonicalHostNamePropertyDefiner"/>
  <define name="HAS_FILE" class="ch.qos.logback.core.property.FileExistsPropertyDefiner"><path>\${FOLDER}/logback.xml</path></define>
  <define name="HAS_RESOURCE" class="ch.qos.logback.core.property.ResourceExistsPropertyDefiner"><resource>missing.xml</resource></define>
  ${CONDITIONS.map((condition) => `<condition ${condition}</condition><if><then/><else><property scope="context" name="WRONG" value="1"/></else></if>`).join("\n  ")}
  <include file="\${FOLDER}/included.xml"/>
  <sequenceNumberGenerator class="smoke.Numbers"/>
  <property scope="context" name="__proto__" value="property of \${constructor}"/>
  <conversionRule conversionWord="clr" class="org.springframework.boot.logging.logback.ColorConverter"/>
  <conversionRule conversionWord="wEx" class="org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter"/>
  <conversionRule conversionWord="coloredLevel" class="play.api.libs.logback.ColoredLevel"/>
  <turboFilter class="smoke.WordFilter"><word>unwanted</word></turboFilter>

  <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
    <filter class="ch.qos.logback.classic.filter.LevelFilter"><level>ERROR</level><onMatch>ACCEPT</onMatch><onMismatch>DENY</onMismatch></filter>
    <encoder><pattern>%d %highlight(%-5level) %clr(%logger){faint} %coloredLevel %msg%n%wEx</pattern></encoder>
  </appender>
  <appender name="WORDS" class="ch.qos.logback.core.FileAppender">
    <file>\${FOLDER}/words.log</file>
    <immediateFlush>false</immediateFlush>
    <encoder class="ch.qos.logback.classic.encoder.PatternLayoutEncoder">
      <pattern>%date{"yyyy-MM-dd'T'HH:mm:ss,SSS", UTC} %micros %epoch %relative %sn %lsn %-5level [%thread] %contextName %property{__proto__} %logger{12} \
%prefix(%mdc{request} %level) %X %marker %kvp %maskedKvp{secret} %replace(%msg){'\\d+', '#'} %shout %black(a) %red(b) %green(c) %yellow(d) %blue(e) %magenta(f) %cyan(g) %white(h) %gray(i) %boldRed(j) %boldGreen(k) %boldYellow(l) %boldBlue(m) %boldMagenta(n) %boldCyan(o) %boldWhite(p) %highlight(%20.30(q)) %ex{short} %rEx{1} %xEx{full}%n</pattern>
    </encoder>
  </appender>
  <appender name="CALLS" class="ch.qos.logback.core.FileAppender">
    <file>\${FOLDER}/calls.log</file>
    <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
      <layout class="ch.qos.logback.classic.PatternLayout"><pattern>%class|%method|%file|%line|%caller{1}%nopex</pattern></layout>
    </encoder>
  </appender>
  <appender name="JSON" class="ch.qos.logback.core.FileAppender">
    <file>\${FOLDER}/json.log</file>
    <encoder class="ch.qos.logback.classic.encoder.JsonEncoder"><withFormattedMessage>true</withFormattedMessage><neutralise>true</neutralise></encoder>
  </appender>
  <appender name="LOGSTASH" class="ch.qos.logback.core.FileAppender">
    <file>\${FOLDER}/logstash.log</file>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder">
      <customFields>{"service":"smoke","__proto__":{"polluted":true},"constructor":1}</customFields>
      <includeCallerData>true</includeCallerData>
      <includeNonStructuredArguments>true</includeNonStructuredArguments>
      <fieldNames class="net.logstash.logback.fieldnames.LogstashFieldNames"><mdc>mdc</mdc></fieldNames>
    </encoder>
  </appender>
  <appender name="SHORT" class="ch.qos.logback.core.FileAppender">
    <file>\${FOLDER}/short.log</file>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder"><fieldNames class="net.logstash.logback.fieldnames.ShortenedFieldNames"/></encoder>
  </appender>
  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender"><includeCallerData>true</includeCallerData><appender-ref ref="CALLS"/></appender>
  ${ENCODERS.map((encoder, index) => `<appender name="E${index}" class="FileAppender"><file>\${FOLDER}/encoder-${index}.log</file><encoder ${encoder}</encoder></appender>`).join("\n  ")}
  <appender name="LIST" class="ch.qos.logback.core.read.ListAppender">
    <filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>WARN</level></filter>
  </appender>

  <logger name="smoke.Cart" level="${level}"/>
  <logger name="smoke.Quiet"><appender-ref ref="INCLUDED"/></logger>
  <root level="INFO">${["CONSOLE", "WORDS", "JSON", "LOGSTASH", "SHORT", "ASYNC", "LIST", ...ENCODERS.map((_, index) => `E${index}`)].map((name) => `<appender-ref ref="${name}"/>`).join("")}</root>
</configuration>`;

async function main() {
  writeFileSync(join(folder, "included.xml"), '<included><appender name="INCLUDED" class="ListAppender"/></included>');
  writeFileSync(file, xml("INFO"));
  const result = configure({ file, properties: { SMOKE_FOLDER: folder, ...dangerous } });
  assert.equal(result.applied, true);
  assert.equal(context.getProperty("WRONG"), undefined);

  new Cart().buy("tea");
  log.debug("below the level");
  log.info("unwanted");
  logHostileKeys();
  logErrors();
  await MDC.run({ request: "4711" }, logInRequest);
  await reload();
  log.debug("debug is on");

  const { statusManager } = context;
  assert.deepEqual(listed("LIST"), ["failed 1", "many", "alone", "fluent lazy"]);
  await shutdown();
  checkEvents();
  checkEncoders();
  checkWords();
  checkCallSite();
  await otherConfigurations();
  assert.deepEqual(statusManager.statuses.filter(({ level }) => level !== "INFO"), []);
  rmSync(folder, { recursive: true });

  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal({}.polluted, undefined);
  assert.equal(ownNames(), namesBefore);
  console.log(JSON.stringify({ how: "smoke", node: process.version, names: Object.keys(library).sort() }));
}

async function logInRequest() {
  await wait(1);
  const audit = MarkerFactory.getMarker("AUDIT").add(MarkerFactory.getMarker("__proto__"));
  log.info(audit, "{} and {}", 1, [2, { three: 3n }]);
  MDC.putCloseable("user", "ada").close();
  log.atWarn().addMarker(audit).addKeyValue("n", 7).addKeyValue("secret", "x").addArgument(() => "lazy").setMessage("fluent {}").log();
}

/** Keys that mean something to JavaScript come from data, in every place that takes a key. */
function logHostileKeys() {
  for (const key of ["__proto__", "constructor", "prototype", "toString", "constructor.prototype.polluted"]) {
    MDC.run(() => {
      MDC.put(key, "value");
      MDC.pushByKey(key, "value");
      LoggerFactory.getLogger(key).atInfo().addMarker(MarkerFactory.getMarker(key)).addKeyValue(key, dangerous).log("key {}", dangerous);
    });
  }
  MDC.run(dangerous, () => log.info("own keys"));
}

function logErrors() {
  const root = new RangeError("root cause");
  log.error("failed {}", 1, new TypeError("broken", { cause: new Error("middle", { cause: root }) }));
  log.error("many", new AggregateError([root, new Error("second")], "several"));
  log.error(new Error("alone"));
}

async function reload() {
  writeFileSync(file, xml("DEBUG"));
  for (const begin = performance.now(); !log.isDebugEnabled(); ) {
    assert.ok(performance.now() - begin < RELOAD_LIMIT_MS, "the edited configuration was not put in force");
    await wait(5);
  }
}

function checkEvents() {
  const expected = ["bought tea", "key ", "failed 1", "many", "alone", "1 and [2, { three: 3n }]", "fluent lazy", "debug is on"];
  for (const name of ["json.log", "logstash.log", "short.log"]) {
    const events = linesOf(name).map((line) => JSON.parse(line));
    assert.equal(events.length, 13, name);
    for (const text of expected) {
      assert.ok(events.some(({ formattedMessage, message }) => (formattedMessage ?? message).startsWith(text)), `${name}: ${text}`);
    }
  }
}

function checkEncoders() {
  for (const index of ENCODERS.keys()) {
    assert.notDeepEqual(linesOf(`encoder-${index}.log`), [], ENCODERS[index]);
  }
}

function checkWords() {
  const words = readFileSync(join(folder, "words.log"), "utf8");
  assert.match(words, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d{3} \d{3} \d{13} \d+ 1 \d+ INFO {2}\[main\] smoke property of safe smoke\.Cart request= level=INFO /);
  assert.match(words, / request=4711 level=WARN request=4711 AUDIT \[ __proto__ \] n="7" secret="x" n="7" secret="XXX" fluent lazy FLUENT \{\} \x1b\[30ma/);
  assert.match(words, /Caused by: Error: middle[^]*Caused by: RangeError: root cause/);
  assert.doesNotMatch(words, /PARSER_ERROR|unwanted|below/);
}

/** The first event was logged by a method, whose names a bundler may have changed, but not its place. */
function checkCallSite() {
  const [className, methodName, fileName, line, caller = ""] = linesOf("calls.log")[0]?.split("|") ?? [];
  assert.deepEqual([className, methodName, fileName], [Cart.name, "buy", basename(source)]);
  const [, row, column] = /^Caller\+0\t at .*:(\d+):(\d+)\)?$/.exec(caller) ?? [];
  assert.equal(row, line);
  const text = readFileSync(source, "utf8").split("\n")[Number(row) - 1] ?? "";
  assert.match(text.slice(Number(column) - 1), /^info\(["'`]bought/);
}

/** From text, from code, and the built-in default; each takes the place of the one before. */
async function otherConfigurations() {
  const text = configureFromXml(
    `<configuration debug="true">
      <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
      <appender name="FILE" class="FileAppender"><file>text.log</file><encoder><pattern>%level %msg%n</pattern></encoder></appender>
      <root level="ERROR"><appender-ref ref="FILE"/></root>
    </configuration>`,
    { baseDir: folder },
  );
  assert.equal(text.worstStatus, "INFO");
  log.warn("below");
  log.error("above");
  assert.deepEqual(linesOf("text.log"), ["ERROR above"]);

  const appenders = Object.fromEntries(["__proto__", "constructor"].map((name) => [name, { class: "ListAppender" }]));
  const code = configure({ appenders, loggers: { ["__proto__"]: { level: Level.TRACE } }, root: { level: "INFO", appenders: Object.keys(appenders) } });
  assert.equal(code.worstStatus, "INFO");
  LoggerFactory.getLogger("__proto__").trace("to lists");
  assert.deepEqual(Object.keys(appenders).map(listed), [["to lists"], ["to lists"]]);

  configure();
  log.info("by the default configuration");
  await shutdown();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
