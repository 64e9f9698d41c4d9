/**
 * What a program that uses the library does, however it got hold of it. Runs from the packed tarball, on every
 * supported Node.js. Anything that is not as it should be throws; the last line of its output says what it saw.
 */
"use strict";

const assert = require("node:assert/strict");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** Words in charsets whose decoders differ between versions of Node.js, and their bytes in Java. */
const ENCODED = { "KOI8-U": ["Ї╝╬ў", "b7aebe3f"], "windows-1252": ["€Ž", "808e"], "windows-1255": ["ש\u05ba", "f93f"] };

/**
 * @param {typeof import("logback-node")} library - The module namespace, from `import` or from `require`.
 * @param {typeof import("logback-node")} otherCopy - The same, loaded the other way.
 * @param {"import" | "require"} how - Which of both the first was.
 */
module.exports = async function check(library, otherCopy, how) {
  const { configureFromXml, Level, LoggerFactory, MarkerFactory, MDC, shutdown } = library;
  const log = LoggerFactory.getLogger("com.acme.Cart");
  log.info("hello {}", 1);

  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const result = configureFromXml(
    `<configuration>
      <appender name="FILE" class="ch.qos.logback.core.FileAppender">
        <file>\${FOLDER}/app.log</file>
        <immediateFlush>false</immediateFlush>
        <encoder><pattern>%-5level %logger{10} [%X{request}] %marker %msg %kvp%n%ex{short}</pattern></encoder>
      </appender>
      ${Object.keys(ENCODED).map(encodedAppender).join("")}
      <logger name="com.acme" level="DEBUG"/>
      <root level="INFO"><appender-ref ref="FILE"/></root>
    </configuration>`.replaceAll("${FOLDER}", folder),
  );
  assert.deepEqual(result.statuses.filter(({ level }) => level !== "INFO"), []);

  await MDC.run({ request: "4711" }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.debug(MarkerFactory.getMarker("AUDIT"), "{} of <> and {}", 1, 2);
  });
  log.atWarn().addKeyValue("n", 7).log("fluent");
  log.trace("below the level");
  // The ESM and the CommonJS copy share one context, levels and MDC, and understand each other's objects.
  MDC.run({ request: "other" }, () => otherCopy.LoggerFactory.getLogger("com.acme.Other").debug(MarkerFactory.getMarker("M"), "from the other copy"));
  otherCopy.LoggerFactory.getLogger("com.acme").setLevel(Level.ERROR);
  assert.equal(log.isWarnEnabled(), false);
  log.error("failed", new TypeError("broken"));
  for (const [charset, [text]] of Object.entries(ENCODED)) {
    LoggerFactory.getLogger(charset).error(text);
  }
  await shutdown();

  assert.deepEqual(Object.keys(ENCODED).map((charset) => readFileSync(join(folder, charset)).toString("hex")), Object.values(ENCODED).map(([, hex]) => hex));
  const lines = readFileSync(join(folder, "app.log"), "utf8").split("\n");
  rmSync(folder, { recursive: true });
  assert.deepEqual(lines.slice(0, 5), [
    "DEBUG c.a.Cart [4711] AUDIT 1 of <> and 2 ",
    'WARN  c.a.Cart []  fluent n="7"',
    "DEBUG c.a.Other [other] M from the other copy ",
    "ERROR c.a.Cart []  failed ",
    "TypeError: broken",
  ]);
  console.log(JSON.stringify({ how, node: process.version, names: Object.keys(library).sort() }));
};

/** An appender in the charset, for the logger of its name. */
function encodedAppender(charset) {
  return `<appender name="${charset}" class="FileAppender"><file>\${FOLDER}/${charset}</file><encoder><charset>${charset}</charset><pattern>%msg</pattern></encoder></appender>
    <logger name="${charset}" additivity="false"><appender-ref ref="${charset}"/></logger>`;
}
