/**
 * Uses everything the library has once: appenders, encoders, filters, conversion words, MDC, markers, the fluent API,
 * errors, call sites, a reload, components of its own, and names that are dangerous as keys. It is run as it is and from
 * a bundle, under flags of Node.js that forgive nothing; whatever is not as it should be throws. Writes nothing to the
 * standard error; the last line of its output says what it saw.
 */
import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { rootCertificates } from "node:tls";
import * as library from "logback-node";
import { ENCODERS, INCLUDED, NETWORK, OF_NO_USE, configuration } from "./smoke-configuration.mjs";

const { addConfigurationListener, configure, configureFromXml, createLoggerContext, defineComponent, Level, LoggerFactory, MarkerFactory, MDC, registerComponent, registerConversionWord, shutdown, stringProperty } = library;

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
const complaints = () => context.statusManager.statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => `${level} ${message}`);
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
registerConversionWord("shout", () => ({ message }) => message.toUpperCase());

async function main() {
  writeFileSync(join(folder, "included.xml"), INCLUDED);
  writeFileSync(file, configuration("INFO"));
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

  assert.deepEqual(listed("LIST"), ["failed 1", "many", "alone", "fluent lazy"]);
  assert.deepEqual(context.findAppender("TEXTS")?.list.slice(0, 1), ["INFO bought tea"]);
  assert.deepEqual([0, 1].map((index) => context.findAppender("ERRORS")?.get(index)?.message), ["many", "alone"]);
  await shutdown();
  checkEvents();
  checkEncoders();
  checkSifted();
  checkWords();
  checkCallSite();
  await otherConfigurations();
  await anotherContext();
  await overTheNetwork();
  assert.deepEqual(complaints(), []);
  configureFromXml(OF_NO_USE);
  assert.equal(complaints().length, 5);
  assert.match(
    complaints().join("\n"),
    /^WARN An evaluator without a class[^]*\nWARN SizeAndTimeBasedFNATP is out of date[^]*\nERROR <maxFileSize> is required[^]*\nERROR Appender \[STREAM\] could not be started[^]*\nERROR Appender \[FNATP\] could not be started/,
  );
  await shutdown();
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
  writeFileSync(file, configuration("DEBUG"));
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
  for (const [index, encoder] of ENCODERS.entries()) {
    const text = readFileSync(join(folder, `encoder-${index}.log`), "utf8");
    assert.match(text, /bought tea[^]*debug is on/, encoder);
    assert.doesNotMatch(text, /PARSER_ERROR|unwanted|below/, encoder);
  }
}

function checkSifted() {
  assert.deepEqual(linesOf("user-nobody.log").filter((line) => /bought|debug is on/.test(line)), ["bought tea", "debug is on"]);
}

function checkWords() {
  const words = readFileSync(join(folder, "words.log"), "utf8");
  assert.match(words, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d{3} \d{3} \d{13} \d+ 1 \d+ INFO {2}\[main\] smoke property of safe smoke\.Cart request= level=INFO /);
  assert.match(words, / request=4711 level=WARN request=4711 AUDIT \[ __proto__ \] n="7" secret="x" n="7" secret="XXX" fluent lazy FLUENT \{\} \x1b\[30mblack/);
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
    `<configuration>
      <statusListener class="ch.qos.logback.core.status.OnErrorConsoleStatusListener"><retrospective>0</retrospective></statusListener>
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

/** A context of its own, configured, read again and ended beside the process's own. */
async function anotherContext() {
  const other = createLoggerContext({ name: "other" });
  const told = [];
  const remove = addConfigurationListener({ onChanged: ({ changes }) => told.push(changes) }, other);
  for (const level of ["INFO", "DEBUG"]) {
    configure({ context: other, appenders: { LIST: { class: "ListAppender" } }, root: { level, appenders: ["LIST"] } });
  }
  const again = await library.reload(other);
  remove();
  other.getLogger("a").debug("beside");

  assert.equal(again.applied, true);
  assert.deepEqual(told, [[], ["level of ROOT: INFO -> DEBUG"], []]);
  assert.deepEqual(other.findAppender("LIST")?.list.map(({ message }) => message), ["beside"]);
  await shutdown(other);
}

/** One event to every appender that connects, and what the receivers had of it when all was shut down. */
async function overTheNetwork() {
  const received = { tcp: [], udp: "" };
  const tcp = createServer((socket) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (part) => (text += part));
    socket.on("end", () => received.tcp.push(text));
    socket.on("error", () => {});
  }).listen(0, "localhost");
  const udp = createSocket("udp4").on("message", (message) => (received.udp += message));
  udp.bind(0, "127.0.0.1");
  await Promise.all([once(tcp, "listening"), once(udp, "listening")]);
  writeFileSync(join(folder, "trusted.pem"), rootCertificates[0]);
  const result = configureFromXml(NETWORK.replaceAll("${SMOKE_TCP}", tcp.address().port).replaceAll("${SMOKE_UDP}", udp.address().port));
  assert.equal(result.worstStatus, "INFO");

  log.info("over the network");
  await shutdown();
  const lines = () => received.tcp.filter((text) => text.startsWith("{"));
  for (const begin = performance.now(); lines().length < 4 || received.udp === ""; ) {
    assert.ok(performance.now() - begin < RELOAD_LIMIT_MS, "the receivers had too little");
    await wait(1);
  }
  udp.close();
  tcp.close();

  assert.equal(received.udp, "INFO over the network");
  assert.deepEqual(lines().map((line) => JSON.parse(line).message), Array(4).fill("over the network"));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
